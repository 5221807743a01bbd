//! What all clones of a client share.

use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;
use url::Url;

#[cfg(feature = "pages")]
use crate::client::Trip;
use crate::client::base::Base;
use crate::client::credential::Held;
use crate::client::{CallOptions, Retry, redirect};
use crate::codec::DecodeError;
use crate::error::{Course, Details, Error};
use crate::limit::{Limiter, Limits};
use crate::operation::{OperationSpec, Outcome, Reply};
use crate::request::{Fields, RequestEncoder};
use crate::response::Response;
use crate::stream::ByteStream;
#[cfg(feature = "events")]
use crate::stream::{EventStream, Framing};
use crate::time::Clock;
use crate::transport::{Body, Transport};

/// The client behind a generated one: clones share connections, credentials and limits.
#[derive(Debug, Clone)]
pub struct Core(Arc<Shared>);

#[derive(Debug)]
pub(super) struct Shared {
    pub(super) base_url: BaseUrl,
    /// The same in parts.
    pub(super) base: Base,
    /// What the caller chose for variables of servers.
    pub(super) variables: Vec<(String, String)>,
    pub(super) credentials: Vec<Held>,
    pub(super) headers: Fields,
    pub(super) timeout: Option<Duration>,
    pub(super) attempt_timeout: Duration,
    pub(super) idle_timeout: Duration,
    pub(super) retry: Retry,
    pub(super) limits: Limits,
    /// Whether values are held to what the document demands of them.
    pub(super) validate: bool,
    pub(super) limiter: Arc<dyn Limiter>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) transport: Arc<dyn Transport>,
    pub(super) largest_reply: usize,
    #[cfg(feature = "multipart")]
    /// What stands between the parts of every multipart body; otherwise drawn by lot.
    pub(super) boundary: Option<String>,
}

/// Where requests go.
#[derive(Debug)]
pub(super) enum BaseUrl {
    /// Where the caller said, whatever the document says.
    Chosen(Url),
    /// Where the document says: an operation's own server comes first.
    Documented(Url),
}

impl BaseUrl {
    pub(super) fn url(&self) -> &Url {
        match self {
            Self::Chosen(url) | Self::Documented(url) => url,
        }
    }
}

/// A reply, and what it took to get it.
#[derive(Debug)]
pub struct Exchange {
    pub(crate) reply: Reply,
    /// What is left to the caller, in whose stead the reply has no body.
    pub(super) rest: Option<Box<ByteStream>>,
    #[cfg(feature = "pages")]
    /// Where it came from, where there are pages.
    pub(crate) trip: Option<Box<Trip>>,
    pub(super) course: Course,
}

impl Core {
    pub(super) fn new(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }

    /// An empty request of an operation, held to what the document demands where the caller asks for it.
    pub fn request(&self, spec: &'static OperationSpec, options: &CallOptions) -> RequestEncoder {
        let mut request = RequestEncoder::new(spec);
        if options.validate.unwrap_or(self.0.validate) {
            request.hold_to(spec.rules);
        }
        request
    }

    pub(super) fn shared(&self) -> &Shared {
        &self.0
    }
}

/// How a reply of an operation is read.
type Read<T, E> = fn(&Reply) -> Result<Outcome<T, E>, DecodeError>;

impl Exchange {
    /// What the reply means.
    ///
    /// # Errors
    ///
    /// Where it is anything but a documented success.
    pub fn read<T, E>(self, read: Read<T, E>) -> Result<Response<T>, Error<E>> {
        let outcome = read(&self.reply);
        let Self { reply, course, .. } = self;
        match outcome {
            Ok(Outcome::Success(body)) => Ok(Response::new(reply, body, course.attempts())),
            Ok(Outcome::Failure(error)) => Err(Error::Api(error, course.answered(reply))),
            Ok(Outcome::Undocumented) => Err(undocumented(reply.status())(course.answered(reply))),
            Err(error) => Err(Error::Decode(error, course.answered(reply))),
        }
    }

    /// What the reply means, its body left to the caller.
    ///
    /// # Errors
    ///
    /// Where it is anything but a success.
    pub fn open<T, E>(mut self, read: Read<T, E>) -> Result<Response<ByteStream>, Error<E>> {
        match self.rest.take() {
            Some(bytes) => Ok(Response::new(self.reply, *bytes, self.course.attempts())),
            None => self.read(read).map(|response| {
                let bytes = ByteStream::from(Body::from(response.bytes().clone()));
                response.with_body(bytes)
            }),
        }
    }

    #[cfg(feature = "events")]
    /// What the reply means, its items left to the caller.
    ///
    /// # Errors
    ///
    /// Where it is anything but a success, or no stream.
    pub fn events<T, E, I>(
        mut self,
        read: Read<T, E>,
        framing: Framing,
    ) -> Result<Response<EventStream<I>>, Error<E>> {
        match self.rest.take() {
            Some(bytes) => {
                let events = EventStream::new(*bytes, framing);
                Ok(Response::new(self.reply, events, self.course.attempts()))
            }
            None if self.reply.status().is_success() => {
                let error = self.reply.unexpected("a stream of items");
                Err(Error::Decode(error, self.course.answered(self.reply)))
            }
            None => self.read(read).map(|response| {
                let bytes = ByteStream::from(Body::from(response.bytes().clone()));
                response.with_body(EventStream::new(bytes, framing))
            }),
        }
    }
}

fn undocumented<E>(status: StatusCode) -> fn(Details) -> Error<E> {
    match redirect::is_redirect(status) {
        true => Error::Redirect,
        false => Error::Undocumented,
    }
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! What all clones of a client share.

use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;
use url::Url;

use crate::runtime::client::base::Base;
use crate::runtime::client::credential::Held;
use crate::runtime::client::{CallOptions, Retry, redirect};
use crate::runtime::codec::DecodeError;
use crate::runtime::error::{Course, Details, Error};
use crate::runtime::limit::{Limiter, Limits};
use crate::runtime::operation::{OperationSpec, Outcome, Reply};
use crate::runtime::request::{Fields, RequestEncoder};
use crate::runtime::response::Response;
use crate::runtime::stream::ByteStream;
use crate::runtime::time::Clock;
use crate::runtime::transport::{Body, Transport};

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

}

fn undocumented<E>(status: StatusCode) -> fn(Details) -> Error<E> {
    match redirect::is_redirect(status) {
        true => Error::Redirect,
        false => Error::Undocumented,
    }
}

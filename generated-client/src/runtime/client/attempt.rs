// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! One attempt: a place at the limiter, the transport, the body, and the redirects on the way.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU32, Ordering};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, Method, Request, Response, StatusCode, Uri};
use http_body::Body as _;
use url::Url;

use crate::runtime::BoxFuture;
use crate::runtime::client::collect::{Collecting, Uncollected};
use crate::runtime::client::core::Shared;
use crate::runtime::client::credential::Chosen;
use crate::runtime::client::execute::unless;
use crate::runtime::client::options::Choices;
use crate::runtime::client::token::Carried;
use crate::runtime::client::{defaults, redirect};
use crate::runtime::error::{RequestError, Sent};
use crate::runtime::limit::{LimitRequest, Limits, Permit, RateLimited};
use crate::runtime::operation::{OperationSpec, Reply};
use crate::runtime::request::{Fields, Written};
use crate::runtime::stream::ByteStream;
use crate::runtime::time::Moment;
use crate::runtime::transport::{Body, TransportError};

/// A request that can be tried again and again.
pub(super) struct Attempt<'s> {
    pub(super) shared: &'s Shared,
    pub(super) spec: &'static OperationSpec,
    method: &'static str,
    /// Whether the document says that it does no harm to send it twice.
    idempotent: bool,
    target: Uri,
    headers: Fields,
    body: Written,
    pub(super) credentials: Chosen<'s>,
    pub(super) choices: Choices,
    /// When the whole call must be over.
    pub(super) deadline: Option<Moment>,
    /// For whoever stops waiting in the middle: which attempt was under way, and how far it was.
    started: AtomicU32,
    sent: AtomicU8,
}

/// A reply, and what of it is left to the caller.
pub(super) struct Arrived {
    pub(super) reply: Reply,
    pub(super) rest: Option<Box<ByteStream>>,
}

impl Arrived {
    fn whole(reply: Reply) -> Self {
        Self {
            reply,
            rest: None,
        }
    }
}

/// Why an attempt has no reply to show.
pub(super) enum Failed {
    Request(RequestError),
    Limited(RateLimited),
    Timeout(Sent),
    Late(Box<Reply>),
    Connection(TransportError),
    Broken(TransportError, Box<Reply>),
    TooLarge(Box<Reply>),
    Redirects(Box<Reply>),
}

impl Failed {
    /// Whether the server may have seen the request.
    pub(super) fn sent(&self) -> Sent {
        match self {
            Self::Request(_) | Self::Limited(_) => Sent::Never,
            Self::Timeout(sent) => *sent,
            Self::Connection(error) => error.sent(),
            Self::Late(_) | Self::Broken(..) | Self::TooLarge(_) | Self::Redirects(_) => Sent::Yes,
        }
    }

    /// Whether another attempt may do better.
    pub(super) fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::Timeout(_) | Self::Late(_) | Self::Connection(_) | Self::Broken(..)
        )
    }
}

/// What a transport is at.
type Sending<'t> = BoxFuture<'t, Result<Response<Body>, TransportError>>;

/// Where redirects have led.
struct Way {
    hops: u32,
    /// Where the next request goes; at first to the operation's own target.
    to: Option<Box<Uri>>,
    /// Whether no stranger was asked on the way.
    at_home: bool,
}

impl<'s> Attempt<'s> {
    /// A request that has not been tried.
    pub(super) fn new(
        shared: &'s Shared,
        spec: &'static OperationSpec,
        target: Uri,
        headers: Fields,
        body: Written,
        credentials: Chosen<'s>,
        choices: Choices,
    ) -> Self {
        let (started, sent) = (AtomicU32::new(0), AtomicU8::new(0));
        Self {
            shared,
            spec,
            method: spec.method,
            idempotent: spec.idempotent,
            target,
            headers,
            body,
            credentials,
            choices,
            deadline: None,
            started,
            sent,
        }
    }

    /// How many attempts have begun.
    pub(super) fn started(&self) -> u32 {
        self.started.load(Ordering::Relaxed)
    }

    /// Whether the server may have seen one of them.
    pub(super) fn sent(&self) -> Sent {
        match self.sent.load(Ordering::Relaxed) {
            0 => Sent::Never,
            1 => Sent::Perhaps,
            _ => Sent::Yes,
        }
    }

    /// Whether it does no harm to send it twice: the document says so of the operation, or the caller of the request
    /// (`Idempotency-Key`, draft-ietf-httpapi-idempotency-key-header).
    pub(super) fn is_idempotent(&self) -> bool {
        let key = HeaderName::from_static("idempotency-key");
        self.idempotent || self.headers.get(&key).is_some()
    }

    /// Whether it can be tried a second time: a stream is gone after the first.
    pub(super) fn is_repeatable(&self) -> bool {
        self.body.is_repeatable()
    }

    /// Tries once, redirects included.
    pub(super) async fn run(
        &self,
        number: u32,
        token: Option<&Carried>,
    ) -> Result<Arrived, Failed> {
        self.started.store(number, Ordering::Relaxed);
        let mut way = Way {
            hops: 0,
            to: None,
            at_home: true,
        };
        loop {
            let arrived = self.hop(&way, token).await?;
            if !redirect::is_redirect(arrived.reply.status()) {
                return Ok(arrived);
            }
            if let Some(arrived) = self.follow(arrived, &mut way)? {
                return Ok(arrived);
            }
        }
    }

    /// Goes where a redirect leads. One that is not followed is given back.
    #[cold]
    fn follow(&self, arrived: Arrived, way: &mut Way) -> Result<Option<Arrived>, Failed> {
        if self.choices.keeps_redirects || !self.is_repeatable() {
            return Ok(Some(arrived));
        }
        let reply = &arrived.reply;
        let here = way.to.as_deref().unwrap_or(&self.target);
        let to = Url::parse(&here.to_string())
            .ok()
            .and_then(|here| redirect::follow(self.method, reply.status(), reply.headers(), &here));
        let Some(mut to) = to else {
            return Ok(Some(arrived));
        };
        if way.hops == defaults::REDIRECTS {
            return Err(Failed::Redirects(Box::new(arrived.reply)));
        }
        way.hops += 1;
        way.at_home &= self.is_home(&to);
        to.set_fragment(None);
        let to = Uri::try_from(String::from(to)).map_err(|_| self.no_target())?;
        way.to = Some(Box::new(to));
        Ok(None)
    }

    /// The header fields. A token does not replace what the caller put into its place; credentials stay at
    /// home, and do not come back in when a stranger sends the request there again.
    fn fields(&self, way: &Way, token: Option<&Carried>) -> HeaderMap {
        let mut headers = self.headers.to_map();
        if let Some(token) = token {
            headers
                .entry(&token.name)
                .or_insert_with(|| token.value.clone());
        }
        if !way.at_home {
            redirect::strip(&mut headers, self.credentials.fields());
        }
        headers
    }

    /// Whether a place is of the origin that the credentials are for.
    fn is_home(&self, to: &Url) -> bool {
        let home = Url::parse(&self.target.to_string()).map(|url| url.origin());
        home == Ok(to.origin())
    }

    /// Sends one request, when there is a place for it, and takes the reply in.
    async fn hop(&self, way: &Way, token: Option<&Carried>) -> Result<Arrived, Failed> {
        let mut permit = match self.choices.limits {
            Limits::Off => None, // nobody is asked, and nothing is counted
            limits => {
                let limiter = self.shared.limiter.clone();
                let now = self.shared.clock.now();
                let limits = limits.within(self.deadline.map(|end| end.since(now)));
                let permit = limiter.acquire(self.place(), limits).await;
                Some(permit.map_err(Failed::Limited)?)
            }
        };
        let body = match self.body.ready() {
            Some(body) => body,
            None => match Box::pin(self.body.open()).await {
                Ok(body) => body,
                Err(error) => {
                    let before = self.sent.load(Ordering::Relaxed);
                    return Err(self.not_sent(Failed::Request(error), before, permit));
                }
            },
        };
        let clock = &*self.shared.clock;
        let mut late = clock.sleep_until(clock.now() + self.choices.attempt_timeout);
        let before = self.sent.fetch_max(1, Ordering::Relaxed);
        let mut sending = match self.send(way, token, body) {
            Ok(sending) => sending,
            Err(failed) => return Err(self.not_sent(failed, before, permit)),
        };
        let response = match unless(&mut late, sending.as_mut()).await {
            None => return Err(Failed::Timeout(Sent::Perhaps)),
            Some(Err(error)) => {
                let failed = Failed::Connection(error);
                return Err(match failed.sent() {
                    Sent::Never => self.not_sent(failed, before, permit),
                    _ => failed,
                });
            }
            Some(Ok(response)) => response,
        };
        self.sent.store(2, Ordering::Relaxed);
        let (status, headers, body) = taken_apart(response);
        if let Some(permit) = &mut permit {
            permit.replied(status, &headers);
        }
        drop(permit);
        if self.choices.intake.leaves_body(status, &headers) {
            let clock = Arc::clone(&self.shared.clock);
            let rest = ByteStream::new(body, clock, self.choices.idle_timeout);
            return Ok(Arrived {
                rest: Some(Box::new(rest)),
                ..Arrived::whole(Reply::new(status, headers, Bytes::new()))
            });
        }
        if body.is_end_stream() {
            return Ok(Arrived::whole(Reply::new(status, headers, Bytes::new())));
        }
        let mut collecting = Collecting::new(body, self.shared.largest_reply);
        let whole = pin!(poll_fn(|context| collecting.poll(context)));
        let collected = unless(&mut late, whole).await;
        let reply = |body| Reply::new(status, headers, body);
        match collected {
            None => Err(Failed::Late(Box::new(reply(collecting.arrived())))),
            Some(Ok(body)) => Ok(Arrived::whole(reply(body))),
            Some(Err(Uncollected::TooLarge(body))) => Err(Failed::TooLarge(Box::new(reply(body)))),
            Some(Err(Uncollected::Broken(error, body))) => {
                let error = TransportError::new(Sent::Yes, error);
                Err(Failed::Broken(error, Box::new(reply(body))))
            }
        }
    }

    /// Notes that the request did not leave: its place is free again.
    #[cold]
    fn not_sent(&self, failed: Failed, before: u8, permit: Option<Box<dyn Permit>>) -> Failed {
        self.sent.store(before, Ordering::Relaxed);
        if let Some(permit) = permit {
            permit.not_sent();
        }
        failed
    }

    /// What the limiter is asked for.
    fn place(&self) -> LimitRequest {
        LimitRequest {
            operation: self.spec.id,
            policies: self.spec.limits,
            partition: self.credentials.partition(),
        }
    }

    /// Hands a request to the transport.
    fn send(&self, way: &Way, token: Option<&Carried>, body: Body) -> Result<Sending<'s>, Failed> {
        let mut request = Request::new(body);
        let method = Method::from_bytes(self.method.as_bytes());
        *request.method_mut() = method.map_err(|_| self.no_target())?;
        *request.uri_mut() = way.to.as_deref().unwrap_or(&self.target).clone();
        *request.headers_mut() = self.fields(way, token);
        Ok(self.shared.transport.send(request))
    }

    #[cold]
    fn no_target(&self) -> Failed {
        Failed::Request(RequestError::target(self.spec.path))
    }
}

/// Nothing else of a response is asked for.
fn taken_apart(response: Response<Body>) -> (StatusCode, HeaderMap, Body) {
    let (head, body) = response.into_parts();
    (head.status, head.headers, body)
}

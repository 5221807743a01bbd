// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! One attempt: a place at the limiter, the transport, the body, and the redirects on the way.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU32, Ordering};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, Request, Uri};
use http_body::Body as _;
use url::Url;

use crate::runtime::client::core::Shared;
use crate::runtime::client::credential::Chosen;
use crate::runtime::client::execute::{partial_reply, unless};
use crate::runtime::client::token::Carried;
use crate::runtime::client::{Intake, defaults, redirect};
use crate::runtime::error::{RequestError, Sent};
use crate::runtime::limit::{LimitRequest, Limits, RateLimited};
use crate::runtime::operation::{OperationSpec, Reply};
use crate::runtime::request::{Fields, Written};
use crate::runtime::stream::ByteStream;
use crate::runtime::transport::{Body, BoxError, TransportError};

/// A request that can be tried again and again.
pub(super) struct Attempt<'s> {
    shared: &'s Shared,
    pub(super) spec: &'static OperationSpec,
    target: Uri,
    headers: Fields,
    body: Written,
    pub(super) credentials: Chosen<'s>,
    timeout: Duration,
    limits: Limits,
    keeps_redirects: bool,
    intake: Intake,
    idle_timeout: Duration,
    /// For whoever stops waiting in the middle: which attempt was under way, and how far it was.
    started: AtomicU32,
    sent: AtomicU8,
}

/// A reply, and what of it is left to the caller.
pub(super) struct Arrived {
    pub(super) reply: Reply,
    pub(super) rest: Option<ByteStream>,
}

/// Why an attempt has no reply to show.
pub(super) enum Failed {
    Request(RequestError),
    Limited(RateLimited),
    Timeout(Sent),
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
            Self::Broken(..) | Self::TooLarge(_) | Self::Redirects(_) => Sent::Yes,
        }
    }

    /// Whether another attempt may do better.
    pub(super) fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::Timeout(_) | Self::Connection(_) | Self::Broken(..)
        )
    }
}

/// Where a hop goes, and with what.
struct Hop {
    target: Uri,
    headers: HeaderMap,
}

impl<'s> Attempt<'s> {
    #[expect(
        clippy::too_many_arguments,
        reason = "one place puts them together, and each has its name there"
    )]
    pub(super) fn new(
        shared: &'s Shared,
        spec: &'static OperationSpec,
        target: Uri,
        headers: Fields,
        body: Written,
        credentials: Chosen<'s>,
        timeout: Duration,
        limits: Limits,
        keeps_redirects: bool,
        intake: Intake,
        idle_timeout: Duration,
    ) -> Self {
        let (started, sent) = (AtomicU32::new(0), AtomicU8::new(0));
        Self {
            shared,
            spec,
            target,
            headers,
            body,
            credentials,
            timeout,
            limits,
            keeps_redirects,
            intake,
            idle_timeout,
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
        let mut hop = Hop {
            target: self.target.clone(),
            headers: self.fields(token),
        };
        let mut hops = 0;
        let mut from = None;
        let mut at_home = true;
        loop {
            let arrived = self.hop(hop).await?;
            let reply = &arrived.reply;
            let stays = self.keeps_redirects || !self.is_repeatable();
            if stays || !redirect::is_redirect(reply.status()) {
                return Ok(arrived);
            }
            let from_here = from.as_ref().unwrap_or(&self.target);
            let to = Url::parse(&from_here.to_string()).ok().and_then(|from| {
                redirect::follow(self.spec.method, reply.status(), reply.headers(), &from)
            });
            let Some(to) = to else {
                return Ok(arrived);
            };
            if hops == defaults::REDIRECTS {
                return Err(Failed::Redirects(Box::new(arrived.reply)));
            }
            hops += 1;
            at_home &= self.is_home(&to);
            hop = self.next_hop(&to, at_home, token)?;
            from = Some(hop.target.clone());
        }
    }

    /// The header fields. A token does not replace what the caller put into its place.
    fn fields(&self, token: Option<&Carried>) -> HeaderMap {
        let mut headers = self.headers.to_map();
        if let Some(token) = token {
            headers
                .entry(&token.name)
                .or_insert_with(|| token.value.clone());
        }
        headers
    }

    /// Whether a place is of the origin that the credentials are for.
    fn is_home(&self, to: &Url) -> bool {
        let home = Url::parse(&self.target.to_string()).map(|url| url.origin());
        home == Ok(to.origin())
    }

    /// The request to another place: credentials stay at home, and do not come back in when a stranger
    /// sends the request there again.
    fn next_hop(&self, to: &Url, at_home: bool, token: Option<&Carried>) -> Result<Hop, Failed> {
        let mut headers = self.fields(token);
        if !at_home {
            redirect::strip(&mut headers, self.credentials.fields());
        }
        let mut to = to.clone();
        to.set_fragment(None);
        let target = Uri::try_from(String::from(to))
            .map_err(|_| Failed::Request(RequestError::target(self.spec.path)))?;
        Ok(Hop { target, headers })
    }

    /// Sends one request, when there is a place for it, and takes the reply in.
    async fn hop(&self, hop: Hop) -> Result<Arrived, Failed> {
        let mut permit = match self.limits {
            Limits::Off => None, // nobody is asked, and nothing is counted
            limits => {
                let limiter = self.shared.limiter.clone();
                let permit = limiter.acquire(self.place(), limits).await;
                Some(permit.map_err(Failed::Limited)?)
            }
        };
        let request = match self.body.ready() {
            Some(body) => self.request(hop, body)?,
            None => match Box::pin(self.body.open()).await {
                Ok(body) => self.request(hop, body)?,
                Err(error) => {
                    if let Some(permit) = permit {
                        permit.not_sent();
                    }
                    return Err(Failed::Request(error));
                }
            },
        };
        let clock = &*self.shared.clock;
        let mut late = clock.sleep_until(clock.now() + self.timeout);
        let before = self.sent.fetch_max(1, Ordering::Relaxed);
        let response = match unless(&mut late, self.shared.transport.send(request).as_mut()).await {
            None => return Err(Failed::Timeout(Sent::Perhaps)),
            Some(Err(error)) => {
                if error.sent() == Sent::Never {
                    self.sent.store(before, Ordering::Relaxed);
                    if let Some(permit) = permit {
                        permit.not_sent();
                    }
                }
                return Err(Failed::Connection(error));
            }
            Some(Ok(response)) => response,
        };
        self.sent.store(2, Ordering::Relaxed);
        let (head, body) = response.into_parts();
        if let Some(permit) = &mut permit {
            permit.replied(head.status, &head.headers);
        }
        drop(permit);
        if self.intake.leaves_body(head.status, &head.headers) {
            let clock = Arc::clone(&self.shared.clock);
            return Ok(Arrived {
                reply: Reply::new(head.status, head.headers, Bytes::new()),
                rest: Some(ByteStream::new(body, clock, self.idle_timeout)),
            });
        }
        match unless(&mut late, pin!(read(body, self.shared.largest_reply))).await {
            None => Err(Failed::Timeout(Sent::Yes)),
            Some(Ok(body)) => Ok(Arrived {
                reply: Reply::new(head.status, head.headers, body),
                rest: None,
            }),
            Some(Err(Unread::TooLarge(body))) => Err(Failed::TooLarge(partial_reply(&head, body))),
            Some(Err(Unread::Broken(error, body))) => {
                let error = TransportError::new(Sent::Yes, error);
                Err(Failed::Broken(error, partial_reply(&head, body)))
            }
        }
    }

    /// What the limiter is asked for.
    fn place(&self) -> LimitRequest {
        LimitRequest {
            operation: self.spec.id,
            policies: self.spec.limits,
            partition: self.credentials.partition(),
        }
    }

    fn request(&self, hop: Hop, body: Body) -> Result<Request<Body>, Failed> {
        let mut request = Request::new(body);
        *request.method_mut() = self
            .spec
            .method
            .parse()
            .map_err(|_| Failed::Request(RequestError::target(self.spec.method)))?;
        *request.uri_mut() = hop.target;
        *request.headers_mut() = hop.headers;
        Ok(request)
    }
}

/// Why a body could not be taken in, and what had arrived.
pub(super) enum Unread {
    TooLarge(Bytes),
    Broken(BoxError, Bytes),
}

/// Takes a body in. One that comes in a single piece is not copied.
pub(super) async fn read(body: Body, largest: usize) -> Result<Bytes, Unread> {
    match body.into_bytes() {
        Ok(bytes) if bytes.len() > largest => Err(Unread::TooLarge(Bytes::new())),
        Ok(bytes) => Ok(bytes),
        Err(stream) => read_stream(stream, largest).await,
    }
}

async fn read_stream(mut body: Body, largest: usize) -> Result<Bytes, Unread> {
    let mut first = Bytes::new();
    let mut whole = BytesMut::new();
    loop {
        let frame = std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await;
        let arrived = first.len() + whole.len();
        let data = match frame {
            None if whole.is_empty() => return Ok(first),
            None => return Ok(join(&first, whole)),
            Some(Err(error)) => return Err(Unread::Broken(error, join(&first, whole))),
            Some(Ok(frame)) => frame.into_data().unwrap_or_default(),
        };
        if arrived + data.len() > largest {
            return Err(Unread::TooLarge(join(&first, whole)));
        }
        if arrived == 0 {
            first = data;
            continue;
        }
        if whole.is_empty() {
            whole.reserve(first.len() + data.len());
            whole.extend_from_slice(&std::mem::take(&mut first));
        }
        whole.extend_from_slice(&data);
    }
}

/// What has arrived, in one piece.
fn join(first: &Bytes, whole: BytesMut) -> Bytes {
    match whole.is_empty() {
        true => first.clone(),
        false => whole.freeze(),
    }
}

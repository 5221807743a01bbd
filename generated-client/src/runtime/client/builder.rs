// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Builds a client: where, who, how long, how often.

mod base;
mod credentials;

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use http::header::USER_AGENT;

use crate::runtime::client::base::Base;
use crate::runtime::client::core::Shared;
use crate::runtime::client::credential::Held;
use crate::runtime::client::{Api, CallOptions, Core, Credential, Retry, defaults};
use crate::runtime::limit::{Limiter, Limits, WindowLimiter};
use crate::runtime::request::Fields;
use crate::runtime::time::{Clock, SystemClock};
use crate::runtime::transport::Transport;

/// Builds a client of an API.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<A> {
    base_url: Option<String>,
    server: usize,
    variables: Vec<(String, String)>,
    credentials: Vec<(&'static str, Credential)>,
    headers: CallOptions,
    user_agent: Option<String>,
    timeout: Option<Duration>,
    attempt_timeout: Duration,
    idle_timeout: Duration,
    connect_timeout: Duration,
    retry: Retry,
    limits: Limits,
    validate: bool,
    limiter: Option<Arc<dyn Limiter>>,
    clock: Option<Arc<dyn Clock>>,
    transport: Option<Arc<dyn Transport>>,
    largest_reply: usize,
    api: PhantomData<fn() -> A>,
}

/// Why a client cannot be built.
#[derive(Debug)]
pub struct BuildError(pub(super) String);

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for BuildError {}

impl<A: Api> Default for ClientBuilder<A> {
    fn default() -> Self {
        Self::new()
    }
}

impl<A: Api> ClientBuilder<A> {
    /// Starts with the document's first server and the defaults that the setters tell.
    pub fn new() -> Self {
        Self {
            base_url: None,
            server: 0,
            variables: Vec::new(),
            credentials: Vec::new(),
            headers: CallOptions::default(),
            user_agent: None,
            timeout: None,
            attempt_timeout: defaults::ATTEMPT_TIMEOUT,
            idle_timeout: defaults::IDLE_TIMEOUT,
            connect_timeout: defaults::CONNECT_TIMEOUT,
            retry: Retry::default(),
            limits: Limits::default(),
            validate: false,
            limiter: None,
            clock: None,
            transport: None,
            largest_reply: defaults::LARGEST_REPLY,
            api: PhantomData,
        }
    }

    /// Sends every request below this URL, whatever servers the document names, those of single
    /// operations included. A path is kept (`https://proxy.example/hood`), and a query comes before that
    /// of each request.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Chooses one of the document's servers by its place in the list (the client has constants where
    /// there are several); the first is 0, and the default.
    pub fn server(mut self, index: usize) -> Self {
        self.server = index;
        self
    }

    /// Says what a variable of the server's URL is. One that no server has, or a value that the document
    /// does not allow, has [`ClientBuilder::build`] fail.
    pub fn server_variable(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.variables.push((name.into(), value.into()));
        self
    }

    /// The credential for a security scheme, by the scheme's name in the document.
    pub fn credential(mut self, scheme: &'static str, credential: Credential) -> Self {
        self.credentials.retain(|(known, _)| *known != scheme);
        self.credentials.push((scheme, credential));
        self
    }

    /// Whether the values that are sent are held to what the document demands of them (lengths, patterns,
    /// ranges, items) before anything is sent; not unless told. A call may say otherwise. Needs the feature
    /// `validate`.
    #[cfg(feature = "validate")]
    pub fn validate(mut self, validate: bool) -> Self {
        self.validate = validate;
        self
    }

    /// A header field of every request.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.header(name, value);
        self
    }

    /// The `User-Agent`; the package's name and version unless told otherwise.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// The longest that a whole call may take, with its retries and whatever it waits for. None
    /// unless told otherwise: each of its parts is bounded.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// The longest that one attempt may take, from departure until the reply has arrived whole: 30
    /// seconds unless told otherwise.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = timeout;
        self
    }

    /// The longest that a reply which is taken in piece by piece may pause: 2 minutes unless told
    /// otherwise. Such a reply may take as long as it likes as a whole.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.idle_timeout = timeout;
        self
    }

    /// The longest that connecting may take: 10 seconds unless told otherwise. Of the default
    /// transport only.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How failures are retried: see [`Retry`] for what holds unless told otherwise.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// What to do where a rate limit leaves no room: wait for up to five minutes unless told otherwise.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// A limiter of the caller's own, or one that several clients share.
    pub fn limiter(mut self, limiter: Arc<dyn Limiter>) -> Self {
        self.limiter = Some(limiter);
        self
    }

    /// The largest reply that is taken in, in bytes: 64 MiB unless told otherwise.
    pub fn largest_reply(mut self, bytes: usize) -> Self {
        self.largest_reply = bytes;
        self
    }

    /// A source of time of the caller's own, for tests.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = Some(clock);
        self
    }

    /// A transport of the caller's own.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// A `reqwest` client of the caller's own; see [`ReqwestTransport::over`](crate::runtime::transport::ReqwestTransport::over)
    /// for what it must bring, and leave to this client.
    #[cfg(feature = "reqwest")]
    pub fn reqwest_client(self, client: reqwest::Client) -> Self {
        self.transport(crate::runtime::transport::ReqwestTransport::over(client))
    }

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// Where the base URL is not one, a header field cannot be sent, a credential is for a scheme
    /// that the document does not have or of another kind, or TLS cannot be set up.
    pub fn build(self) -> Result<A, BuildError> {
        let base_url = self.base()?;
        let no_target = || BuildError(format!("no request can go below \"{}\"", base_url.url()));
        let base = Base::of(base_url.url()).ok_or_else(no_target)?;
        let credentials = self.held()?;
        let headers = self.all_headers()?;
        let clock = self
            .clock
            .unwrap_or_else(|| Arc::new(SystemClock::default()));
        let limiter = self
            .limiter
            .unwrap_or_else(|| Arc::new(WindowLimiter::new(Arc::clone(&clock))));
        let transport = match self.transport {
            Some(transport) => transport,
            None => default_transport(self.connect_timeout)?,
        };
        Ok(A::from_core(Core::new(Shared {
            base_url,
            base,
            variables: self.variables,
            credentials,
            headers,
            timeout: self.timeout,
            attempt_timeout: self.attempt_timeout,
            idle_timeout: self.idle_timeout,
            retry: self.retry,
            limits: self.limits,
            validate: self.validate,
            limiter,
            clock,
            transport,
            largest_reply: self.largest_reply,
        })))
    }

    /// The credentials, each with its scheme.
    fn held(&self) -> Result<Vec<Held>, BuildError> {
        let held = self.credentials.iter().map(|(name, credential)| {
            let scheme = A::SPEC.schemes.iter().find(|known| known.name == *name);
            let unknown = || BuildError(format!("the API has no security scheme `{name}`"));
            let scheme = scheme.ok_or_else(unknown)?;
            match credential.mismatch(scheme.kind) {
                None => Ok(Held::new(scheme, credential.clone())),
                Some(other) => Err(BuildError(format!(
                    "the security scheme `{name}` takes {other}"
                ))),
            }
        });
        held.collect()
    }

    fn all_headers(&self) -> Result<Fields, BuildError> {
        if let Some(error) = &self.headers.error {
            return Err(BuildError(error.to_string()));
        }
        let mut headers = self.headers.headers.clone();
        let own = format!("{}/{}", A::SPEC.name, A::SPEC.version);
        let text = self.user_agent.as_deref().unwrap_or(&own);
        match text.parse() {
            Ok(value) => headers.insert(USER_AGENT, value),
            Err(_) => return Err(BuildError(format!("{text:?} is no `User-Agent`"))),
        }
        Ok(headers)
    }
}

impl<A> fmt::Debug for ClientBuilder<A> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut builder = formatter.debug_struct("ClientBuilder");
        builder
            .field("base_url", &self.base_url)
            .field("credentials", &self.credentials);
        builder
            .field("retry", &self.retry)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

#[cfg(feature = "reqwest")]
fn default_transport(connect_timeout: Duration) -> Result<Arc<dyn Transport>, BuildError> {
    match crate::runtime::transport::ReqwestTransport::new(connect_timeout) {
        Ok(transport) => Ok(Arc::new(transport)),
        Err(error) => Err(BuildError(format!("no TLS: {error}"))),
    }
}

#[cfg(not(feature = "reqwest"))]
fn default_transport(_: Duration) -> Result<Arc<dyn Transport>, BuildError> {
    Err(BuildError(
        "no transport: turn the feature `reqwest` on, or give the builder one".to_owned(),
    ))
}

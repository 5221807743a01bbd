//! Builds a client: where, who, how long, how often.

mod base;
mod credentials;
mod settings;

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use crate::client::{Api, Core, Credential, Retry};
use crate::limit::{Limiter, Limits};
use crate::time::Clock;
use crate::transport::Transport;
use settings::Settings;

/// Builds a client of an API.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<A> {
    settings: Settings,
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
            settings: Settings::default(),
            api: PhantomData,
        }
    }

    /// Sends every request below this URL, whatever servers the document names, those of single
    /// operations included. A path is kept (`https://proxy.example/hood`), and a query comes before that
    /// of each request.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.settings.base_url = Some(url.into());
        self
    }

    /// Chooses one of the document's servers by its place in the list (the client has constants where
    /// there are several); the first is 0, and the default.
    pub fn server(mut self, index: usize) -> Self {
        self.settings.server = index;
        self
    }

    /// Says what a variable of the server's URL is. One that no server has, or a value that the document
    /// does not allow, has [`ClientBuilder::build`] fail.
    pub fn server_variable(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.settings.variables.push((name.into(), value.into()));
        self
    }

    /// The credential for a security scheme, by the scheme's name in the document.
    pub fn credential(mut self, scheme: &'static str, credential: Credential) -> Self {
        self.settings
            .credentials
            .retain(|(known, _)| *known != scheme);
        self.settings.credentials.push((scheme, credential));
        self
    }

    /// Whether the values that are sent are held to what the document demands of them (lengths, patterns,
    /// ranges, items) before anything is sent; not unless told. A call may say otherwise. Needs the feature
    /// `validate`.
    #[cfg(feature = "validate")]
    pub fn validate(mut self, validate: bool) -> Self {
        self.settings.validate = validate;
        self
    }

    /// A header field of every request.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.settings.headers.header(name, value);
        self
    }

    /// The `User-Agent`; the package's name and version unless told otherwise.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.settings.user_agent = Some(user_agent.into());
        self
    }

    /// The longest that a whole call may take, with its retries and whatever it waits for. None
    /// unless told otherwise: each of its parts is bounded.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = Some(timeout);
        self
    }

    /// The longest that one attempt may take, from departure until the reply has arrived whole: 30
    /// seconds unless told otherwise.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.settings.attempt_timeout = timeout;
        self
    }

    /// The longest that a reply which is taken in piece by piece may pause: 2 minutes unless told
    /// otherwise. Such a reply may take as long as it likes as a whole.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.settings.idle_timeout = timeout;
        self
    }

    /// The longest that connecting may take: 10 seconds unless told otherwise. Of the default
    /// transport only.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.settings.connect_timeout = timeout;
        self
    }

    /// How failures are retried: see [`Retry`] for what holds unless told otherwise.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.settings.retry = retry;
        self
    }

    /// What to do where a rate limit leaves no room: wait for up to five minutes unless told otherwise.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.settings.limits = limits;
        self
    }

    /// A limiter of the caller's own, or one that several clients share.
    pub fn limiter(mut self, limiter: Arc<dyn Limiter>) -> Self {
        self.settings.limiter = Some(limiter);
        self
    }

    /// The largest reply that is taken in, in bytes: 64 MiB unless told otherwise.
    pub fn largest_reply(mut self, bytes: usize) -> Self {
        self.settings.largest_reply = bytes;
        self
    }

    #[cfg(feature = "multipart")]
    /// What stands between the parts of every multipart body, for tests that compare bytes. Unless told,
    /// each body has a boundary of its own, drawn by lot.
    pub fn multipart_boundary(mut self, boundary: impl Into<String>) -> Self {
        self.settings.boundary = Some(boundary.into());
        self
    }

    /// A source of time of the caller's own, for tests.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.settings.clock = Some(clock);
        self
    }

    /// A transport of the caller's own.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.settings.transport = Some(Arc::new(transport));
        self
    }

    /// A `reqwest` client of the caller's own; see [`ReqwestTransport::over`](crate::transport::ReqwestTransport::over)
    /// for what it must bring, and leave to this client.
    #[cfg(feature = "reqwest")]
    pub fn reqwest_client(self, client: reqwest::Client) -> Self {
        self.transport(crate::transport::ReqwestTransport::over(client))
    }

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// Where the base URL is not one, a header field cannot be sent, a credential is for a scheme
    /// that the document does not have or of another kind, or TLS cannot be set up.
    pub fn build(self) -> Result<A, BuildError> {
        let shared = self.settings.build(A::SPEC, A::OPERATION_VARIABLES)?;
        Ok(A::from_core(Core::new(shared)))
    }
}

impl<A> fmt::Debug for ClientBuilder<A> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let settings = &self.settings;
        let mut builder = formatter.debug_struct("ClientBuilder");
        builder
            .field("base_url", &settings.base_url)
            .field("credentials", &settings.credentials);
        builder
            .field("retry", &settings.retry)
            .field("limits", &settings.limits)
            .finish_non_exhaustive()
    }
}

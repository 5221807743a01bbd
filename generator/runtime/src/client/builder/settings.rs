//! What a builder was told, and the client that it makes of it: the same for every API, and compiled once.

use std::sync::Arc;
use std::time::Duration;

use http::header::USER_AGENT;

use super::BuildError;
use crate::client::base::Base;
use crate::client::core::Shared;
use crate::client::credential::Held;
use crate::client::{ApiSpec, CallOptions, Credential, Retry, defaults};
use crate::limit::{Limiter, Limits, WindowLimiter};
use crate::request::Fields;
use crate::time::{Clock, SystemClock};
use crate::transport::Transport;

/// What a builder was told.
pub(super) struct Settings {
    pub(super) base_url: Option<String>,
    pub(super) server: usize,
    pub(super) variables: Vec<(String, String)>,
    pub(super) credentials: Vec<(&'static str, Credential)>,
    pub(super) headers: CallOptions,
    pub(super) user_agent: Option<String>,
    pub(super) timeout: Option<Duration>,
    pub(super) attempt_timeout: Duration,
    pub(super) idle_timeout: Duration,
    pub(super) connect_timeout: Duration,
    pub(super) retry: Retry,
    pub(super) limits: Limits,
    pub(super) validate: bool,
    pub(super) limiter: Option<Arc<dyn Limiter>>,
    pub(super) clock: Option<Arc<dyn Clock>>,
    pub(super) transport: Option<Arc<dyn Transport>>,
    pub(super) largest_reply: usize,
    #[cfg(feature = "multipart")]
    pub(super) boundary: Option<String>,
}

impl Default for Settings {
    /// What the setters tell.
    fn default() -> Self {
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
            #[cfg(feature = "multipart")]
            boundary: None,
        }
    }
}

impl Settings {
    /// The client that they make.
    pub(super) fn build(
        self,
        spec: &ApiSpec,
        operation_variables: &[&str],
    ) -> Result<Shared, BuildError> {
        let base_url = self.base(spec, operation_variables)?;
        let no_target = || BuildError(format!("no request can go below \"{}\"", base_url.url()));
        let base = Base::of(base_url.url()).ok_or_else(no_target)?;
        let credentials = self.held(spec)?;
        let headers = self.all_headers(spec)?;
        let clock = self
            .clock
            .unwrap_or_else(|| Arc::new(SystemClock::default()));
        #[cfg(feature = "multipart")]
        let boundary = crate::client::multipart::checked_boundary(self.boundary)?;
        let limiter = self
            .limiter
            .unwrap_or_else(|| Arc::new(WindowLimiter::new(Arc::clone(&clock))));
        let transport = match self.transport {
            Some(transport) => transport,
            None => default_transport(self.connect_timeout)?,
        };
        Ok(Shared {
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
            #[cfg(feature = "multipart")]
            boundary,
        })
    }

    /// The credentials, each with its scheme.
    fn held(&self, spec: &ApiSpec) -> Result<Vec<Held>, BuildError> {
        let held = self.credentials.iter().map(|(name, credential)| {
            let scheme = spec.schemes.iter().find(|known| known.name == *name);
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

    fn all_headers(&self, spec: &ApiSpec) -> Result<Fields, BuildError> {
        if let Some(error) = &self.headers.error {
            return Err(BuildError(error.to_string()));
        }
        let mut headers = self.headers.headers.clone();
        let own = format!("{}/{}", spec.name, spec.version);
        let text = self.user_agent.as_deref().unwrap_or(&own);
        match text.parse() {
            Ok(value) => headers.insert(USER_AGENT, value),
            Err(_) => return Err(BuildError(format!("{text:?} is no `User-Agent`"))),
        }
        Ok(headers)
    }
}

#[cfg(feature = "reqwest")]
fn default_transport(connect_timeout: Duration) -> Result<Arc<dyn Transport>, BuildError> {
    match crate::transport::ReqwestTransport::new(connect_timeout) {
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

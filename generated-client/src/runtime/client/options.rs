// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! What a caller chooses for one call.

use std::time::Duration;

use http::HeaderMap;

use crate::runtime::client::Retry;
use crate::runtime::error::RequestError;
use crate::runtime::limit::Limits;

/// What a caller chooses for one call; what is not chosen is as the client has it.
#[derive(Debug, Clone, Default)]
pub struct CallOptions {
    pub(crate) timeout: Option<Duration>,
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) retry: Option<Retry>,
    pub(crate) limits: Option<Limits>,
    pub(crate) headers: HeaderMap,
    pub(crate) keeps_redirects: bool,
    pub(crate) error: Option<RequestError>,
}

impl CallOptions {
    /// The longest that the whole call may take, waiting included.
    pub fn timeout(&mut self, timeout: Duration) {
        self.timeout = Some(timeout);
    }

    /// The longest that one attempt may take.
    pub fn attempt_timeout(&mut self, timeout: Duration) {
        self.attempt_timeout = Some(timeout);
    }

    /// How failures are retried.
    pub fn retry(&mut self, retry: Retry) {
        self.retry = Some(retry);
    }

    /// What to do where a rate limit leaves no room.
    pub fn limits(&mut self, limits: Limits) {
        self.limits = Some(limits);
    }

    /// Gives redirects to the caller instead of following them.
    pub fn keep_redirects(&mut self) {
        self.keeps_redirects = true;
    }

    /// A header field beside those of the operation; it replaces one of the same name. One that
    /// cannot be sent makes the call fail before anything is sent.
    pub fn header(&mut self, name: &str, value: &str) {
        match (name.parse::<http::HeaderName>(), value.parse()) {
            (Ok(field), Ok(value)) => _ = self.headers.insert(field, value),
            _ => self.error = Some(RequestError::header(name)),
        }
    }
}

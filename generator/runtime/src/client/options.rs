//! What a caller chooses for one call.

use std::time::Duration;

use http::header::ACCEPT;
use http::{HeaderMap, HeaderValue};

use crate::client::{Intake, Retry};
use crate::error::RequestError;
use crate::limit::Limits;
use crate::stream::Framing;

/// What a caller chooses for one call; what is not chosen is as the client has it.
#[derive(Debug, Clone, Default)]
pub struct CallOptions {
    pub(crate) timeout: Option<Duration>,
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) idle_timeout: Option<Duration>,
    pub(crate) retry: Option<Retry>,
    pub(crate) limits: Option<Limits>,
    pub(crate) validate: Option<bool>,
    pub(crate) headers: HeaderMap,
    pub(crate) keeps_redirects: bool,
    pub(crate) intake: Intake,
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

    /// The longest that a reply which is taken in piece by piece may pause.
    pub fn idle_timeout(&mut self, timeout: Duration) {
        self.idle_timeout = Some(timeout);
    }

    /// How failures are retried.
    pub fn retry(&mut self, retry: Retry) {
        self.retry = Some(retry);
    }

    /// What to do where a rate limit leaves no room.
    pub fn limits(&mut self, limits: Limits) {
        self.limits = Some(limits);
    }

    /// Whether values are held to what the document demands of them before they are sent.
    pub fn validate(&mut self, validate: bool) {
        self.validate = Some(validate);
    }

    /// Gives redirects to the caller instead of following them.
    pub fn keep_redirects(&mut self) {
        self.keeps_redirects = true;
    }

    /// Leaves the body of a success to the caller, who takes it in as it arrives.
    pub fn leave_bytes(&mut self) {
        self.intake = Intake::Bytes;
    }

    /// Leaves the items of a success to the caller, and asks for them.
    pub fn leave_items(&mut self, framing: Framing, accept: &'static str) {
        self.intake = Intake::Items(framing);
        let accept = HeaderValue::from_static(accept);
        self.headers.entry(ACCEPT).or_insert(accept);
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

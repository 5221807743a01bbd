//! What a caller chooses for one call.

use std::time::Duration;

use http::HeaderValue;
use http::header::ACCEPT;

#[cfg(feature = "pages")]
use crate::client::Page;
use crate::client::core::Shared;
use crate::client::{Intake, Retry};
use crate::error::RequestError;
use crate::limit::Limits;
use crate::request::Fields;
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
    pub(crate) headers: Fields,
    pub(crate) keeps_redirects: bool,
    pub(crate) intake: Intake,
    #[cfg(feature = "pages")]
    /// Which page is asked for, where there are pages.
    pub(crate) page: Option<Page>,
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
        self.headers.insert_default(&ACCEPT, &accept);
    }

    /// A header field beside those of the operation; it replaces one of the same name. One that
    /// cannot be sent makes the call fail before anything is sent.
    pub fn header(&mut self, name: &str, value: &str) {
        match (name.parse::<http::HeaderName>(), value.parse()) {
            (Ok(field), Ok(value)) => self.headers.insert(field, value),
            (Err(_), _) => self.error = Some(RequestError::header_name(name)),
            (_, Err(_)) => self.error = Some(RequestError::header(name)),
        }
    }

    /// What holds for the call: what was chosen for it, or else for the client.
    pub(super) fn over(&self, shared: &Shared) -> Choices {
        Choices {
            timeout: self.timeout.or(shared.timeout),
            attempt_timeout: self.attempt_timeout.unwrap_or(shared.attempt_timeout),
            idle_timeout: self.idle_timeout.unwrap_or(shared.idle_timeout),
            retry: self.retry.unwrap_or(shared.retry),
            limits: self.limits.unwrap_or(shared.limits),
            keeps_redirects: self.keeps_redirects,
            intake: self.intake,
        }
    }
}

/// What holds for one call.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choices {
    pub(super) timeout: Option<Duration>,
    pub(super) attempt_timeout: Duration,
    pub(super) idle_timeout: Duration,
    pub(super) retry: Retry,
    pub(super) limits: Limits,
    pub(super) keeps_redirects: bool,
    pub(super) intake: Intake,
}

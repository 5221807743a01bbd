// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! When a request is tried again, and after how long.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use http::StatusCode;

use crate::runtime::client::defaults;

/// How failures are retried. What may have been sent is repeated only where the operation is
/// idempotent, or the server asked for it. A request with an `Idempotency-Key` counts as idempotent: each attempt
/// sends the same key.
///
/// Retried always: failures to connect; 429 and 503 with `Retry-After`. Retried where the operation
/// is idempotent: connections that broke, attempts that took too long, and 408, 429, 502, 503, 504.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retry {
    attempts: u32,
    first_pause: Duration,
    longest_pause: Duration,
    longest_retry_after: Duration,
}

impl Default for Retry {
    /// Three attempts; pauses of up to 0.5, 1, 2, … 8 seconds, drawn by lot; `Retry-After` up to 120 seconds.
    fn default() -> Self {
        Self {
            attempts: defaults::ATTEMPTS,
            first_pause: defaults::FIRST_PAUSE,
            longest_pause: defaults::LONGEST_PAUSE,
            longest_retry_after: defaults::LONGEST_RETRY_AFTER,
        }
    }
}

impl Retry {
    /// One attempt only.
    pub fn never() -> Self {
        Self {
            attempts: 1,
            ..Self::default()
        }
    }

    /// At most so many attempts, the first included.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// The longest pause before the second attempt; it doubles with each further one, up to `longest`.
    #[must_use]
    pub fn pauses(mut self, first: Duration, longest: Duration) -> Self {
        self.first_pause = first;
        self.longest_pause = longest;
        self
    }

    /// The longest `Retry-After` that is waited for.
    #[must_use]
    pub fn longest_retry_after(mut self, longest: Duration) -> Self {
        self.longest_retry_after = longest;
        self
    }

    /// The pause after an attempt that had no reply; `None` where there is to be no other.
    pub(super) fn after_failure(&self, attempt: u32, may_repeat: bool) -> Option<Duration> {
        (attempt < self.attempts && may_repeat).then(|| self.pause(attempt))
    }

    /// The pause after a reply; `None` where there is to be no other attempt.
    pub(super) fn after_reply(
        &self,
        attempt: u32,
        status: StatusCode,
        asked: Option<Duration>,
        idempotent: bool,
    ) -> Option<Duration> {
        if attempt >= self.attempts {
            return None;
        }
        match (status.as_u16(), asked) {
            (429 | 503, Some(asked)) => (asked <= self.longest_retry_after).then_some(asked),
            (408 | 429 | 502..=504, _) if idempotent => Some(self.pause(attempt)),
            _ => None,
        }
    }

    /// Drawn by lot between nothing and a span that doubles with each attempt.
    fn pause(&self, attempt: u32) -> Duration {
        let doubled = self
            .first_pause
            .saturating_mul(1_u32 << attempt.saturating_sub(1).min(16));
        let lot = RandomState::new().hash_one(attempt) as f64 / u64::MAX as f64;
        doubled.min(self.longest_pause).mul_f64(lot)
    }
}

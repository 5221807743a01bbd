// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! What a document declares about limits, and what a caller chooses to do about them.

use std::fmt;
use std::time::{Duration, SystemTime};

/// A declared limit: at most `limit` requests of a scope in any `window`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Policy {
    /// Its name in the document.
    pub name: &'static str,
    /// What is counted together: policies of the same name and scope share their places.
    pub scope: &'static str,
    /// How many requests a window may hold.
    pub limit: u32,
    /// The window's length.
    pub window: Duration,
}

/// What to do where a limit leaves no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limits {
    /// Wait for a place, and fail where that takes longer.
    Wait {
        /// The longest wait.
        longest: Duration,
    },
    /// Fail at once.
    Refuse,
    /// Send nevertheless: nothing is counted.
    Off,
}

impl Default for Limits {
    /// Waits for up to five minutes.
    fn default() -> Self {
        Self::Wait {
            longest: Duration::from_secs(300),
        }
    }
}

impl Limits {
    /// The same, but for no longer than there is time.
    pub(crate) fn within(self, left: Option<Duration>) -> Self {
        match (self, left) {
            (Self::Wait { longest }, Some(left)) => Self::Wait {
                longest: longest.min(left),
            },
            (limits, _) => limits,
        }
    }

    /// The longest wait that is allowed.
    pub(crate) fn longest(self) -> Duration {
        match self {
            Self::Wait { longest } => longest,
            Self::Refuse | Self::Off => Duration::ZERO,
        }
    }
}

/// A request that was not sent, since a limit left no room for it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimited {
    /// The policy's name; empty where a server asked for a pause beyond the declared policies.
    pub policy: &'static str,
    /// When there is room again, as far as is known now; others may wait for the same room.
    pub retry_at: SystemTime,
    /// How long that is from now.
    pub retry_after: Duration,
}

impl fmt::Display for RateLimited {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.policy {
            "" => formatter.write_str("the server asked for a pause")?,
            policy => write!(formatter, "the rate limit `{policy}` leaves no room")?,
        }
        write!(formatter, ", for another {:?}", self.retry_after)
    }
}

impl std::error::Error for RateLimited {}

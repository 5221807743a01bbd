// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! What the client asks of a limiter; a caller's own can stand in, say for several processes that
//! share one limit.

use std::fmt::Debug;
use std::sync::Arc;

use http::{HeaderMap, StatusCode};

use crate::runtime::BoxFuture;
use crate::runtime::limit::{Limits, Policy, RateLimited};

/// A request that asks for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LimitRequest {
    /// The operation's id.
    pub operation: &'static str,
    /// The policies that bind it.
    pub policies: &'static [Policy],
    /// Whose requests are counted together: a fingerprint of the credentials.
    pub partition: u64,
}

/// Gives places to requests. Asked before every attempt and every redirect hop.
pub trait Limiter: Debug + Send + Sync {
    /// Resolves when the request may leave, which it then does at once. Dropping the future gives
    /// the place in the queue back.
    fn acquire(
        self: Arc<Self>,
        request: LimitRequest,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Box<dyn Permit>, RateLimited>>;
}

/// A place. Dropped without a word, the request is taken to have been sent.
pub trait Permit: Debug + Send + Sync {
    /// Nothing was sent: the place is free again at once.
    fn not_sent(self: Box<Self>);

    /// The reply's header fields are here, and say what they say about limits.
    fn replied(&mut self, status: StatusCode, headers: &HeaderMap);
}

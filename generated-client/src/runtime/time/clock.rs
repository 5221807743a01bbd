// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! What the client asks of time.

use std::fmt::Debug;
use std::ops::Add;
use std::time::{Duration, SystemTime};

use crate::runtime::BoxFuture;

/// A moment: how long after the start of its clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Moment(pub Duration);

impl Moment {
    /// How long after an earlier moment; nothing where that is later.
    pub fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}

impl Add<Duration> for Moment {
    type Output = Self;

    fn add(self, span: Duration) -> Self {
        Self(self.0.saturating_add(span))
    }
}

/// A source of time.
pub trait Clock: Debug + Send + Sync {
    /// This moment; never earlier than one that was told before.
    fn now(&self) -> Moment;

    /// This moment on the wall, for dates in header fields.
    fn wall(&self) -> SystemTime;

    /// Resolves at a moment, or at once if it has passed.
    fn sleep_until(&self, moment: Moment) -> BoxFuture<'static, ()>;
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! The clock of the machine.

use std::time::SystemTime;

use tokio::time::Instant;

use crate::runtime::BoxFuture;
use crate::runtime::time::{Clock, Moment};

/// The clock of the machine; sleeps by `tokio`'s timer.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock {
    start: Instant,
}

impl Default for SystemClock {
    fn default() -> Self {
        Self {
            start: Instant::now(),
        }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        Moment(self.start.elapsed())
    }

    fn wall(&self) -> SystemTime {
        SystemTime::now()
    }

    fn sleep_until(&self, moment: Moment) -> BoxFuture<'static, ()> {
        let instant = self.start.checked_add(moment.0);
        // only what waits asks for `tokio`'s timer
        Box::pin(async move {
            match instant {
                Some(instant) => tokio::time::sleep_until(instant).await,
                None => std::future::pending().await, // later than any instant
            }
        })
    }
}

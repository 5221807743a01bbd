// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! The clock of the machine.

use std::time::{Instant, SystemTime};

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
        let span = moment.since(self.now());
        Box::pin(async move { tokio::time::sleep(span).await })
    }
}

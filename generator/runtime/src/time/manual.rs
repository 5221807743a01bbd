//! A clock that stands still until it is told otherwise, for tests.

use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};
use std::time::{Duration, SystemTime};

use crate::BoxFuture;
use crate::time::{Clock, Moment};

/// A clock that stands still until [`ManualClock::advance`] is called. Clones show the same time.
#[derive(Debug, Clone, Default)]
pub struct ManualClock {
    state: Arc<Mutex<State>>,
    jumping: bool,
}

#[derive(Debug, Default)]
struct State {
    now: Moment,
    sleepers: Vec<(Moment, Waker)>,
}

impl ManualClock {
    /// A clock at its start, which is the start of the Unix epoch on the wall.
    pub fn new() -> Self {
        Self::default()
    }

    /// A clock on which every sleep ends at once, and the time is then what was slept for.
    pub fn jumping() -> Self {
        Self {
            jumping: true,
            ..Self::default()
        }
    }

    /// Lets time pass, and wakes who slept that long.
    pub fn advance(&self, span: Duration) {
        let due: Vec<(Moment, Waker)> = {
            let mut state = self.lock();
            let now = state.now + span;
            state.now = now;
            let (due, later) = std::mem::take(&mut state.sleepers)
                .into_iter()
                .partition(|(moment, _)| *moment <= now);
            state.sleepers = later;
            due
        };
        due.into_iter().for_each(|(_, waker)| waker.wake());
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Moment {
        self.lock().now
    }

    fn wall(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + self.now().0
    }

    fn sleep_until(&self, moment: Moment) -> BoxFuture<'static, ()> {
        let clock = self.clone();
        Box::pin(poll_fn(move |context| {
            let mut state = clock.lock();
            if clock.jumping && state.now < moment {
                state.now = moment;
            }
            if state.now >= moment {
                return Poll::Ready(());
            }
            state.sleepers.push((moment, context.waker().clone()));
            Poll::Pending
        }))
    }
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! The limiter that a client has unless told otherwise: places and a queue under one lock, no
//! background task.

use std::collections::HashMap;
use std::fmt;
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use crate::runtime::BoxFuture;
use crate::runtime::limit::places::{Free, Places};
use crate::runtime::limit::queue::{Key, Queue};
use crate::runtime::limit::{Feedback, LimitRequest, Limiter, Limits, Permit, RateLimited};
use crate::runtime::time::{Clock, Moment};

/// How long a request is assumed to travel at the most, unless told otherwise.
const LONGEST_TRANSIT: Duration = Duration::from_millis(500);
/// How many policies are remembered before idle ones are looked for.
const MANY: usize = 1024;

/// Keeps declared limits within one process. Clones of a client share theirs; an `Arc` of one can
/// be given to several clients on purpose.
pub struct WindowLimiter {
    clock: Arc<dyn Clock>,
    longest_transit: Duration,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    places: HashMap<Key, Places>,
    queue: Queue,
    last_permit: u64,
}

impl fmt::Debug for WindowLimiter {
    /// Without who asked for what: the fingerprint of a credential that can be guessed would tell it.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("WindowLimiter")
            .field("longest_transit", &self.longest_transit)
            .finish_non_exhaustive()
    }
}

impl WindowLimiter {
    /// A limiter on a clock.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            longest_transit: LONGEST_TRANSIT,
            state: Mutex::default(),
        }
    }

    /// How long a request may travel until it has arrived at the server: 500 milliseconds unless
    /// told otherwise. Where requests travel longer, a window may see more of them than declared.
    #[must_use]
    pub fn longest_transit(mut self, longest_transit: Duration) -> Self {
        self.longest_transit = longest_transit;
        self
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes something, and wakes who may leave because of it.
    fn change(&self, change: impl FnOnce(&mut State)) {
        let wakers = {
            let mut state = self.lock();
            change(&mut state);
            state.queue.first()
        };
        wakers.into_iter().for_each(Waker::wake);
    }

    /// Leaves with a place, or says when to ask again (`None`: when woken).
    fn try_leave(&self, ticket: &Ticket, context: &Context<'_>) -> Result<(), (Key, Option<Free>)> {
        let now = self.clock.now();
        let mut state = self.lock();
        let longest = ticket
            .keys
            .iter()
            .filter_map(|key| state.places(*key).free_at(now).map(|free| (*key, free)))
            .max_by_key(|(_, free)| free.latest);
        let blocked = match (state.queue.is_behind(ticket.permit, &ticket.keys), longest) {
            (true, Some((key, _))) => Some((key, None)),
            (true, None) => ticket.keys.first().map(|key| (*key, None)),
            (false, Some((key, free))) => Some((key, Some(free))),
            (false, None) => None,
        };
        if let Some(blocked) = blocked {
            state.queue.wait(ticket.permit, context.waker());
            return Err(blocked);
        }
        for key in &ticket.keys {
            state
                .places(*key)
                .take(ticket.permit, now, self.longest_transit);
        }
        Ok(())
    }

    fn refusal(&self, key: Key) -> RateLimited {
        let now = self.clock.now();
        let free = self.lock().places(key).free_at(now);
        let retry_after = free.map_or(Duration::ZERO, |free| free.latest.since(now));
        RateLimited {
            policy: key.policy(),
            retry_at: self.clock.wall() + retry_after,
            retry_after,
        }
    }
}

impl State {
    fn places(&mut self, key: Key) -> &mut Places {
        self.places.entry(key).or_insert_with(|| match key {
            Key::Policy(policy, _) => Places::new(Some(policy.limit), policy.window),
            Key::Operation(..) => Places::new(None, Duration::ZERO),
        })
    }

    fn join(&mut self, keys: &[Key], now: Moment) -> u64 {
        if self.places.len() >= MANY {
            self.places.retain(|_, places| !places.is_idle(now));
        }
        self.last_permit += 1;
        self.queue.join(self.last_permit, keys);
        self.last_permit
    }
}

/// A place in the queue, left when dropped.
struct Ticket {
    limiter: Arc<WindowLimiter>,
    permit: u64,
    keys: Vec<Key>,
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.limiter.change(|state| state.queue.leave(self.permit));
    }
}

impl Limiter for WindowLimiter {
    fn acquire(
        self: Arc<Self>,
        request: LimitRequest,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Box<dyn Permit>, RateLimited>> {
        Box::pin(async move {
            let mut keys = vec![Key::Operation(request.operation, request.partition)];
            keys.extend(
                request
                    .policies
                    .iter()
                    .map(|policy| Key::Policy(*policy, request.partition)),
            );
            if limits != Limits::Off {
                self.wait(keys, limits.longest()).await
            } else {
                Ok(Box::new(Uncounted) as Box<dyn Permit>)
            }
        })
    }
}

impl WindowLimiter {
    async fn wait(
        self: Arc<Self>,
        keys: Vec<Key>,
        longest: Duration,
    ) -> Result<Box<dyn Permit>, RateLimited> {
        let start = self.clock.now();
        let deadline = start + longest;
        let permit = self.lock().join(&keys, start);
        let ticket = Ticket {
            limiter: Arc::clone(&self),
            permit,
            keys,
        };
        let mut sleep: Option<(Moment, BoxFuture<'static, ()>)> = None;
        poll_fn(|context| {
            loop {
                let (key, free) = match self.try_leave(&ticket, context) {
                    Ok(()) => return Poll::Ready(Ok(())),
                    Err(blocked) => blocked,
                };
                let too_late = free.is_some_and(|free| free.earliest > deadline);
                if too_late || self.clock.now() >= deadline {
                    return Poll::Ready(Err(self.refusal(key)));
                }
                let moment = free.map_or(deadline, |free| free.latest.min(deadline));
                let timer = match &mut sleep {
                    Some((at, timer)) if *at == moment => timer,
                    _ => &mut sleep.insert((moment, self.clock.sleep_until(moment))).1,
                };
                match timer.as_mut().poll(context) {
                    Poll::Ready(()) => sleep = None,
                    Poll::Pending => return Poll::Pending,
                }
            }
        })
        .await?;
        let keys = ticket.keys.clone();
        drop(ticket);
        Ok(Box::new(WindowPermit {
            limiter: self,
            permit,
            keys,
        }))
    }
}

/// A place in the windows of some policies.
#[derive(Debug)]
struct WindowPermit {
    limiter: Arc<WindowLimiter>,
    permit: u64,
    keys: Vec<Key>,
}

impl Permit for WindowPermit {
    fn not_sent(self: Box<Self>) {
        self.limiter.change(|state| {
            for key in &self.keys {
                state.places(*key).give_back(self.permit);
            }
        });
    }

    fn replied(&mut self, status: StatusCode, headers: &HeaderMap) {
        let now = self.limiter.clock.now();
        let feedback = Feedback::read(status, headers, self.limiter.clock.wall());
        self.limiter.change(|state| {
            for key in &self.keys {
                let places = state.places(*key);
                places.arrived(self.permit, now);
                if let Some(pause) = feedback.pause {
                    places.pause(now + pause);
                }
            }
            for quota in &feedback.quotas {
                for key in quota.concerns(&self.keys) {
                    state
                        .places(key)
                        .tighten(quota.remaining, now, now + quota.reset);
                    if quota.remaining == 0 {
                        state.places(key).pause(now + quota.reset);
                    }
                }
            }
        });
    }
}

/// The permit where nothing is counted.
#[derive(Debug)]
struct Uncounted;

impl Permit for Uncounted {
    fn not_sent(self: Box<Self>) {}

    fn replied(&mut self, _: StatusCode, _: &HeaderMap) {}
}

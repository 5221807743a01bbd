// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! The places of one policy: how many are taken, and when the next one is free. Knows no queue.

use std::time::Duration;

use crate::runtime::time::Moment;

/// The places of one policy (of one scope and one credential).
#[derive(Debug)]
pub(super) struct Places {
    /// How many there are; `None` where only pauses count.
    limit: Option<u32>,
    window: Duration,
    taken: Vec<Taken>,
    paused_until: Moment,
}

#[derive(Debug)]
struct Taken {
    permit: u64,
    /// Until then in any case.
    earliest: Moment,
    until: Moment,
}

/// When there is a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Free {
    /// Not before this, even if every request that is under way arrived at once.
    pub(super) earliest: Moment,
    /// No later than this.
    pub(super) latest: Moment,
}

impl Places {
    pub(super) fn new(limit: Option<u32>, window: Duration) -> Self {
        Self {
            limit,
            window,
            taken: Vec::new(),
            paused_until: Moment::default(),
        }
    }

    /// When a request may leave: now, or later, as is returned.
    pub(super) fn free_at(&mut self, now: Moment) -> Option<Free> {
        self.forget(now);
        let full = self
            .limit
            .is_some_and(|limit| self.taken.len() >= limit.max(1) as usize);
        let pause = Some(self.paused_until).filter(|until| *until > now);
        let of = |moment: fn(&Taken) -> Moment| {
            let place = self.taken.iter().map(moment).min();
            place.filter(|_| full).max(pause)
        };
        let latest = of(|taken| taken.until)?;
        let earliest = of(|taken| taken.earliest)?;
        Some(Free { earliest, latest })
    }

    /// Takes a place: `longest_transit` after `now` the request has arrived at the latest.
    pub(super) fn take(&mut self, permit: u64, now: Moment, longest_transit: Duration) {
        if self.limit.is_some() {
            let earliest = now + self.window;
            let until = earliest + longest_transit;
            self.taken.push(Taken {
                permit,
                earliest,
                until,
            });
        }
    }

    /// The request has arrived by `now`.
    pub(super) fn arrived(&mut self, permit: u64, now: Moment) {
        let until = now + self.window;
        for taken in self.taken.iter_mut().filter(|taken| taken.permit == permit) {
            taken.until = taken.until.min(until);
            taken.earliest = taken.until;
        }
    }

    /// The request never left.
    pub(super) fn give_back(&mut self, permit: u64) {
        self.taken.retain(|taken| taken.permit != permit);
    }

    /// Nothing leaves before `until`.
    pub(super) fn pause(&mut self, until: Moment) {
        self.paused_until = self.paused_until.max(until);
    }

    /// The server says that only `remaining` more requests have room before `until`.
    pub(super) fn tighten(&mut self, remaining: u32, now: Moment, until: Moment) {
        self.forget(now);
        let Some(limit) = self.limit else {
            return;
        };
        let free = (limit as usize).saturating_sub(self.taken.len());
        let surplus = free.saturating_sub(remaining as usize);
        self.taken.extend((0..surplus).map(|_| Taken {
            permit: u64::MAX,
            earliest: until,
            until,
        }));
    }

    /// Whether nothing is remembered any more.
    pub(super) fn is_idle(&mut self, now: Moment) -> bool {
        self.forget(now);
        self.taken.is_empty() && self.paused_until <= now
    }

    fn forget(&mut self, now: Moment) {
        self.taken.retain(|taken| taken.until > now);
    }
}

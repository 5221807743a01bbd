//! A schedule of requests, played against the limiter and against the rules at the same time.

use std::collections::{BTreeSet, HashSet};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use clientsmith_runtime::{
    HeaderMap, LimitRequest, Limiter, Limits, ManualClock, Permit, Policy, RateLimited, StatusCode,
    WindowLimiter,
};

/// How long a request travels at the most: the limiter's own assumption.
const LONGEST_TRANSIT: u64 = 500;
const OPERATIONS: [&str; 2] = ["first", "second"];

/// A request: how long after the one before it comes, what it calls, and what becomes of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Request {
    pub(crate) gap: u64,
    pub(crate) operation: usize,
    pub(crate) fate: Fate,
}

/// What becomes of a request; times in milliseconds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Fate {
    /// It arrives after `transit`; `answer` later its reply is here, a 429 where it asks for a pause in seconds.
    Replied {
        transit: u64,
        answer: u64,
        pause: Option<u64>,
    },
    /// It turns out that nothing was sent.
    NotSent { after: u64 },
    /// It arrives, and nothing is heard of it; the caller drops it `after` its departure.
    Lost { transit: u64, after: u64 },
    /// The caller gives up waiting, unless it has left by then; then it is as lost.
    GivenUp { after: u64 },
}

/// What was seen.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// When requests left, in the order in which they came.
    pub(crate) departures: Vec<u64>,
    /// Requests that left at another moment than the rules' earliest one.
    pub(crate) late: Vec<String>,
    arrivals: Vec<(&'static [Policy], u64)>,
}

impl Outcome {
    /// Windows, as the server sees them, that hold more than their policy's limit.
    pub(crate) fn violations(&self) -> Vec<String> {
        let mut violations = Vec::new();
        let mut policies: Vec<&Policy> = Vec::new();
        for policy in self
            .arrivals
            .iter()
            .flat_map(|(policies, _)| policies.iter())
        {
            if !policies.contains(&policy) {
                policies.push(policy);
            }
        }
        for policy in policies {
            let of_policy = self
                .arrivals
                .iter()
                .filter(|(policies, _)| policies.contains(policy));
            let mut times: Vec<u64> = of_policy.map(|(_, time)| *time).collect();
            times.sort_unstable();
            let limit = policy.limit as usize;
            // a half-open window that is too full holds a request and the one `limit` places after it
            for (first, last) in times.iter().zip(times.iter().skip(limit)) {
                if last - first < millis(policy.window) {
                    violations.push(format!(
                        "`{}`: {} from {first} to {last}",
                        policy.name,
                        limit + 1
                    ));
                }
            }
        }
        violations
    }
}

type Acquiring = Pin<Box<dyn Future<Output = Result<Box<dyn Permit>, RateLimited>> + Send>>;

enum State {
    Waiting(Acquiring, Arc<Flag>),
    Sent(Box<dyn Permit>),
    Done,
}

struct Flag(AtomicBool);

impl Wake for Flag {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// The rules: who holds places until when, and who waits.
#[derive(Default)]
struct Rules {
    held: Vec<Held>,
    pauses: Vec<(Key, u64)>,
    waiting: Vec<(usize, Vec<Key>)>,
}

struct Held {
    request: usize,
    policy: Policy,
    until: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Operation(usize),
    Policy(Policy),
}

impl Rules {
    /// When the places and pauses let a request leave, `now` or later.
    fn earliest(&self, keys: &[Key], now: u64) -> u64 {
        let mut earliest = now;
        for key in keys {
            for (_, until) in self.pauses.iter().filter(|(paused, _)| paused == key) {
                earliest = earliest.max(*until);
            }
            if let Key::Policy(policy) = key {
                let held = self
                    .held
                    .iter()
                    .filter(|held| held.policy == *policy && held.until > now);
                let mut untils: Vec<_> = held.map(|held| held.until).collect();
                untils.sort_unstable();
                if let Some(surplus) = (untils.len() + 1)
                    .checked_sub(policy.limit as usize)
                    .filter(|surplus| *surplus > 0)
                {
                    earliest = earliest.max(untils.get(surplus - 1).copied().unwrap_or(now));
                }
            }
        }
        earliest
    }

    /// Those behind nobody who waits for one of their keys, with their earliest moments.
    fn first(&self, now: u64) -> Vec<(usize, u64)> {
        let mut taken = HashSet::new();
        let mut first = Vec::new();
        for (request, keys) in &self.waiting {
            if !keys.iter().any(|key| taken.contains(key)) {
                first.push((*request, self.earliest(keys, now)));
            }
            taken.extend(keys.iter().copied());
        }
        first
    }

    /// Who leaves at this moment.
    fn leave(&mut self, now: u64) -> BTreeSet<usize> {
        let mut left = BTreeSet::new();
        while let Some((request, _)) = self
            .first(now)
            .into_iter()
            .find(|(_, earliest)| *earliest <= now)
        {
            let index = self
                .waiting
                .iter()
                .position(|(other, _)| *other == request)
                .unwrap();
            let (_, keys) = self.waiting.remove(index);
            for key in keys {
                if let Key::Policy(policy) = key {
                    let until = now + LONGEST_TRANSIT + millis(policy.window);
                    self.held.push(Held {
                        request,
                        policy,
                        until,
                    });
                }
            }
            left.insert(request);
        }
        left
    }
}

/// Plays a schedule; `bound` are the policies of both operations.
pub(crate) fn run(requests: &[Request], bound: [&'static [Policy]; 2]) -> Outcome {
    let clock = ManualClock::new();
    let mut play = Play {
        limiter: Arc::new(WindowLimiter::new(Arc::new(clock.clone()))),
        clock,
        now: 0,
        bound,
        states: Vec::new(),
        events: BTreeSet::new(),
        rules: Rules::default(),
        outcome: Outcome::default(),
    };
    let mut at = 0;
    for (index, request) in requests.iter().enumerate() {
        at += request.gap;
        play.events.insert((at, Event::Comes(index)));
    }
    play.outcome.departures = vec![u64::MAX; requests.len()];
    play.run(requests);
    play.outcome
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Ends(usize),
    GivesUp(usize),
    Comes(usize),
}

struct Play {
    limiter: Arc<WindowLimiter>,
    clock: ManualClock,
    now: u64,
    bound: [&'static [Policy]; 2],
    states: Vec<State>,
    events: BTreeSet<(u64, Event)>,
    rules: Rules,
    outcome: Outcome,
}

impl Play {
    fn run(&mut self, requests: &[Request]) {
        loop {
            let event = self.events.first().map(|(time, _)| *time);
            let departure = self
                .rules
                .first(self.now)
                .into_iter()
                .map(|(_, earliest)| earliest)
                .min();
            let Some(next) = event.into_iter().chain(departure).min() else {
                break; // nobody comes, nobody waits
            };
            self.clock.advance(Duration::from_millis(next - self.now));
            self.now = next;
            // one event at a time: what it frees is taken before the next one happens
            if event == Some(next)
                && let Some((_, event)) = self.events.pop_first()
            {
                self.happen(event, requests);
            }
            let expected = self.rules.leave(self.now);
            let left = self.poll(requests);
            if left != expected {
                self.outcome
                    .late
                    .push(format!("at {}: {left:?} left, {expected:?} may", self.now));
                break; // from here on the two tell different stories
            }
        }
    }

    fn happen(&mut self, event: Event, requests: &[Request]) {
        match event {
            Event::Comes(index) => self.come(index, requests),
            Event::GivesUp(index) => {
                if matches!(self.states.get(index), Some(State::Waiting(..))) {
                    self.states[index] = State::Done;
                    self.rules.waiting.retain(|(request, _)| *request != index);
                }
            }
            Event::Ends(index) => self.end(index, requests),
        }
    }

    fn come(&mut self, index: usize, requests: &[Request]) {
        let request = &requests[index];
        let policies = self.bound[request.operation];
        let asked = LimitRequest {
            operation: OPERATIONS[request.operation],
            policies,
            partition: 0,
        };
        let longest = Duration::from_secs(86_400);
        let limiter: Arc<dyn Limiter> = self.limiter.clone();
        let acquiring = limiter.acquire(asked, Limits::Wait { longest });
        self.states.push(State::Waiting(
            acquiring,
            Arc::new(Flag(AtomicBool::new(true))),
        ));
        let mut keys = vec![Key::Operation(request.operation)];
        keys.extend(policies.iter().map(|policy| Key::Policy(*policy)));
        self.rules.waiting.push((index, keys));
        if let Fate::GivenUp { after } = request.fate {
            self.events
                .insert((self.now + after, Event::GivesUp(index)));
        }
    }

    fn end(&mut self, index: usize, requests: &[Request]) {
        let State::Sent(mut permit) = std::mem::replace(&mut self.states[index], State::Done)
        else {
            return;
        };
        match requests[index].fate {
            Fate::NotSent { .. } => {
                permit.not_sent();
                self.rules.held.retain(|held| held.request != index);
            }
            Fate::Replied { pause, .. } => {
                let (status, headers) = reply(pause);
                permit.replied(status, &headers);
                for held in self
                    .rules
                    .held
                    .iter_mut()
                    .filter(|held| held.request == index)
                {
                    held.until = held.until.min(self.now + millis(held.policy.window));
                }
                if let Some(seconds) = pause {
                    let until = self.now + seconds * 1_000;
                    let operation = requests[index].operation;
                    self.rules.pauses.push((Key::Operation(operation), until));
                    let policies = self.bound[operation].iter();
                    self.rules
                        .pauses
                        .extend(policies.map(|policy| (Key::Policy(*policy), until)));
                }
            }
            Fate::Lost { .. } | Fate::GivenUp { .. } => drop(permit),
        }
    }

    /// Polls whoever was woken, until nothing moves; gives those who left.
    fn poll(&mut self, requests: &[Request]) -> BTreeSet<usize> {
        let mut left = BTreeSet::new();
        loop {
            let mut moved = false;
            for index in 0..self.states.len() {
                let State::Waiting(acquiring, flag) = &mut self.states[index] else {
                    continue;
                };
                if !flag.0.swap(false, Ordering::SeqCst) {
                    continue; // nobody woke it
                }
                let waker = Waker::from(Arc::clone(flag));
                if let Poll::Ready(permit) =
                    acquiring.as_mut().poll(&mut Context::from_waker(&waker))
                {
                    self.states[index] = State::Sent(permit.unwrap());
                    self.depart(index, requests);
                    left.insert(index);
                    moved = true;
                }
            }
            if !moved {
                return left;
            }
        }
    }

    fn depart(&mut self, index: usize, requests: &[Request]) {
        self.outcome.departures[index] = self.now;
        let policies = self.bound[requests[index].operation];
        let (transit, end) = match requests[index].fate {
            Fate::Replied {
                transit, answer, ..
            } => (Some(transit), transit + answer),
            Fate::NotSent { after } => (None, after),
            Fate::Lost { transit, after } => (Some(transit), after),
            Fate::GivenUp { .. } => (Some(0), 0),
        };
        if let Some(transit) = transit {
            self.outcome.arrivals.push((policies, self.now + transit));
        }
        self.events.insert((self.now + end, Event::Ends(index)));
    }
}

fn reply(pause: Option<u64>) -> (StatusCode, HeaderMap) {
    let mut headers = HeaderMap::new();
    match pause {
        None => (StatusCode::OK, headers),
        Some(seconds) => {
            headers.insert("retry-after", seconds.into());
            (StatusCode::TOO_MANY_REQUESTS, headers)
        }
    }
}

fn millis(span: Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap()
}

//! The rate limiter's rules one by one. Random schedules are `limit_schedules.rs`'s business.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime};

use clientsmith_runtime::{
    HeaderMap, LimitRequest, Limiter, Limits, ManualClock, Permit, Policy, RateLimited, StatusCode,
    WindowLimiter,
};

static TWO_A_SECOND: [Policy; 1] = [Policy {
    name: "burst",
    scope: "test",
    limit: 2,
    window: Duration::from_secs(1),
}];
const PATIENT: Limits = Limits::Wait {
    longest: Duration::from_secs(300),
};

type Acquiring = Pin<Box<dyn Future<Output = Result<Box<dyn Permit>, RateLimited>> + Send>>;

struct Setting {
    clock: ManualClock,
    limiter: Arc<WindowLimiter>,
}

impl Setting {
    fn new() -> Self {
        let clock = ManualClock::new();
        let limiter = Arc::new(WindowLimiter::new(Arc::new(clock.clone())));
        Self { clock, limiter }
    }

    fn ask(&self, limits: Limits) -> Acquiring {
        self.ask_as(1, limits)
    }

    fn ask_as(&self, partition: u64, limits: Limits) -> Acquiring {
        let request = LimitRequest {
            operation: "op",
            policies: &TWO_A_SECOND,
            partition,
        };
        let limiter: Arc<dyn Limiter> = self.limiter.clone();
        limiter.acquire(request, limits)
    }

    fn fill(&self) -> Vec<Box<dyn Permit>> {
        (0..2)
            .map(|_| now(&mut self.ask(PATIENT)).unwrap().unwrap())
            .collect()
    }

    fn advance(&self, millis: u64) {
        self.clock.advance(Duration::from_millis(millis));
    }
}

/// What a future gives now; `None`: it waits.
fn now(acquiring: &mut Acquiring) -> Option<Result<Box<dyn Permit>, RateLimited>> {
    match pin!(acquiring).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => Some(outcome),
        Poll::Pending => None,
    }
}

#[test]
fn waiters_leave_in_the_order_in_which_they_came() {
    let setting = Setting::new();
    let _permits = setting.fill();
    let (mut first, mut second) = (setting.ask(PATIENT), setting.ask(PATIENT));
    assert!(now(&mut first).is_none() && now(&mut second).is_none());
    setting.advance(1_499);
    assert!(now(&mut second).is_none() && now(&mut first).is_none());
    setting.advance(1);
    assert!(now(&mut second).is_none(), "it came later");
    assert!(now(&mut first).is_some());
    assert!(now(&mut second).is_some());
}

#[test]
fn a_dropped_waiter_gives_its_place_in_the_queue_back() {
    let setting = Setting::new();
    let _permits = setting.fill();
    let (mut first, mut second) = (setting.ask(PATIENT), setting.ask(PATIENT));
    assert!(now(&mut first).is_none() && now(&mut second).is_none());
    drop(first);
    setting.advance(1_500);
    assert!(now(&mut second).is_some());
}

#[test]
fn a_request_that_was_never_sent_gives_its_place_back_at_once() {
    let setting = Setting::new();
    let mut permits = setting.fill();
    let mut waiter = setting.ask(PATIENT);
    assert!(now(&mut waiter).is_none());
    permits.pop().unwrap().not_sent();
    assert!(now(&mut waiter).is_some());
}

#[test]
fn a_reply_starts_the_window_where_it_is_earlier_than_the_assumption() {
    let setting = Setting::new();
    let mut permits = setting.fill();
    setting.advance(100);
    permits[0].replied(StatusCode::OK, &HeaderMap::new());
    let mut waiter = setting.ask(PATIENT);
    setting.advance(999);
    assert!(now(&mut waiter).is_none());
    setting.advance(1);
    assert!(now(&mut waiter).is_some());
}

#[test]
fn who_may_not_wait_is_refused_with_the_moment_to_come_back() {
    let setting = Setting::new();
    let _permits = setting.fill();
    let refused = now(&mut setting.ask(Limits::Refuse)).unwrap().unwrap_err();
    assert_eq!(refused.policy, "burst");
    assert_eq!(refused.retry_after, Duration::from_millis(1_500));
    assert_eq!(
        refused.retry_at,
        SystemTime::UNIX_EPOCH + Duration::from_millis(1_500)
    );
}

#[test]
fn a_wait_longer_than_the_longest_is_refused_at_once() {
    let setting = Setting::new();
    let _permits = setting.fill();
    let longest = |millis| Limits::Wait {
        longest: Duration::from_millis(millis),
    };
    assert!(now(&mut setting.ask(longest(999))).unwrap().is_err());
    assert!(now(&mut setting.ask(longest(1_000))).is_none());
}

#[test]
fn a_wait_that_replies_may_shorten_is_begun() {
    let setting = Setting::new();
    let mut permits = setting.fill();
    let longest = Duration::from_millis(1_200);
    let mut waiters = [1, 2, 3].map(|_| setting.ask(Limits::Wait { longest }));
    assert!(waiters.iter_mut().all(|waiter| now(waiter).is_none()));
    setting.advance(20);
    permits[0].replied(StatusCode::OK, &HeaderMap::new());
    setting.advance(1_000);
    assert!(now(&mut waiters[0]).unwrap().is_ok());
    setting.advance(179);
    assert!(now(&mut waiters[1]).is_none());
    setting.advance(1);
    let refused = now(&mut waiters[1]).unwrap().unwrap_err();
    assert_eq!(refused.retry_after, Duration::from_millis(300));
}

#[test]
fn without_limits_nothing_is_counted() {
    let setting = Setting::new();
    let _permits = setting.fill();
    assert!(now(&mut setting.ask(Limits::Off)).unwrap().is_ok());
}

#[test]
fn other_credentials_have_places_of_their_own() {
    let setting = Setting::new();
    let _permits = setting.fill();
    assert!(now(&mut setting.ask_as(2, PATIENT)).is_some());
}

#[test]
fn a_429_with_retry_after_pauses_everybody() {
    let setting = Setting::new();
    let mut permit = now(&mut setting.ask(PATIENT)).unwrap().unwrap();
    permit.replied(
        StatusCode::TOO_MANY_REQUESTS,
        &headers(&[("retry-after", "7")]),
    );
    let mut waiter = setting.ask(PATIENT);
    setting.advance(6_999);
    assert!(now(&mut waiter).is_none());
    setting.advance(1);
    assert!(now(&mut waiter).is_some());
}

#[test]
fn a_retry_after_of_another_status_is_no_pause() {
    let setting = Setting::new();
    let mut permit = now(&mut setting.ask(PATIENT)).unwrap().unwrap();
    permit.replied(StatusCode::NOT_FOUND, &headers(&[("retry-after", "7")]));
    assert!(now(&mut setting.ask(PATIENT)).is_some());
}

#[test]
fn what_a_server_says_is_left_tightens_the_policy_and_never_loosens_it() {
    let of_server: [&[(&str, &str)]; 3] = [
        &[("ratelimit", "\"burst\";r=0;t=5")],
        &[("ratelimit-remaining", "0"), ("ratelimit-reset", "5")],
        &[("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "5")],
    ];
    for fields in of_server {
        let setting = Setting::new();
        let mut permit = now(&mut setting.ask(PATIENT)).unwrap().unwrap();
        permit.replied(StatusCode::OK, &headers(fields));
        let mut waiter = setting.ask(PATIENT);
        setting.advance(4_999);
        assert!(now(&mut waiter).is_none(), "{fields:?}");
        setting.advance(1);
        assert!(now(&mut waiter).is_some(), "{fields:?}");
    }
    let setting = Setting::new();
    let mut permits = setting.fill();
    permits[0].replied(
        StatusCode::OK,
        &headers(&[
            ("x-ratelimit-remaining", "1000"),
            ("x-ratelimit-reset", "1"),
        ]),
    );
    assert!(now(&mut setting.ask(PATIENT)).is_none());
}

fn headers(fields: &[(&'static str, &str)]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in fields {
        headers.insert(*name, value.parse().unwrap());
    }
    headers
}

//! The rate limiter under random schedules, in virtual time: what the server sees, and that nobody waits
//! longer than the rules ask. The rules are computed here once more, in another way than the limiter's.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod schedule;

use std::time::Duration;

use clientsmith_runtime::Policy;
use proptest::prelude::*;
use schedule::{Fate, Request, run};

const fn policy(name: &'static str, limit: u32, millis: u64) -> Policy {
    Policy {
        name,
        scope: "test",
        limit,
        window: Duration::from_millis(millis),
    }
}

/// What requests are bound by: a burst and a steady policy, two operations that share one, a single one.
static BOUND: [&[Policy]; 6] = [
    &[policy("burst", 3, 400), policy("steady", 7, 2_000)],
    &[policy("burst", 1, 250), policy("steady", 2, 1_000)],
    &[policy("shared", 5, 1_500), policy("first", 2, 300)],
    &[policy("shared", 5, 1_500), policy("second", 4, 900)],
    &[policy("alone", 2, 700)],
    &[policy("burst", 10, 1_000), policy("steady", 15, 6_000)],
];

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        8 => (0..=500u64, 0..900u64).prop_map(|(transit, answer)| Fate::Replied { transit, answer, pause: None }),
        1 => (0..=500u64, 0..300u64, 0..3u64)
            .prop_map(|(transit, answer, pause)| Fate::Replied { transit, answer, pause: Some(pause) }),
        1 => (0..200u64).prop_map(|after| Fate::NotSent { after }),
        1 => (0..=500u64, 0..2_000u64).prop_map(|(transit, after)| Fate::Lost { transit, after }),
        1 => (0..1_500u64).prop_map(|after| Fate::GivenUp { after }),
    ]
}

fn requests() -> impl Strategy<Value = Vec<Request>> {
    // many at once, or now and then
    let gap = prop_oneof![3 => Just(0u64), 2 => 1..60u64, 1 => 60..1_200u64];
    let request = (gap, 0..2usize, fate()).prop_map(|(gap, operation, fate)| Request {
        gap,
        operation,
        fate,
    });
    prop::collection::vec(request, 1..36)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn no_window_sees_more_than_declared_and_nobody_waits_too_long(
        requests in requests(),
        first in 0..BOUND.len(),
        second in 0..BOUND.len(),
    ) {
        let outcome = run(&requests, [BOUND[first], BOUND[second]]);
        prop_assert_eq!(outcome.violations(), Vec::<String>::new());
        prop_assert_eq!(outcome.late, Vec::<String>::new());
    }
}

#[test]
fn a_full_burst_leaves_at_once_and_the_next_one_window_after_its_replies() {
    let fate = Fate::Replied {
        transit: 100,
        answer: 100,
        pause: None,
    };
    let requests: Vec<_> = (0..20)
        .map(|_| Request {
            gap: 0,
            operation: 0,
            fate,
        })
        .collect();
    let outcome = run(&requests, [BOUND[5], BOUND[5]]);
    let mut departures = outcome.departures.clone();
    departures.sort_unstable();
    assert_eq!(departures.get(..10).unwrap(), [0; 10]);
    // replied after 200, so that the next burst leaves at 1200: five, since the steady policy has 15
    assert_eq!(departures.get(10..15).unwrap(), [1_200; 5]);
    assert_eq!(departures.get(15..).unwrap(), [6_200; 5]);
}

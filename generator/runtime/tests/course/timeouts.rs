//! The two scopes of a timeout: one attempt, and the whole call.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use clientsmith_runtime::{Answer, Clock, Error, Limits, ManualClock, Retry, Sent};

use crate::api::{ended, stage};

#[tokio::test]
async fn an_attempt_that_takes_too_long_is_one_of_several() {
    let (transport, clock, builder) = stage();
    transport.answer(Answer::Silence).reply(200, &[], "done");
    let client = builder.build().expect("a client");
    let start = clock.now();
    client
        .read()
        .attempt_timeout(Duration::from_secs(3))
        .retry(Retry::default().pauses(Duration::ZERO, Duration::ZERO))
        .send()
        .await
        .expect("the second attempt");
    assert_eq!(clock.now().since(start), Duration::from_secs(3));
}

#[tokio::test]
async fn what_may_have_been_sent_is_not_repeated_after_a_timeout() {
    let (transport, _, builder) = stage();
    transport.answer(Answer::Silence);
    let client = builder.build().expect("a client");
    let error = client.write().send().await.expect_err("a timeout");
    assert!(error.may_have_been_sent());
    let outcome: Result<String, _> = Err(error);
    assert_eq!(ended(&outcome), ("timeout", 1));
    assert_eq!(transport.requests().len(), 1);
}

#[tokio::test]
async fn a_call_ends_when_its_own_time_is_over_whatever_is_under_way() {
    let (transport, _, builder) = stage();
    let clock = ManualClock::new();
    transport.reply(503, &[("retry-after", "3")], "");
    transport.answer(Answer::Silence);
    let client = builder
        .clock(Arc::new(clock.clone()))
        .build()
        .expect("a client");
    let mut call = pin!(client.read().timeout(Duration::from_secs(5)).send());
    let later = async {
        clock.advance(Duration::from_secs(3));
        tokio::task::yield_now().await;
        clock.advance(Duration::from_secs(2));
        std::future::pending::<()>().await;
    };
    let outcome = tokio::select! {
        biased;
        outcome = &mut call => outcome,
        () = later => unreachable!("it never ends"),
    };
    let outcome = outcome.map(|response| response.into_body());
    assert_eq!(ended(&outcome), ("timeout", 2));
    assert!(outcome.expect_err("a timeout").may_have_been_sent());
}

#[tokio::test]
async fn a_pause_that_does_not_fit_in_the_time_of_the_call_is_not_waited_for() {
    let (transport, clock, builder) = stage();
    let client = builder.build().expect("a client");
    let start = clock.now();
    transport.reply(503, &[("retry-after", "100")], "");
    let outcome = client.read().timeout(Duration::from_secs(5)).send().await;
    let outcome = outcome.map(|response| response.into_body());
    assert_eq!(ended(&outcome), ("undocumented", 1));
    let error = outcome.expect_err("a failure");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(503));

    transport.answer(Answer::Failure(Sent::Never));
    let pause = Duration::from_secs(1000);
    let retry = Retry::default().pauses(pause, pause);
    let call = client.write().retry(retry).timeout(Duration::from_nanos(1));
    let outcome = call.limits(Limits::Off).send().await;
    let outcome = outcome.map(|response| response.into_body());
    assert_eq!(ended(&outcome), ("transport", 1));
    assert_eq!(clock.now(), start);
}

#[tokio::test]
async fn a_wait_for_a_limit_that_does_not_fit_in_the_time_of_the_call_is_not_begun() {
    let (transport, clock, builder) = stage();
    let client = builder.build().expect("a client");
    transport.reply(429, &[("retry-after", "100")], "");
    let call = client.read().retry(Retry::never());
    call.send().await.expect_err("a pause");
    let start = clock.now();
    let call = client.read().timeout(Duration::from_secs(5));
    match call.send().await.expect_err("no room") {
        error @ Error::RateLimited(..) if error.may_have_been_sent() => unreachable!("{error:?}"),
        Error::RateLimited(error, _) => assert_eq!(error.retry_after, Duration::from_secs(100)),
        error => unreachable!("{error:?}"),
    }
    assert_eq!(clock.now(), start);

    transport.reply(200, &[], "done");
    let call = client.read().timeout(Duration::from_secs(105));
    call.send().await.expect("a success");
    assert_eq!(clock.now().since(start), Duration::from_secs(100));
}

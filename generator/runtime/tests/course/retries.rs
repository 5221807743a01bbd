//! What is tried again, how often, and after how long.

use std::time::Duration;

use clientsmith_runtime::{Answer, Clock, Error, Retry, Sent};

use crate::api::{ended, stage};

/// An answer before the success: a status with header fields, or a failure.
enum Before {
    Status(u16, &'static [(&'static str, &'static str)]),
    Failure(Sent),
}

/// Sends a call of each operation after two such answers: how many requests were sent by each.
async fn requests(before: &Before) -> (usize, usize) {
    let mut sent = Vec::new();
    for idempotent in [true, false] {
        let (transport, _, builder) = stage();
        for _ in 0..2 {
            match before {
                Before::Status(status, headers) => transport.reply(*status, headers, ""),
                Before::Failure(sent) => transport.answer(Answer::Failure(*sent)),
            };
        }
        transport.reply(200, &[], "done");
        let client = builder.build().expect("a client");
        let _ = match idempotent {
            true => client.read().send().await,
            false => client.write().send().await,
        };
        sent.push(transport.requests().len());
    }
    (sent[0], sent[1])
}

#[tokio::test]
async fn what_may_have_been_sent_is_repeated_only_where_that_does_no_harm() {
    let table: &[(Before, (usize, usize))] = &[
        (Before::Failure(Sent::Never), (3, 3)),
        (Before::Failure(Sent::Perhaps), (3, 1)),
        (Before::Failure(Sent::Yes), (3, 1)),
        (Before::Status(408, &[]), (3, 1)),
        (Before::Status(429, &[]), (3, 1)),
        (Before::Status(502, &[]), (3, 1)),
        (Before::Status(503, &[]), (3, 1)),
        (Before::Status(504, &[]), (3, 1)),
        (Before::Status(429, &[("retry-after", "2")]), (3, 3)),
        (Before::Status(503, &[("retry-after", "2")]), (3, 3)),
        (Before::Status(503, &[("retry-after", "121")]), (1, 1)),
        (Before::Status(500, &[]), (1, 1)),
        (Before::Status(500, &[("retry-after", "2")]), (1, 1)),
        (Before::Status(501, &[]), (1, 1)),
        (Before::Status(400, &[]), (1, 1)),
        (Before::Status(404, &[]), (1, 1)),
        (Before::Status(409, &[]), (1, 1)),
    ];
    for (row, (before, expected)) in table.iter().enumerate() {
        assert_eq!(requests(before).await, *expected, "row {row}");
    }
}

#[tokio::test]
async fn what_has_an_idempotency_key_is_repeated_with_it() {
    let (transport, _, builder) = stage();
    transport
        .reply(503, &[], "")
        .answer(Answer::Failure(Sent::Perhaps));
    transport.reply(200, &[], "done");
    let client = builder.build().expect("a client");
    let call = client.write().header("Idempotency-Key", "k1");
    call.send().await.expect("a success");
    let keys: Vec<_> = transport
        .requests()
        .iter()
        .map(|request| request.headers().get("idempotency-key").cloned())
        .collect();
    assert_eq!(keys, vec![Some("k1".parse().expect("a value")); 3]);
}

#[tokio::test]
async fn the_server_is_waited_for_as_long_as_it_asks() {
    let (transport, clock, builder) = stage();
    transport
        .reply(503, &[("retry-after", "7")], "")
        .reply(200, &[], "done");
    let client = builder.build().expect("a client");
    let start = clock.now();
    client.write().send().await.expect("a success");
    assert_eq!(clock.now().since(start), Duration::from_secs(7));
}

#[tokio::test]
async fn pauses_double_up_to_the_longest_and_are_drawn_by_lot() {
    let mut pauses = [Duration::ZERO; 5];
    for _ in 0..200 {
        let (transport, clock, builder) = stage();
        let retry = Retry::default()
            .attempts(6)
            .pauses(Duration::from_secs(1), Duration::from_secs(5));
        let client = builder.retry(retry).build().expect("a client");
        for (attempt, longest) in pauses.iter_mut().enumerate() {
            // one attempt more each time: the last pause is what is added
            let before = clock.now();
            for _ in 0..=attempt {
                transport.reply(503, &[], "");
            }
            transport.reply(200, &[], "done");
            client.read().send().await.expect("a success");
            *longest = (*longest).max(clock.now().since(before));
        }
    }
    let sums: Vec<f64> = pauses.iter().map(Duration::as_secs_f64).collect();
    let bounds = [1.0, 3.0, 7.0, 12.0, 17.0]; // 1, 1 + 2, 1 + 2 + 4, then 5 more each
    for (sum, bound) in sums.iter().zip(bounds) {
        assert!(*sum <= bound, "{sums:?}");
        assert!(*sum > bound * 0.5, "the lot is never high: {sums:?}");
    }
}

#[tokio::test]
async fn the_last_failure_is_what_is_told() {
    let (transport, _, builder) = stage();
    transport.answer(Answer::Failure(Sent::Perhaps));
    let client = builder.build().expect("a client");
    // two more that do not connect: what the first may have done is not forgotten
    let error = client.read().send().await.expect_err("a failure");
    assert!(matches!(error, Error::Transport(..)));
    assert_eq!(error.attempts(), 3);
    assert!(error.may_have_been_sent());
    let outcome: Result<String, _> = Err(error);
    assert_eq!(ended(&outcome), ("transport", 3));
}

#[tokio::test]
async fn one_attempt_where_the_caller_says_so() {
    let (transport, _, builder) = stage();
    let client = builder.build().expect("a client");
    let error = client
        .read()
        .retry(Retry::never())
        .send()
        .await
        .expect_err("a failure");
    assert!(!error.may_have_been_sent());
    assert_eq!((error.attempts(), transport.requests().len()), (1, 1));
}

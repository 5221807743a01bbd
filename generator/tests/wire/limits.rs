//! The declared limits in real time: what the server sees. The limiter's own properties are held in
//! virtual time by the runtime's tests.

use std::time::{Duration, Instant};

use ocamba_hood::Error;
use ocamba_hood::runtime::Limits;
use ocamba_hood::types::PartnerContactPatch;

use crate::client_of;
use crate::loopback::{Server, no_content};

/// Real time: about three seconds. A first connection that is slow to open must not let the second
/// burst arrive within a second of the first.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn thirty_calls_at_once_arrive_ten_a_second() {
    let server = Server::slow_to_open(no_content(), Duration::from_millis(400)).await;
    let client = client_of(&server);
    let calls: Vec<_> = (0..30)
        .map(|number| {
            let client = client.clone();
            tokio::spawn(async move {
                let patch = PartnerContactPatch::new().value("x");
                let call = client.update_partner_contact(number.to_string(), "2", patch);
                call.send().await.map(drop)
            })
        })
        .collect();
    for call in calls {
        call.await.expect("no panic").expect("204");
    }

    let mut arrivals: Vec<Instant> = server.seen().iter().map(|seen| seen.at).collect();
    arrivals.sort();
    assert_eq!(arrivals.len(), 30);
    for window in arrivals.windows(11) {
        let span = window[10] - window[0];
        assert!(
            span >= Duration::from_secs(1),
            "eleven arrivals in {span:?}"
        );
    }
    for burst in arrivals.chunks(10) {
        let span = burst[9] - burst[0];
        assert!(span < Duration::from_millis(300), "a burst took {span:?}");
    }
}

#[tokio::test]
async fn a_call_that_may_not_wait_is_refused_before_it_is_sent() {
    let server = Server::that(no_content()).await;
    let client = client_of(&server);
    let call = || {
        let patch = PartnerContactPatch::new().value("x");
        client
            .update_partner_contact("1", "2", patch)
            .limits(Limits::Refuse)
    };
    for _ in 0..10 {
        call().send().await.expect("204");
    }
    let error = call().send().await.expect_err("the eleventh");
    assert!(matches!(error, Error::RateLimited(..)), "{error:?}");
    assert!(!error.may_have_been_sent());
    assert_eq!(server.seen().len(), 10);
}

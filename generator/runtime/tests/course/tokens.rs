//! Tokens that cannot be had, or not at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use clientsmith_runtime::{
    Answer, ClientCredentials, Credential, Error, ManualClock, Retry, Sent, Token, TransportError,
};

use crate::api::stage;

#[tokio::test]
async fn calls_that_wait_for_one_token_share_its_failure() {
    let (_, _, builder) = stage();
    let asked = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&asked);
    let client = builder
        .clock(Arc::new(ManualClock::new()))
        .token_provider(move || {
            counter.fetch_add(1, Ordering::Relaxed);
            async {
                tokio::task::yield_now().await;
                Err::<Token, _>(TransportError::new(Sent::Never, "the vault is shut"))
            }
        })
        .build()
        .expect("a client");
    let ended = tokio::join!(
        client.read().send(),
        client.read().send(),
        client.read().send()
    );
    for ended in [ended.0, ended.1, ended.2] {
        let error = ended.expect_err("no token");
        assert!(matches!(error, Error::Token(..)), "{error:?}");
        assert!(error.to_string().contains("the vault is shut"), "{error}");
    }
    assert_eq!(asked.load(Ordering::Relaxed), 1);
    client.read().send().await.expect_err("no token either");
    assert_eq!(asked.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn a_token_endpoint_that_is_out_of_order_for_a_moment_is_asked_again() {
    let (transport, _, builder) = stage();
    let provider = ClientCredentials::new("https://auth.example/token", "id", "secret");
    let client = builder
        .credential("bearer", Credential::provider(provider))
        .retry(Retry::default().attempts(4))
        .build()
        .expect("a client");
    transport
        .answer(Answer::Failure(Sent::Perhaps))
        .reply(503, &[], "")
        .reply(429, &[], "")
        .reply(200, &[], r#"{"access_token":"abc","token_type":"bearer"}"#)
        .reply(200, &[], "done");
    let response = client.write().send().await.expect("a success");
    assert_eq!((response.attempts(), transport.requests().len()), (1, 5));
}

#[tokio::test]
async fn what_a_token_endpoint_says_is_told_in_its_words() {
    for (reply, words) in [
        (r#"{"error":"invalid_scope"}"#, "invalid_scope"),
        (
            r#"{"error":"invalid_client","error_description":"no such client","error_uri":"https://auth.example/e"}"#,
            "invalid_client, no such client, https://auth.example/e",
        ),
    ] {
        let (transport, _, builder) = stage();
        let provider = ClientCredentials::new("https://auth.example/token", "id", "secret");
        let credential = Credential::provider(provider);
        let client = builder.credential("bearer", credential).build();
        transport.reply(400, &[], reply);
        let call = client.expect("a client").read().send().await;
        assert_eq!(
            call.expect_err("no token").to_string(),
            format!("read: no token: the token endpoint answered 400 Bad Request: {words}")
        );
    }
}

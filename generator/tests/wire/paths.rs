//! Path parameters: whatever the value, never another path. Not query or header values.

use ocamba_hood::operations::UpdatePartnerContactError;
use ocamba_hood::types::PartnerContactPatch;
use ocamba_hood::{Client, Error};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::client_of;
use crate::loopback::{Server, no_content};

/// RFC 3986, 2.3: what stays as it is; written here anew, so that the test does not believe the runtime.
fn percent_encoded(value: &str) -> String {
    let mut encoded = String::new();
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

async fn send(client: &Client, id: &str) -> Result<(), Error<UpdatePartnerContactError>> {
    let patch = PartnerContactPatch::new().value("x");
    let call = client.update_partner_contact(id, "2", patch);
    call.limits(ocamba_hood::runtime::Limits::Off)
        .send()
        .await
        .map(drop)
}

#[tokio::test]
async fn awkward_ids_are_encoded() {
    let server = Server::that(no_content()).await;
    let client = client_of(&server);
    let ids = [
        "a/b",
        "a?b",
        "a#b",
        "%2F",
        "%",
        "a\\b",
        "a b",
        "\t\r\n\u{0}\u{7f}",
        "🦀",
        "a;b=c",
        "a:b@c",
        "...",
        ".a",
        "a.",
        "%2E%2E",
        "+",
        "~-._",
    ];
    for id in ids {
        send(&client, id).await.expect(id);
        let seen = server.seen().pop().expect("a request");
        let expected = format!("/hood/partners/{}/contacts/2", percent_encoded(id));
        assert_eq!(seen.target, expected, "{id:?}");
    }
}

#[tokio::test]
async fn a_segment_that_would_vanish_is_refused_before_anything_is_sent() {
    let server = Server::that(no_content()).await;
    let client = client_of(&server);
    for id in ["", ".", ".."] {
        let error = send(&client, id).await.expect_err(id);
        assert!(matches!(error, Error::Request(..)), "{id:?}: {error:?}");
        assert!(!error.may_have_been_sent());
        assert!(error.to_string().contains("`id`"), "{error}");
    }
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn a_base_url_with_a_path_keeps_it() {
    let server = Server::that(no_content()).await;
    for base in ["/v1", "/v1/", "/a%20b/v1"] {
        let url = format!("{}{base}", server.url());
        let client = Client::builder()
            .base_url(url)
            .bearer_token("t")
            .build()
            .expect("a client");
        send(&client, "1").await.expect("204");
        let seen = server.seen().pop().expect("a request");
        let expected = format!("{}/hood/partners/1/contacts/2", base.trim_end_matches('/'));
        assert_eq!(seen.target, expected);
    }
}

#[test]
fn whatever_the_id_the_path_is_the_operations() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let server = runtime.block_on(Server::that(no_content()));
    let client = client_of(&server);
    let id = prop_oneof![any::<String>(), "[./%\\\\?#;:@ -~]{0,6}", "\\PC{0,4}"];
    let config = Config {
        failure_persistence: None,
        ..Config::with_cases(512)
    };
    let checked = TestRunner::new(config).run(&id, |id| {
        let outcome = runtime.block_on(send(&client, &id));
        if ["", ".", ".."].contains(&id.as_str()) {
            prop_assert!(matches!(outcome, Err(Error::Request(..))));
            return Ok(());
        }
        prop_assert!(outcome.is_ok(), "{outcome:?}");
        let seen = server.seen().pop().expect("a request");
        let expected = format!("/hood/partners/{}/contacts/2", percent_encoded(&id));
        prop_assert_eq!(seen.target, expected);
        Ok(())
    });
    checked.expect("every id");
}

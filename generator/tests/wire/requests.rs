//! The bytes of the one operation: method, target, header fields and body. Not what comes back.

use std::time::Duration;

use ocamba_hood::types::{ContactType, PartnerContactPatch};

use crate::loopback::{Server, no_content};
use crate::{builder_of, client_of};

#[tokio::test]
async fn the_request_is_exactly_what_the_documentation_shows() {
    let server = Server::that(no_content()).await;
    let patch = PartnerContactPatch::new()
        .value("sales@example.com")
        .type_(ContactType::Email);
    client_of(&server)
        .update_partner_contact("12345", "95eb301b-6aaf-42ad-a219-ccbd5f4d3d2b", patch)
        .send()
        .await
        .expect("204");

    let seen = server.only();
    assert_eq!(seen.method, "PATCH");
    assert_eq!(
        seen.target,
        "/hood/partners/12345/contacts/95eb301b-6aaf-42ad-a219-ccbd5f4d3d2b"
    );
    assert_eq!(
        seen.text(),
        r#"{"value":"sales@example.com","type":"email"}"#
    );
    assert_eq!(seen.header("authorization"), ["Bearer s3cret"]);
    assert_eq!(seen.header("content-type"), ["application/json"]);
    assert_eq!(seen.header("accept"), ["application/json"]);
    assert_eq!(seen.header("content-length"), [seen.body.len().to_string()]);
    assert_eq!(seen.header("user-agent").len(), 1);
    let names: Vec<&str> = seen.headers.iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        "accept",
        "authorization",
        "content-length",
        "content-type",
        "host",
        "user-agent",
    ];
    let mut sorted = names.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, expected);
}

#[tokio::test]
async fn a_call_takes_its_own_header_and_its_own_timeout() {
    let server = Server::that(no_content()).await;
    client_of(&server)
        .update_partner_contact("1", "2", PartnerContactPatch::new().value("x"))
        .header("x-trace", "t-1")
        .timeout(Duration::from_secs(5))
        .send()
        .await
        .expect("204");
    assert_eq!(server.only().header("x-trace"), ["t-1"]);
}

#[tokio::test]
async fn awaiting_a_call_sends_it() {
    let server = Server::that(no_content()).await;
    let client = client_of(&server);
    let patch = PartnerContactPatch::new().value("x");
    client
        .update_partner_contact("1", "2", patch)
        .await
        .expect("204");
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn an_unknown_type_can_be_sent_by_name() {
    let server = Server::that(no_content()).await;
    let patch = PartnerContactPatch::new().type_("pager");
    client_of(&server)
        .update_partner_contact("1", "2", patch)
        .send()
        .await
        .expect("204");
    assert_eq!(server.only().text(), r#"{"type":"pager"}"#);
}

#[tokio::test]
async fn the_token_shows_nowhere() {
    let server = Server::that(no_content()).await;
    let builder = builder_of(&server);
    assert!(!format!("{builder:?}").contains("s3cret"));
    let client = builder.build().expect("a client");
    let call = client.update_partner_contact("1", "2", PartnerContactPatch::new().value("x"));
    assert!(!format!("{client:?} {call:?}").contains("s3cret"));
}

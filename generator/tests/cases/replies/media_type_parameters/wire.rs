//! What parameters of media types do on the wire, and what is read of replies that are text.

use replies_media_type_parameters::Client;
use replies_media_type_parameters::operations::{AddThingBody, AddThingOutput};
use replies_media_type_parameters::runtime::RecordingTransport;
use replies_media_type_parameters::types::{First, Second};

fn client(transport: &RecordingTransport) -> Client {
    Client::builder()
        .base_url("http://localhost")
        .transport(transport.clone())
        .build()
        .expect("a client")
}

#[tokio::test]
async fn parameters_are_asked_for() {
    let transport = RecordingTransport::new();
    let taxii = ("content-type", "application/taxii+json;version=2.1");
    transport.reply(200, &[taxii], r#"["a"]"#);
    let names = client(&transport).list_collections().await.expect("200");
    assert_eq!(names.into_body(), ["a"]);
    let requests = transport.requests();
    assert_eq!(requests[0].headers()["accept"], "application/taxii+json;version=2.1");
}

#[tokio::test]
async fn versions_are_told_apart_by_their_parameters() {
    let transport = RecordingTransport::new();
    let version = |version| [("content-type", version)];
    transport
        .reply(200, &version("application/json; Version=\"1\""), r#"{"a":"x"}"#)
        .reply(200, &version("application/json;charset=utf-8;version=2"), r#"{"b":1}"#);
    let client = client(&transport);
    let first = client.add_thing(AddThingBody::Json(First::new("x").into()));
    let first = first.await.expect("200").into_body();
    assert!(matches!(first, AddThingOutput::Ok(First { a, .. }) if a == "x"));
    let second = client.add_thing(AddThingBody::Json2(Second::new(1).into()));
    let second = second.await.expect("200").into_body();
    assert!(matches!(second, AddThingOutput::OkJson(Second { b: 1, .. })));
    let requests = transport.requests();
    assert_eq!(requests[0].headers()["content-type"], "application/json;version=1");
    assert_eq!(requests[1].headers()["content-type"], "application/json;version=2");
    assert_eq!(requests[1].body(), r#"{"b":1}"#);
}

#[tokio::test]
async fn lines_that_are_only_said_to_be_text_are_any_json() {
    let transport = RecordingTransport::new();
    transport.reply(200, &[("content-type", "application/x-ndjson")], "{\"n\":1}\n{\"n\":2}\n");
    let lines = client(&transport).follow_lines().await.expect("200").into_body();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[1].to_string(), r#"{"n":2}"#);
}

#[tokio::test]
async fn bytes_are_sent_as_they_are_and_text_is_a_string() {
    let transport = RecordingTransport::new();
    transport
        .reply(200, &[("content-type", "text/plain")], "stored")
        .reply(200, &[("content-type", "text/plain")], r#""stored""#)
        .reply(200, &[("content-type", "text/html")], "<p>no</p>");
    let client = client(&transport);
    for _ in 0..2 {
        let stored = client.put_blob("k", vec![0xff, 0x00]).await.expect("200");
        assert_eq!(stored.into_body(), "stored");
    }
    client.put_blob("k", "{}").await.expect_err("a page is no string");
    let requests = transport.requests();
    assert_eq!(requests[0].body(), &[0xff, 0x00][..]);
    assert_eq!(requests[0].headers()["content-type"], "application/json");
}

//! The same operation as JSON and as events; lines and events without JSON beside them.

use replies_event_streams::runtime::{RecordingTransport, StreamError};
use replies_event_streams::types::Chunk;
use replies_event_streams::{Client, Error};

fn client(transport: &RecordingTransport) -> Client {
    Client::builder()
        .base_url("http://api.test")
        .transport(transport.clone())
        .build()
        .expect("a client")
}

#[tokio::test]
async fn json_or_events() {
    let transport = RecordingTransport::new();
    transport.reply(200, &[("content-type", "application/json")], r#"{"text":"all"}"#);
    let body = replies_event_streams::types::CompleteRequest::new();
    let whole = client(&transport).complete(body.clone()).await.expect("a whole");
    assert_eq!(whole.text.as_deref(), Some("all"));
    assert_eq!(transport.requests()[0].headers()["accept"], "application/json");

    let stream = "data: {\"delta\":\"a\"}\n\ndata: {\"delta\":1}\n\ndata: {\"delta\":\"b\"}\n\ndata: [DONE]\n\n";
    transport.reply(200, &[("content-type", "text/event-stream")], stream);
    let call = client(&transport);
    let mut events = call.complete(body.clone().stream(true)).events().await.expect("events");
    let first: Chunk = events.next().await.expect("one").expect("a chunk");
    assert_eq!(first.delta, "a");
    let second = events.next().await.expect("another");
    assert!(matches!(second, Err(StreamError::Decode(..))));
    let third = events.next().await.expect("a third").expect("a chunk");
    assert_eq!(third.delta, "b");
    assert!(events.next().await.is_none());
    let accept = transport.requests()[1].headers()["accept"].clone();
    assert_eq!(accept, "text/event-stream, application/json;q=0.9");

    transport.reply(200, &[("content-type", "application/json")], "{}");
    let error = call.complete(body).events().await.expect_err("no events");
    assert!(matches!(error, Error::Decode(..)), "{error:?}");
    assert_eq!(error.body().map(|body| &body[..]), Some(&b"{}"[..]));
}

#[tokio::test]
async fn lines() {
    let transport = RecordingTransport::new();
    let client = client(&transport);
    for _ in 0..2 {
        transport.reply(200, &[("content-type", "application/x-ndjson")], "{\"delta\":\"a\"}\n{\"delta\":\"b\"}\n");
    }
    let all = client.export().await.expect("all of them").into_body();
    assert_eq!(all.len(), 2);
    let mut one_by_one = client.export().events().await.expect("the first");
    let first = one_by_one.next().await.expect("one").expect("a chunk");
    assert_eq!(Some(&first.delta), all.first().map(|chunk| &chunk.delta));
}

#[tokio::test]
async fn events_of_a_list() {
    let transport = RecordingTransport::new();
    let client = client(&transport);
    for _ in 0..2 {
        let stream = "data: {\"delta\":\"a\"}\n\ndata: {\"delta\":\"b\"}\n\n";
        transport.reply(200, &[("content-type", "text/event-stream")], stream);
    }
    let all: Vec<Chunk> = client.follow().await.expect("all of them").into_body();
    assert_eq!(all.len(), 2);
    let mut one_by_one = client.follow().events().await.expect("the first");
    let first: Chunk = one_by_one.next().await.expect("one").expect("a chunk");
    assert_eq!(first.delta, "a");
}

#[tokio::test]
async fn events_as_objects() {
    let transport = RecordingTransport::new();
    let stream = ": hello\nid: 7\nevent: tick\ndata: at noon\n\n";
    transport.reply(200, &[("content-type", "text/event-stream")], stream);
    let client = client(&transport);
    let mut events = client.watch().events().await.expect("events");
    let tick = events.next().await.expect("one").expect("an event");
    assert_eq!((tick.event.as_str(), tick.data.as_str()), ("tick", "at noon"));
    assert_eq!(events.last_event_id(), "7");
    transport.reply(200, &[("content-type", "text/event-stream")], stream);
    let plain = client.listen().events().await.expect("events").next().await;
    assert_eq!(plain.expect("one").expect("an event").data, "at noon");
}

#[tokio::test]
async fn bytes_of_anything() {
    let transport = RecordingTransport::new();
    transport.reply(200, &[], "abc");
    let client = client(&transport);
    let mut bytes = client.export().stream().await.expect("bytes");
    assert_eq!(bytes.chunk().await.expect("a piece").expect("bytes"), "abc");
    assert!(bytes.chunk().await.is_none());
    transport.reply(404, &[("content-type", "application/json")], r#""gone""#);
    let error = client.export().stream().await.expect_err("404");
    assert!(matches!(error, Error::Api(..)), "{error:?}");
}

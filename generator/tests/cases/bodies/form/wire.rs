//! What a form is on the wire.

use bodies_form::Client;
use bodies_form::runtime::{Map, RecordingTransport, Value};
use bodies_form::types::{SendMessageRequest, SendMessageRequestCallback};

fn client(transport: &RecordingTransport) -> Client {
    Client::builder()
        .base_url("http://localhost")
        .transport(transport.clone())
        .build()
        .expect("a client")
}

#[tokio::test]
async fn properties_are_pairs_in_their_order() {
    let transport = RecordingTransport::new();
    transport.reply(204, &[], "");
    let message = SendMessageRequest::new("+49 30/1")
        .body("Grüße & *~")
        .media(vec!["https://a/1".to_owned(), "b".to_owned()])
        .callback(SendMessageRequestCallback::new().url("x"));
    client(&transport).send_message(message).await.expect("204");
    let requests = transport.requests();
    assert_eq!(
        requests[0].headers()["content-type"],
        "application/x-www-form-urlencoded"
    );
    assert_eq!(
        requests[0].body(),
        "to=%2B49+30%2F1&body=Gr%C3%BC%C3%9Fe+%26+*%7E&media=https%3A%2F%2Fa%2F1&media=b\
         &callback=%7B%22url%22%3A%22x%22%7D"
    );
}

#[tokio::test]
async fn without_a_schema_a_form_is_a_map_and_without_a_body_there_is_none() {
    let transport = RecordingTransport::new();
    transport.reply(204, &[], "").reply(204, &[], "");
    let client = client(&transport);
    let pairs = Map::from([("a", Value::from("1")), ("b", Value::from(true))]);
    client.ping().body(pairs).await.expect("204");
    client.ping().await.expect("204");
    let requests = transport.requests();
    assert_eq!(requests[0].body(), "a=1&b=true");
    assert!(requests[1].body().is_empty());
    assert!(!requests[1].headers().contains_key("content-type"));
}

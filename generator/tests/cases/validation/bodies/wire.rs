//! Bodies of every kind are held to their rules, each under its own media type.

use validation_bodies::runtime::{Error, Part, RecordingTransport};
use validation_bodies::Client;
use validation_bodies::operations::SendEitherBody;
use validation_bodies::types::{SendFormRequest, SendPartsRequest, SendPartsRequestOptions};

fn client() -> Client {
    let transport = RecordingTransport::new();
    let builder = Client::builder().base_url("https://bodies.example").transport(transport);
    builder.validate(true).build().expect("a client")
}

fn told<E: std::fmt::Debug>(error: Error<E>) -> Vec<String> {
    match error {
        Error::Request(request, _) => request.violations().iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_form() {
    let error = client().send_form(SendFormRequest::new().name("a")).await;
    assert_eq!(
        told(error.expect_err("nothing is sent")),
        ["body /name: 1 character, where `minLength` is `2`"]
    );
}

#[tokio::test]
async fn parts() {
    let body = SendPartsRequest::new()
        .title("long")
        .options(SendPartsRequestOptions::new().depth(0))
        .files(vec![Part::from("1"), Part::from("2")]);
    assert_eq!(
        told(client().send_parts(body).await.expect_err("nothing is sent")),
        [
            "body /title: 4 characters, where `maxLength` is `3`",
            "body /options/depth: 0, where `minimum` is `1`",
            "body /files: 2 items, where `maxItems` is `1`",
        ]
    );
}

#[tokio::test]
async fn a_text() {
    let error = client().send_text().body("a").await;
    assert_eq!(
        told(error.expect_err("nothing is sent")),
        ["body: 1 character, where `minLength` is `2`"]
    );
}

#[tokio::test]
async fn one_of_several() {
    let json = client().send_either(vec![3, -1]).await;
    assert_eq!(
        told(json.expect_err("nothing is sent")),
        ["body /1: -1, where `minimum` is `0`"]
    );
    let text = client().send_either(SendEitherBody::Text("ab".to_owned())).await;
    assert_eq!(
        told(text.expect_err("nothing is sent")),
        ["body: 2 characters, where `maxLength` is `1`"]
    );
}

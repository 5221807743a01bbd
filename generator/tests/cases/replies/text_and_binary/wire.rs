//! What has any media type is read as its schema says.

use replies_text_and_binary::operations::GetCountError;
use replies_text_and_binary::runtime::{Open, RecordingTransport};
use replies_text_and_binary::types::Part;
use replies_text_and_binary::{Client, Error};

#[tokio::test]
async fn scalars_of_any_media_type_are_json_and_texts_and_bytes_are_not() {
    let transport = RecordingTransport::new();
    let client = Client::builder()
        .base_url("http://localhost")
        .transport(transport.clone())
        .build()
        .expect("a client");
    transport.reply(200, &[("content-type", "application/json")], "42");
    assert_eq!(client.get_count().await.expect("a count").into_body(), 42);
    transport.reply(200, &[("content-type", "text/plain;charset=UTF-8")], "a title");
    assert_eq!(client.get_title().await.expect("a title").into_body(), "a title");
    transport.reply(200, &[("content-type", "application/octet-stream")], "GIF89a");
    let thumbnail = client.get_thumbnail().await.expect("bytes").into_body();
    assert_eq!(&thumbnail[..], b"GIF89a");

    transport.reply(400, &[("content-type", "application/json")], r#""from""#);
    let error = client.get_count().await.expect_err("400");
    assert!(matches!(error, Error::Api(GetCountError::BadRequest(Open::Known(Part::From)), _)));

    transport.reply(200, &[("content-type", "application/json")], "many");
    let error = client.get_count().await.expect_err("no number");
    assert!(matches!(error, Error::Decode(..)), "{error:?}");
    assert_eq!(error.body().map(|body| &body[..]), Some(&b"many"[..]));
}

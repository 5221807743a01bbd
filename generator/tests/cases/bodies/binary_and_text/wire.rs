//! What bytes and texts are on the wire.

use bodies_binary_and_text::Client;
use bodies_binary_and_text::runtime::{Error, RecordingTransport, RequestBody};

#[tokio::test]
async fn bytes_and_texts_go_as_they_are() {
    let transport = RecordingTransport::new();
    for _ in 0..5 {
        transport.reply(204, &[], "");
    }
    let client = Client::builder()
        .base_url("http://localhost")
        .transport(transport.clone())
        .build()
        .expect("a client");
    let image = RequestBody::from(vec![1, 2]).content_type("image/png");
    client.put_image(image).await.expect("204");
    client.put_archive().body("tar").await.expect("204");
    let bytes = RequestBody::from("any").content_type("application/octet-stream");
    client.put_archive().body(bytes).await.expect("204");
    client.put_table("a;ü").await.expect("204");
    client.search_table().body("e30.e30.").await.expect("204");

    let requests = transport.requests();
    let sent: Vec<_> = requests
        .iter()
        .map(|request| {
            let content_type = request.headers()["content-type"].to_str().expect("text");
            (request.method().as_str(), content_type, request.body().as_ref())
        })
        .collect();
    let expected: [(&str, &str, &[u8]); 5] = [
        ("PUT", "image/png", &[1, 2]),
        ("PUT", "application/x-tar", b"tar"),
        ("PUT", "application/octet-stream", b"any"),
        ("PUT", "text/csv; charset=utf-8", "a;ü".as_bytes()),
        ("GET", "application/jwt", b"e30.e30."),
    ];
    assert_eq!(sent, expected);

    let error = client.put_image("png").await.expect_err("no content type");
    assert!(matches!(error, Error::Request(..)), "{error}");
    assert!(!error.may_have_been_sent());
}

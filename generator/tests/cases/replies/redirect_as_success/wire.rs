//! A redirect that is the documented success is not followed; one beside a 2xx is.

use replies_redirect_as_success::operations::GetDocumentError;
use replies_redirect_as_success::runtime::RecordingTransport;
use replies_redirect_as_success::{Client, Error};

fn client(transport: &RecordingTransport) -> Client {
    Client::builder()
        .base_url("http://api.test")
        .transport(transport.clone())
        .build()
        .expect("a client")
}

#[tokio::test]
async fn it_is_the_success() {
    let transport = RecordingTransport::new();
    transport.reply(302, &[("location", "http://files.test/1")], "");
    let response = client(&transport).get_download("1").await.expect("a place");
    assert_eq!(response.headers()["location"], "http://files.test/1");
    assert_eq!(transport.requests().len(), 1);
}

#[tokio::test]
async fn it_is_followed_to_the_success() {
    let transport = RecordingTransport::new();
    transport.reply(301, &[("location", "/documents/2")], "");
    transport.reply(200, &[], r#""text""#);
    let response = client(&transport).get_document("1").await.expect("a document");
    assert_eq!(*response.body(), "text");
    assert_eq!(transport.requests()[1].uri(), "http://api.test/documents/2");
    transport.reply(304, &[], "");
    let same = client(&transport).get_document("1").await.expect_err("304");
    assert!(matches!(same, Error::Api(GetDocumentError::NotModified, _)));
}

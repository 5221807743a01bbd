//! A default answers for successes and failures; no reply to HEAD has a body.

use replies_only_default::operations::{ListThingsError, PeekThingsError};
use replies_only_default::runtime::{RecordingTransport, Retry};
use replies_only_default::{Client, Error};

fn client(status: u16, body: &'static str) -> Client {
    let transport = RecordingTransport::new();
    transport.reply(status, &[("content-type", "application/json")], body);
    Client::builder()
        .base_url("http://api.test")
        .transport(transport)
        .build()
        .expect("a client")
}

#[tokio::test]
async fn a_default_is_a_success_and_a_failure() {
    for status in [200, 201, 299] {
        let things = client(status, r#"["a"]"#).list_things().await.expect("things");
        assert_eq!(*things.body(), ["a"]);
        assert_eq!(things.status().as_u16(), status);
    }
    for status in [304, 400, 500, 599] {
        let client = client(status, r#"["a"]"#);
        let call = client.list_things().retry(Retry::never());
        let error = call.await.expect_err("a failure");
        assert!(matches!(error, Error::Api(ListThingsError::Other(_), _)), "{error:?}");
    }
}

#[tokio::test]
async fn exact_before_range_before_default() {
    let peek = client(200, "ignored").peek_things().await.expect("nothing");
    assert_eq!(&peek.bytes()[..], b"ignored");
    let range = client(404, "").peek_things().await.expect_err("404");
    assert!(matches!(range, Error::Api(PeekThingsError::ClientErrors, _)));
    // a success that is not documented is what the default says
    let other = client(201, "").peek_things().await.expect_err("201");
    assert!(matches!(other, Error::Api(PeekThingsError::Other, _)));
}

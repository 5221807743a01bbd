//! What is sent where a body is left out.

use bodies_optional::Client;
use bodies_optional::runtime::RecordingTransport;
use bodies_optional::types::Nothing;

#[tokio::test]
async fn a_form_that_holds_nothing_is_sent_only_where_it_must_be() {
    let transport = RecordingTransport::new();
    transport.reply(204, &[], "").reply(204, &[], "");
    let client = Client::builder()
        .base_url("http://localhost")
        .transport(transport.clone())
        .build()
        .expect("a client");
    client.last_search().await.expect("204");
    client.repeat_search(Nothing::new()).await.expect("204");
    let requests = transport.requests();
    assert!(!requests[0].headers().contains_key("content-type"));
    assert_eq!(
        requests[1].headers()["content-type"],
        "application/x-www-form-urlencoded"
    );
    assert!(requests.iter().all(|request| request.body().is_empty()));
}

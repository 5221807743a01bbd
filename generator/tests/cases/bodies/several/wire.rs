//! What each media type of several is on the wire.

use bodies_several::Client;
use bodies_several::operations::{PatchThingBody, SendBody};
use bodies_several::runtime::{RecordingTransport, Value};
use bodies_several::types::{Message, SendRequestFormData};

#[tokio::test]
async fn the_caller_chooses_by_type_or_by_name() {
    let transport = RecordingTransport::new();
    for _ in 0..4 {
        transport.reply(204, &[], "");
    }
    let client = Client::builder()
        .base_url("http://localhost")
        .transport(transport.clone())
        .multipart_boundary("B")
        .build()
        .expect("a client");
    let message = Message::new("hi");
    client.send(message.clone()).await.expect("204");
    client.send(SendRequestFormData::new(message)).await.expect("204");
    client.send(SendBody::Text("hi".to_owned())).await.expect("204");
    let patch = PatchThingBody::MergePatch(Value::from(true));
    client.patch_thing().body(patch).await.expect("204");

    let requests = transport.requests();
    let sent: Vec<_> = requests
        .iter()
        .map(|request| (request.headers()["content-type"].to_str().expect("text"), request.body()))
        .collect();
    assert_eq!(sent[0].0, "application/json");
    assert_eq!(sent[0].1, r#"{"text":"hi"}"#);
    assert_eq!(sent[1].0, "multipart/form-data; boundary=B");
    assert_eq!(sent[2], ("text/plain; charset=utf-8", &"hi".into()));
    assert_eq!(sent[3], ("application/merge-patch+json", &"true".into()));
}

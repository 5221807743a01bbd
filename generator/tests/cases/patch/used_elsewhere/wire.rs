//! A patch under `application/json`: objects are set whole, and null only where the schema says so.

use patch_used_elsewhere::Client;
use patch_used_elsewhere::runtime::{RecordingTransport, from_json};
use patch_used_elsewhere::types::{Lamp, LampPatch};

#[tokio::test]
async fn the_patch_between_two_lamps_sets_objects_whole() {
    let transport = RecordingTransport::new();
    transport.reply(200, &[("content-type", "application/json")], "{\"lit\":true}");
    let client = Client::builder().base_url("http://localhost").transport(transport.clone()).build().expect("a client");
    let before: Lamp = from_json(br#"{"lit":true,"colour":"red","spot":{"x":1,"y":2}}"#).expect("a lamp");
    let after: Lamp = from_json(br#"{"lit":true,"spot":{"x":1,"y":3}}"#).expect("a lamp");
    let patch = LampPatch::between(&before, &after).expect("a patch").expect("a change");
    client.update_lamp("1", patch).await.expect("a lamp");
    let sent = transport.requests()[0].body().clone();
    assert_eq!(String::from_utf8_lossy(&sent), r#"{"colour":null,"spot":{"x":1,"y":3}}"#);
    let dark: Lamp = from_json(br#"{"colour":"red","spot":{"x":1,"y":2}}"#).expect("a lamp");
    let error = LampPatch::between(&before, &dark).expect_err("it cannot be cleared");
    assert_eq!(error.pointer(), "/lit");
}

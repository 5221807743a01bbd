//! A JSON Patch (RFC 6902) that the document does not describe is the runtime's; one that it does is the document's.

use patch_json_patch::Client;
use patch_json_patch::runtime::{JsonPatch, Nullable, RecordingTransport};
use patch_json_patch::types::{UpdateHomeRequestMergePatchJson, UpdateNameRequestItem, UpdateNameRequestItemOp};

#[tokio::test]
async fn every_change_is_written_as_the_rfc_has_it() {
    let transport = RecordingTransport::new();
    for _ in 0..4 {
        transport.reply(204, &[], "");
    }
    let client = Client::builder().base_url("http://localhost").transport(transport.clone()).build().expect("a client");
    let patch = JsonPatch::new()
        .test("/name", "Rex")
        .replace("/name", "Max")
        .add("/tags/-", vec!["a"])
        .remove("/age")
        .move_("/a", "/b")
        .copy("/a", "/c");
    client.update_pet("1", patch).await.expect("nothing");
    client.update_home("1").body(JsonPatch::new().remove("/street")).await.expect("nothing");
    let merge = UpdateHomeRequestMergePatchJson::new().street(Nullable::Null);
    client.update_home("1").body(merge).await.expect("nothing");
    let item = UpdateNameRequestItem::new().value("Max");
    assert_eq!(item.op, UpdateNameRequestItemOp::Replace);
    client.update_name("1", vec![item]).await.expect("nothing");
    let sent: Vec<_> = transport.requests().iter().map(|request| {
        let media_type = request.headers()["content-type"].to_str().expect("text").to_owned();
        (media_type, String::from_utf8_lossy(request.body()).into_owned())
    }).collect();
    let whole = concat!(
        r#"[{"op":"test","value":"Rex","path":"/name"},{"op":"replace","value":"Max","path":"/name"},"#,
        r#"{"op":"add","value":["a"],"path":"/tags/-"},{"op":"remove","path":"/age"},"#,
        r#"{"op":"move","from":"/a","path":"/b"},{"op":"copy","from":"/a","path":"/c"}]"#
    );
    let expected = [
        ("application/json-patch+json", whole),
        ("application/json-patch+json", r#"[{"op":"remove","path":"/street"}]"#),
        ("application/merge-patch+json", r#"{"street":null}"#),
        ("application/json-patch+json", r#"[{"op":"replace","value":"Max"}]"#),
    ];
    assert_eq!(sent, expected.map(|(media_type, body)| (media_type.to_owned(), body.to_owned())));
}

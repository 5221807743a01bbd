//! What a component that JSON uses too is part by part.

use bodies_multipart_beside_json::Client;
use bodies_multipart_beside_json::runtime::{Map, RecordingTransport};
use bodies_multipart_beside_json::types::AvatarMultipart;

#[tokio::test]
async fn it_is_sent_in_parts_and_read_as_json() {
    let transport = RecordingTransport::new();
    let json = [("content-type", "application/json")];
    transport.reply(200, &json, r#"{"name":"n","image":"i"}"#);
    let client = Client::builder()
        .base_url("http://localhost")
        .transport(transport.clone())
        .multipart_boundary("B")
        .build()
        .expect("a client");
    let avatar = AvatarMultipart::new("n").additional_properties(Map::from([("k", "v".to_owned())]));
    let reply = client.post_avatar(avatar).await.expect("200");
    assert_eq!((reply.name.as_str(), reply.image.as_deref()), ("n", Some("i")));
    assert_eq!(
        transport.requests()[0].body(),
        "--B\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nn\r\n\
         --B\r\nContent-Disposition: form-data; name=\"k\"\r\n\r\nv\r\n--B--\r\n"
    );
}

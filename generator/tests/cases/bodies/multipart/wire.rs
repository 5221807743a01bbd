//! What parts are on the wire.

use bodies_multipart::Client;
use bodies_multipart::runtime::{Multipart, Part, RecordingTransport};
use bodies_multipart::types::{
    UploadRequest, UploadRequestLink, UploadRequestOwner, UploadRequestPurpose,
};

async fn sent(call: impl AsyncFnOnce(Client)) -> (String, String) {
    let transport = RecordingTransport::new();
    transport.reply(204, &[], "");
    let client = Client::builder()
        .base_url("http://localhost")
        .transport(transport.clone())
        .multipart_boundary("B")
        .build()
        .expect("a client");
    call(client).await;
    let requests = transport.requests();
    let content_type = requests[0].headers()["content-type"].to_str().expect("text");
    let body = String::from_utf8(requests[0].body().to_vec()).expect("text");
    (content_type.to_owned(), body)
}

#[tokio::test]
async fn each_property_is_a_part_by_its_type_and_encoding() {
    let request = UploadRequest::new(Part::from("abc").file_name("a \"b\".txt"), UploadRequestPurpose::Train)
        .icon(Part::from(b"png").header("X-Checksum", "1"))
        .others(vec![Part::from("1"), Part::from("2").content_type("text/csv")])
        .size(7)
        .label("l")
        .tags(vec!["x".to_owned(), "y".to_owned()])
        .owner(UploadRequestOwner::new().name("Ö"))
        .link(UploadRequestLink::new().create(true));
    let sent = sent(async |client| {
        client.upload(request).await.expect("204");
    });
    let (content_type, body) = sent.await;
    assert_eq!(content_type, "multipart/form-data; boundary=B");
    let file = |name: &str, file: &str, content_type: &str, rest: &str, content: &str| {
        format!(
            "--B\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\
             Content-Type: {content_type}\r\n{rest}\r\n{content}\r\n"
        )
    };
    let value = |name: &str, rest: &str, content: &str| {
        format!("--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n{rest}\r\n{content}\r\n")
    };
    let bytes = "application/octet-stream";
    let expected = [
        file("file", "a %22b%22.txt", bytes, "", "abc"),
        file("icon", "blob", "image/png", "X-Checksum: 1\r\n", "png"),
        file("others", "blob", bytes, "", "1"),
        file("others", "blob", "text/csv", "", "2"),
        value("purpose", "", "train"),
        value("size", "", "7"),
        value("label", "Content-Type: text/x-label\r\n", "l"),
        value("tags", "", "x"),
        value("tags", "", "y"),
        value("owner", "Content-Type: application/json\r\n", r#"{"name":"Ö"}"#),
        value("link[create]", "", "true"),
        "--B--\r\n".to_owned(),
    ];
    assert_eq!(body, expected.concat());
}

#[tokio::test]
async fn without_a_schema_parts_are_put_together_by_hand() {
    let parts = Multipart::new().text("a", "1").file("f", "x");
    let sent = sent(async |client| {
        client.upload_anything().body(parts).await.expect("204");
    });
    assert_eq!(
        sent.await.1,
        "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n\
         --B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"blob\"\r\n\
         Content-Type: application/octet-stream\r\n\r\nx\r\n--B--\r\n"
    );
}

/// OpenAPI 3.1 says bytes by a media type: what is not text is a file, whatever its bytes are.
#[tokio::test]
async fn a_file_by_its_media_type_need_not_be_utf_8() {
    let transport = RecordingTransport::new();
    transport.reply(204, &[], "");
    let client = Client::builder().base_url("http://localhost").transport(transport.clone()).build();
    let request = UploadRequest::new(Part::from("abc"), UploadRequestPurpose::Train)
        .photo(Part::from(b"\xFF\xD8\x00").content_type("image/jpeg"))
        .raw(Part::from(b"\xFE"))
        .notes("# text");
    client.expect("a client").upload(request).await.expect("204");
    let requests = transport.requests();
    let body = requests[0].body();
    for bytes in [&b"Content-Type: image/jpeg\r\n\r\n\xFF\xD8\x00\r\n"[..], b"\r\n\r\n\xFE\r\n", b"# text"] {
        assert!(body.windows(bytes.len()).any(|window| window == bytes), "{body:?}");
    }
}

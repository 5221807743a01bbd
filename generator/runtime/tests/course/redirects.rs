//! Redirects: safe methods only, and no credential to another origin.

use clientsmith_runtime::Answer;

use crate::api::{ended, stage};

fn secrets(request: &http::Request<bytes::Bytes>) -> usize {
    let headers = request.headers().iter();
    headers
        .filter(|(name, _)| ["authorization", "x-key"].contains(&name.as_str()))
        .count()
}

#[tokio::test]
async fn a_safe_request_follows_and_keeps_its_credentials_at_home() {
    for status in [301, 302, 303, 307, 308] {
        let (transport, _, builder) = stage();
        transport
            .reply(status, &[("location", "/v2/thing?x=1#part")], "")
            .reply(200, &[], "done");
        let client = builder.build().expect("a client");
        let response = client.read().send().await.expect("a success");
        assert_eq!(response.into_body(), "done");
        let requests = transport.requests();
        let targets: Vec<_> = requests
            .iter()
            .map(|request| request.uri().to_string())
            .collect();
        assert_eq!(
            targets,
            [
                "https://api.example/v1/thing",
                "https://api.example/v2/thing?x=1"
            ]
        );
        assert_eq!(requests.iter().map(secrets).collect::<Vec<_>>(), [2, 2]);
    }
}

#[tokio::test]
async fn a_location_with_letters_beyond_ascii_is_followed() {
    let (transport, _, builder) = stage();
    let mut reply = http::Response::new(bytes::Bytes::new());
    *reply.status_mut() = http::StatusCode::FOUND;
    let location = http::HeaderValue::from_bytes("/bücher?q=ü".as_bytes()).expect("bytes");
    reply.headers_mut().insert("location", location);
    transport.answer(Answer::Reply(reply)).reply(200, &[], "");
    let client = builder.build().expect("a client");
    client.read().send().await.expect("a success");
    let requests = transport.requests();
    let target = requests.get(1).expect("a second request").uri();
    assert_eq!(target, "https://api.example/b%C3%BCcher?q=%C3%BC");
}

#[tokio::test]
async fn no_credential_leaves_its_origin_nor_comes_back_from_a_stranger() {
    let elsewhere = [
        "https://other.example/",
        "http://api.example/v1/thing",
        "https://api.example:8443/v1/thing",
        "https://api.example.other.example/",
        "//other.example/thing",
    ];
    for location in elsewhere {
        let (transport, _, builder) = stage();
        transport
            .reply(302, &[("location", location)], "")
            .reply(302, &[("location", "https://api.example/v1/other")], "")
            .reply(200, &[], "done");
        let client = builder.build().expect("a client");
        client.read().send().await.expect("a success");
        let requests = transport.requests();
        assert_eq!(
            requests.iter().map(secrets).collect::<Vec<_>>(),
            [2, 0, 0],
            "{location}"
        );
    }
}

#[tokio::test]
async fn what_is_not_safe_or_leads_nowhere_is_not_followed() {
    let (transport, _, builder) = stage();
    transport.reply(307, &[("location", "/elsewhere")], "");
    let client = builder.build().expect("a client");
    let outcome = client
        .write()
        .send()
        .await
        .map(|response| response.into_body());
    assert_eq!(ended(&outcome), ("redirect", 1));
    for headers in [
        &[][..],
        &[("location", "ftp://api.example/")],
        &[("location", "https://")],
    ] {
        transport.reply(302, headers, "");
        let outcome = client
            .read()
            .send()
            .await
            .map(|response| response.into_body());
        assert_eq!(ended(&outcome), ("redirect", 1), "{headers:?}");
    }
}

#[tokio::test]
async fn circles_end() {
    let (transport, _, builder) = stage();
    for _ in 0..20 {
        transport.reply(302, &[("location", "/v1/thing")], "");
    }
    let client = builder.build().expect("a client");
    let outcome = client
        .read()
        .send()
        .await
        .map(|response| response.into_body());
    assert_eq!(ended(&outcome), ("redirect", 1));
    assert_eq!(transport.requests().len(), 11);
}

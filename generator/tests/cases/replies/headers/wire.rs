//! Header fields of successes and failures, read when they are asked for.

use replies_headers::Client;
use replies_headers::headers::Headers;
use replies_headers::runtime::RecordingTransport;

#[tokio::test]
async fn a_bad_one_harms_nothing() {
    let transport = RecordingTransport::new();
    let fields = [
        ("ratelimit-limit", "5000"),
        ("link", "<https://api.test/2>; rel=next"),
        ("x-sizes", "1, 2"),
        ("x-sizes", "3"),
        ("x-region", "slug=fra1"),
        ("x-page", r#"{"next":2}"#),
        ("x-state", "ripe"),
    ];
    transport.reply(200, &fields, r#"["a"]"#);
    let bad = [("ratelimit-limit", "many"), ("retry-after", "7")];
    transport.reply(200, &bad, r#"["a"]"#);
    transport.reply(400, &bad, "");
    let client = Client::builder()
        .base_url("http://api.test")
        .transport(transport)
        .build()
        .expect("a client");
    let droplets = client.list_droplets().await.expect("droplets");
    let headers = Headers::of(droplets.headers());
    assert_eq!(headers.rate_limit_limit(), Ok(Some(5000)));
    let link = headers.link().expect("a text");
    assert_eq!(link.as_deref(), Some("<https://api.test/2>; rel=next"));
    assert_eq!(headers.x_sizes(), Ok(Some(vec![1, 2, 3])));
    let region = headers.x_region().expect("an object").expect("a field");
    assert_eq!(region.to_string(), r#"{"slug":"fra1"}"#);
    let page = headers.x_page().expect("a page").expect("a field");
    assert_eq!(page.next, Some(2));
    assert_eq!(headers.x_state(), Ok(Some("ripe".to_owned())));
    assert_eq!(headers.retry_after(), Ok(None));

    let droplets = client.list_droplets().await.expect("droplets");
    let limit = Headers::of(droplets.headers()).rate_limit_limit();
    assert_eq!(limit.expect_err("no number").text(), "many");
    let error = client.list_droplets().await.expect_err("a fault");
    let headers = error.headers().map(Headers::of).expect("a reply");
    assert_eq!(headers.retry_after(), Ok(Some(7)));
}

//! Page after page: by the header field `Link`, and by a property of the body.

use replies_pages::runtime::RecordingTransport;
use replies_pages::types::SearchThingsRequest;
use replies_pages::{Client, Error};

const JSON: (&str, &str) = ("content-type", "application/json");

fn client(transport: &RecordingTransport) -> Client {
    Client::builder()
        .base_url("http://api.test/v1")
        .transport(transport.clone())
        .build()
        .expect("a client")
}

fn targets(transport: &RecordingTransport) -> Vec<String> {
    let requests = transport.requests().into_iter();
    let written = requests.map(|request| format!("{} {}", request.method(), request.uri()));
    written.collect()
}

#[tokio::test]
async fn by_links() -> Result<(), Error<std::convert::Infallible>> {
    let transport = RecordingTransport::new();
    let link = ("link", r#"</v1/issues?page=1>; rel="prev", </v1/issues?page=3>; rel="next""#);
    transport.reply(200, &[JSON, link], r#"[{"id":"a"},{"id":"b"}]"#);
    transport.reply(200, &[JSON], r#"[{"id":"c"}]"#);
    let client = client(&transport);
    let mut pages = client.list_issues().per_page(2).pages_("x").header("x-trace", "7").pages();
    let mut ids = Vec::new();
    while let Some(page) = pages.next().await {
        for issue in page?.into_body() {
            ids.push(issue.id);
        }
    }
    assert_eq!(ids, ["a", "b", "c"]);
    let expected = [
        "GET http://api.test/v1/issues?per_page=2&pages=x",
        "GET http://api.test/v1/issues?page=3",
    ];
    assert_eq!(targets(&transport), expected);
    assert_eq!(transport.requests()[1].headers()["x-trace"], "7");
    transport.reply(200, &[JSON, link], r#"[{"id":"a"},{"id":"b"}]"#);
    transport.reply(200, &[JSON], r#"[{"id":"c"}]"#);
    let mut issues = client.list_issues().pages().items(|page| page);
    for expected in ids {
        assert_eq!(issues.next().await.expect("an issue")?.id, expected);
    }
    assert!(issues.next().await.is_none());
    transport.reply(200, &[JSON], r#"{"id":"d"}"#);
    client.get_issue("d").pages("2").await.expect("one");
    Ok(())
}

#[tokio::test]
async fn by_a_property() {
    let transport = RecordingTransport::new();
    let first = r#"{"value":[{"id":"a"}],"@odata.nextLink":"http://api.test/v1/things?$skiptoken=x"}"#;
    transport.reply(200, &[JSON], first);
    transport.reply(200, &[JSON], r#"{"value":[],"@odata.nextLink":null}"#);
    let client = client(&transport);
    let mut pages = client.search_things(SearchThingsRequest::new().text("a")).pages();
    let page = pages.next().await.expect("a page").expect("things");
    assert_eq!(page.value.as_deref().map(<[_]>::len), Some(1));
    assert!(pages.next().await.expect("another").is_ok());
    assert!(pages.next().await.is_none());
    let expected = [
        "POST http://api.test/v1/things",
        "GET http://api.test/v1/things?$skiptoken=x",
    ];
    assert_eq!(targets(&transport), expected);
    let requests = transport.requests();
    assert_eq!(requests[1].body(), "");
    assert_eq!(requests[1].headers().get("content-type"), None);
    assert_eq!(requests[1].headers()["accept"], "application/json");

    transport.reply(200, &[JSON], r#"{"paging":{"next":"../v2/nested?2"}}"#);
    transport.reply(200, &[JSON], r#"{"paging":null}"#);
    let mut pages = client.list_nested().pages();
    while let Some(page) = pages.next().await {
        page.expect("a page");
    }
    assert_eq!(targets(&transport)[3], "GET http://api.test/v2/nested?2");
}

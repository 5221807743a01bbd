//! Page after page: where the next one is, what it is asked with, and where it is not asked for.
#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;

use clientsmith_runtime::{
    Answer, Api, ApiKeyScheme, ApiSpec, BearerScheme, Call, ClientBuilder, Core, DecodeError,
    Error, Explode, KeyLocation, ManualClock, NextPage, Operation, OperationSpec, Outcome,
    PagedOperation, Pages, RecordingTransport, Reply, RequestEncoder, Retry, Scheme, SchemeKind,
    Sent, Server, Style,
};
use futures_core::Stream;

struct Client(Core);

impl Api for Client {
    const SPEC: &'static ApiSpec = &ApiSpec {
        name: "pages",
        version: "1",
        servers: &[Server {
            url: "https://api.test/v1?tenant=t",
            variables: &[],
        }],
        schemes: &[
            Scheme {
                name: "bearer",
                kind: SchemeKind::Bearer,
            },
            Scheme {
                name: "key",
                kind: SchemeKind::ApiKey {
                    location: KeyLocation::Query,
                    name: "api key",
                },
            },
        ],
    };

    fn from_core(core: Core) -> Self {
        Self(core)
    }
}

impl BearerScheme for Client {
    const NAME: &'static str = "bearer";
}

impl ApiKeyScheme for Client {
    const NAME: &'static str = "key";
}

macro_rules! operation {
    ($name:ident, $method:literal, $next:expr) => {
        #[derive(Debug)]
        struct $name;

        impl Operation for $name {
            type Output = String;
            type Error = ();
            const SPEC: &'static OperationSpec = &OperationSpec {
                id: stringify!($name),
                method: $method,
                path: "/things?fixed=1",
                accept: "text/plain",
                security: &[&["bearer", "key"], &[]],
                limits: &[],
                servers: &[],
                idempotent: matches!($method.as_bytes(), b"GET"),
                rules: None,
            };

            fn encode(&self, request: &mut RequestEncoder) {
                request.query("limit", Style::Form, Explode::Yes, &2_i32);
                if $method == "POST" {
                    request.text("text/plain", &"search".to_owned());
                }
            }

            fn decode(reply: &Reply) -> Result<Outcome<String, ()>, DecodeError> {
                match reply.status().as_u16() {
                    200 => reply.text().map(Outcome::Success),
                    404 => Ok(Outcome::Failure(())),
                    _ => Ok(Outcome::Undocumented),
                }
            }
        }

        impl PagedOperation for $name {
            const NEXT: NextPage = $next;
        }
    };
}

operation!(Linked, "GET", NextPage::Link);
operation!(Told, "GET", NextPage::Property(&["next"]));
operation!(Searched, "POST", NextPage::Property(&["next"]));

fn stage() -> (RecordingTransport, ClientBuilder<Client>) {
    let transport = RecordingTransport::new();
    let builder = ClientBuilder::new().transport(transport.clone());
    (transport, builder.clock(Arc::new(ManualClock::jumping())))
}

fn client(builder: ClientBuilder<Client>) -> Client {
    builder.build().expect("a client")
}

/// Answers with a page and the link after it.
fn page(transport: &RecordingTransport, body: &str, target: &str) {
    let link = format!("<{target}>; rel=next");
    transport.reply(200, &[("link", &link)], body.to_owned());
}

/// What comes of all pages, in words, until the end or something other than a page comes a second time.
async fn read<O: PagedOperation<Output = String, Error = ()>>(
    mut pages: Pages<'_, O>,
) -> Vec<String> {
    let mut read = Vec::new();
    while let Some(page) = pages.next().await {
        read.push(match page {
            Ok(page) => page.into_body(),
            Err(error) => error.to_string(),
        });
        assert!(read.len() < 9, "{read:?}");
    }
    read
}

fn targets(transport: &RecordingTransport) -> Vec<String> {
    let requests = transport.requests().into_iter();
    let targets = requests.map(|request| format!("{} {}", request.method(), request.uri()));
    targets.collect()
}

#[tokio::test]
async fn each_page_is_a_call_by_itself() {
    let (transport, builder) = stage();
    page(&transport, "one", "?page=2");
    transport.answer(Answer::Failure(Sent::Perhaps));
    page(&transport, "two", "https://api.test:443/other?page=3#here");
    transport.reply(200, &[("link", "<?page=9>; rel=last")], "three");
    let client = client(builder.bearer_token("secret").api_key("k"));
    let mut pages = Call::new(&client.0, Linked).header("x-own", "1").pages();
    assert_eq!(targets(&transport).len(), 0);
    assert_eq!(
        pages.next().await.expect("one").expect("a page").attempts(),
        1
    );
    assert_eq!(targets(&transport).len(), 1);
    assert_eq!(
        pages.next().await.expect("two").expect("a page").attempts(),
        2
    );
    assert_eq!(
        *pages.next().await.expect("three").expect("a page"),
        "three"
    );
    assert!(pages.next().await.is_none());
    assert!(pages.next().await.is_none());
    let expected = [
        "GET https://api.test/v1/things?tenant=t&fixed=1&limit=2&api%20key=k",
        "GET https://api.test/v1/things?page=2&api%20key=k",
        "GET https://api.test/v1/things?page=2&api%20key=k",
        "GET https://api.test/other?page=3&api%20key=k",
    ];
    assert_eq!(targets(&transport), expected);
    for request in transport.requests() {
        assert_eq!(request.headers()["authorization"], "Bearer secret");
        assert_eq!(request.headers()["accept"], "text/plain");
        assert_eq!(request.headers()["x-own"], "1");
    }
}

#[tokio::test]
async fn a_property_is_a_link_that_is_got_without_a_body() {
    for (text, end) in [(r#"{"next":null}"#, 1), (r#"{"next":""}"#, 1), ("{}", 1)] {
        let (transport, builder) = stage();
        transport.reply(200, &[], r#"{"other":["next"],"next":"/v2/x"}"#);
        transport.answer(Answer::Failure(Sent::Perhaps)); // what is got is repeated
        transport.reply(200, &[], text);
        let client = client(builder);
        let pages = read(Call::new(&client.0, Searched).pages()).await;
        assert_eq!(pages.len(), end + 1);
        let requests = transport.requests();
        assert_eq!(targets(&transport)[1..], ["GET https://api.test/v2/x"; 2]);
        assert_eq!(requests[0].headers()["content-type"], "text/plain");
        assert!(requests[1].headers().get("content-type").is_none());
        assert!(!requests[0].body().is_empty() && requests[1].body().is_empty());
    }
}

#[tokio::test]
async fn a_key_that_the_link_has_is_not_added() {
    for written in ["api%20key=k", "api+key=k"] {
        let (transport, builder) = stage();
        page(&transport, "one", &format!("/v1/things?{written}&page=2"));
        transport.reply(200, &[], "two");
        let client = client(builder.bearer_token("secret").api_key("k"));
        read(Call::new(&client.0, Linked).pages()).await;
        let expected = format!("GET https://api.test/v1/things?{written}&page=2");
        assert_eq!(targets(&transport)[1], expected);
    }
}

#[tokio::test]
async fn what_cannot_be_followed_is_an_error_and_the_end() {
    let own = "https://api.test/v1/things?tenant=t&fixed=1&limit=2";
    let table = [
        ("https://other.test/x", "`https://other.test`"),
        ("http://api.test/x", "`http://api.test`"),
        ("//api.test:444/x", "`https://api.test:444`"),
        ("ftp://api.test/x", "credentials"),
        ("mailto:a@api.test", "credentials"),
        ("https://[", "no URL"),
        (own, "just read"),
        ("?tenant=t&fixed=1&limit=2#x", "just read"),
    ];
    for (target, expected) in table {
        let (transport, builder) = stage();
        page(&transport, "one", target);
        let client = client(builder);
        let pages = read(Call::new(&client.0, Linked).pages()).await;
        assert!(pages[1].starts_with("Linked: not sent: the next page is"));
        assert!(pages[1].contains(expected), "{pages:?}");
        assert_eq!((pages.len(), targets(&transport).len()), (2, 1));
    }
}

#[tokio::test]
async fn no_page_is_read_for_ever() {
    let (transport, builder) = stage();
    for body in ["one", "two", "two again"] {
        page(&transport, body, "?page=2");
    }
    let client = client(builder.bearer_token("secret").api_key("k"));
    let pages = read(Call::new(&client.0, Linked).pages()).await;
    assert_eq!(pages[..2], ["one", "two"]);
    assert!(pages[2].contains("just read"), "{pages:?}");
    assert_eq!((pages.len(), targets(&transport).len()), (3, 2));
}

#[tokio::test]
async fn no_circle_is_gone_through_for_ever() {
    for length in 2..40 {
        let (transport, builder) = stage();
        for number in 1..=4 * length {
            page(&transport, "a page", &format!("?page={}", number % length));
        }
        let client = client(builder);
        let mut pages = Call::new(&client.0, Linked).pages();
        let mut read = 0;
        let last = loop {
            match pages.next().await.expect("a page or an error") {
                Ok(_) => read += 1,
                Err(error) => break error.to_string(),
            }
        };
        assert!(last.contains("read before"), "{last}");
        assert!(read < 3 * length, "{read} pages of {length}");
        assert!(pages.next().await.is_none());
    }
}

#[tokio::test]
async fn items_are_those_of_all_pages() {
    let (transport, builder) = stage();
    page(&transport, "a b", "?page=2");
    page(&transport, "", "?page=3");
    transport.reply(404, &[], "");
    transport.reply(200, &[], "c");
    let client = client(builder);
    let words = |page: String| {
        page.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let mut items = Call::new(&client.0, Linked).pages().items(words);
    let _: &dyn Send = &items;
    assert_eq!(items.next().await.expect("a").expect("an item"), "a");
    assert_eq!(targets(&transport).len(), 1);
    let mut others = Vec::new();
    while let Some(item) = poll_fn(|context| Pin::new(&mut items).poll_next(context)).await {
        others.push(item.unwrap_or_else(|error| error.to_string()));
    }
    let [b, error, c] = others.as_slice() else {
        unreachable!("{others:?}");
    };
    assert_eq!((b.as_str(), c.as_str()), ("b", "c"));
    assert!(error.contains("404"), "{error}");
    assert_eq!(targets(&transport).len(), 4);
    assert!(items.next().await.is_none());
    assert!(format!("{items:?}").contains("Linked"));
}

#[tokio::test]
async fn what_a_property_holds_that_is_no_link_is_an_error() {
    for (body, expected) in [
        (r#"{"next":1}"#, "a number where a string"),
        ("text", "no next page in the reply's `next`"),
    ] {
        let (transport, builder) = stage();
        transport.reply(200, &[], body);
        let client = client(builder);
        let pages = read(Call::new(&client.0, Told).pages()).await;
        assert_eq!(pages.len(), 2);
        assert!(pages[1].contains(expected), "{pages:?}");
    }
}

#[tokio::test]
async fn a_stranger_says_nothing_of_the_next_page() {
    for target in ["https://api.test/x", "https://other.test/x", "/x"] {
        let (transport, builder) = stage();
        transport.reply(302, &[("location", "https://other.test/things")], "");
        page(&transport, "one", target);
        let client = client(builder.bearer_token("secret").api_key("k"));
        let pages = read(Call::new(&client.0, Linked).pages()).await;
        assert!(pages[1].contains("`https://other.test`"), "{pages:?}");
        assert_eq!((pages.len(), targets(&transport).len()), (2, 2));
    }
    // at home, a redirect's target is what the link is relative to
    let (transport, builder) = stage();
    transport.reply(302, &[("location", "/v2/things")], "");
    page(&transport, "one", "more");
    transport.reply(200, &[], "two");
    let client = client(builder);
    assert_eq!(
        read(Call::new(&client.0, Linked).pages()).await,
        ["one", "two"]
    );
    assert_eq!(targets(&transport)[2], "GET https://api.test/v2/more");
}

#[tokio::test]
async fn after_an_error_the_same_page_is_asked_for_again() {
    let (transport, builder) = stage();
    transport.reply(500, &[], "");
    page(&transport, "one", "?page=2");
    transport.reply(404, &[], "");
    transport.answer(Answer::Failure(Sent::Perhaps));
    transport.reply(200, &[], "two");
    let client = client(builder.retry(Retry::never()));
    let mut pages = Call::new(&client.0, Linked).pages();
    let mut ends = Vec::new();
    while let Some(page) = pages.next().await {
        ends.push(match page {
            Ok(_) => "a page",
            Err(Error::Undocumented(_)) => "undocumented",
            Err(Error::Api((), _)) => "documented",
            Err(Error::Transport(..)) => "transport",
            Err(_) => "other",
        });
    }
    let expected = [
        "undocumented",
        "a page",
        "documented",
        "transport",
        "a page",
    ];
    assert_eq!(ends, expected);
    let first = "GET https://api.test/v1/things?tenant=t&fixed=1&limit=2";
    let second = "GET https://api.test/v1/things?page=2";
    assert_eq!(targets(&transport), [first, first, second, second, second]);
}

#[tokio::test]
async fn pages_are_a_stream() {
    let (transport, builder) = stage();
    page(&transport, "one", "?page=2");
    transport.reply(200, &[], "two");
    let client = client(builder);
    let mut pages = Call::new(&client.0, Linked).pages();
    let _: &dyn Send = &pages;
    let mut bodies = Vec::new();
    while let Some(page) = poll_fn(|context| Pin::new(&mut pages).poll_next(context)).await {
        bodies.push(page.expect("a page").into_body());
    }
    assert_eq!(bodies, ["one", "two"]);
    assert!(format!("{pages:?}").contains("Linked"));
}

//! Parameters are held to their rules wherever they stand.

use validation_parameters::runtime::{Error, Place, RecordingTransport};
use validation_parameters::types::Filter;
use validation_parameters::Client;

fn client() -> (Client, RecordingTransport) {
    let transport = RecordingTransport::new();
    let builder = Client::builder().base_url("https://books.example").transport(transport.clone());
    (builder.build().expect("a client"), transport)
}

#[tokio::test]
async fn a_request_is_held_to_its_rules_where_the_caller_asks_for_it() {
    let (client, transport) = client();
    let call = client
        .find_books("t-1")
        .id_2("abc")
        .limit(101)
        .authors(vec!["a".to_owned(), String::new(), "c".to_owned()])
        .filter(Filter::new().year(1450))
        .sort(Filter::new().year(7))
        .x_trace("abc")
        .session("hunter2");
    let error = call.clone().validate(true).await.expect_err("nothing is sent");
    let Error::Request(request, details) = &error else { panic!("{error:?}") };
    assert_eq!(details.attempts(), 0);
    let found: Vec<_> = request.violations().iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "path parameter `id`: \"t-1\", where `pattern` is `^s-`",
            "query parameter `id`: 3 characters, where `maxLength` is `2`",
            "query parameter `limit`: 101, where `maximum` is `100`",
            "query parameter `authors` /1: 0 characters, where `minLength` is `1`",
            "query parameter `authors`: 3 items, where `maxItems` is `2`",
            "query parameter `filter` /year: 1450, where `exclusiveMinimum` is `1450`",
            "query parameter `sort` /year: 7, where `exclusiveMinimum` is `1450`",
            "header field `X-Trace`: 3 characters, where `minLength` is `4`",
            "cookie `session`: a secret, where `pattern` is `^[a-f]+$`",
        ]
    );
    assert_eq!(request.violations()[0].place(), &Place::Path("id".to_owned()));
    assert!(!format!("{error:?} {error}").contains("hunter2"));
    assert_eq!(transport.requests().len(), 0);
    // nobody asks
    transport.reply(204, &[], "");
    call.await.expect("it is sent");
}

#[tokio::test]
async fn a_request_that_holds_is_sent_as_ever() {
    let (client, transport) = client();
    transport.reply(204, &[], "");
    let call = client.find_books("s-1").id_2("ab").limit(100).x_trace("abcd").session("beef");
    call.validate(true).await.expect("it is sent");
    let target = transport.requests()[0].uri().to_string();
    assert_eq!(target, "https://books.example/shelves/s-1?id=ab&limit=100");
}

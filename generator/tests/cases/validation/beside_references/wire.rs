//! What stands beside a reference is checked as what stands behind it is.

use validation_beside_references::Client;
use validation_beside_references::runtime::{Error, Part, RecordingTransport};
use validation_beside_references::types::{Parts, Repeated, Thing};

fn client() -> Client {
    let transport = RecordingTransport::new();
    let builder = Client::builder().base_url("https://rules.example").transport(transport);
    builder.validate(true).build().expect("a client")
}

fn told<T: std::fmt::Debug, E: std::fmt::Debug>(outcome: Result<T, Error<E>>) -> Vec<String> {
    match outcome.expect_err("nothing is sent") {
        Error::Request(request, _) => request.violations().iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn parameters() {
    assert_eq!(
        told(client().find_name("A").others(vec!["abcde".to_owned()]).await),
        [
            "path parameter `name`: \"A\", where `pattern` is `^[a-z]+$`",
            "path parameter `name`: 1 character, where `minLength` is `3`",
            "query parameter `others` /0: 5 characters, where `maxLength` is `4`",
        ]
    );
}

#[tokio::test]
async fn properties_and_a_whole_object() {
    assert_eq!(
        told(client().put_thing(Thing::new().name("abc")).await),
        [
            "body /name: 3 characters, where `minLength` is `4`",
            "body: 1 property, where `minProperties` is `2`",
        ]
    );
    assert_eq!(
        told(client().put_thing(Thing::new().name("abcd").size(10)).await),
        ["body /size: 10, where `maximum` is `9`"]
    );
}

#[tokio::test]
async fn a_whole_list() {
    assert_eq!(told(client().put_things(vec![]).await), ["body: 0 items, where `minItems` is `1`"]);
    let twice = vec![Thing::new().name("abcd"), Thing::new().name("abcd")];
    assert_eq!(told(client().put_things(twice).await).len(), 1);
}

#[tokio::test]
async fn a_patch_of_fewer_properties_is_not_sent_even_unasked() {
    let transport = RecordingTransport::new();
    let client = Client::builder().base_url("https://rules.example").transport(transport.clone()).build();
    let outcome = client.expect("a client").patch_thing(Thing::new().name("abcd")).await;
    assert!(matches!(outcome, Err(Error::Request(..))), "{outcome:?}");
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn parts_altogether() {
    assert_eq!(
        told(client().send_parts(Parts::new()).await),
        ["body: 0 properties, where `minProperties` is `1`"]
    );
}

#[tokio::test]
async fn a_whole_body_by_a_part_of_an_all_of() {
    assert_eq!(
        told(client().put_whole(Thing::new().name("abcd")).await),
        ["body: 1 property, where `minProperties` is `2`"]
    );
}

#[tokio::test]
async fn parts_that_are_repeated() {
    let body = Repeated::new().names(vec!["abcd".to_owned()]).files(vec![Part::from("1")]);
    assert_eq!(
        told(client().send_repeated(body).await),
        [
            "body /names/0: 4 characters, where `maxLength` is `3`",
            "body /names: 1 item, where `minItems` is `2`",
            "body /files: 1 item, where `minItems` is `2`",
        ]
    );
    let twice = Repeated::new().names(vec!["abc".to_owned(); 2]).files(vec![Part::from("1"), Part::from("2"), Part::from("3"), Part::from("4")]);
    assert_eq!(
        told(client().send_repeated(twice).await),
        [
            "body /names: items 0 and 1 are the same, where `uniqueItems` is `true`",
            "body /files: 4 items, where `maxItems` is `3`",
        ]
    );
}

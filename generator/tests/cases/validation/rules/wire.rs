//! Each rule on both sides of its limit, by itself and before a request is sent.

use validation_rules::runtime::{Error, ManualClock, Number, Place, RecordingTransport, Rule, Value};
use validation_rules::runtime::Validate;
use validation_rules::types::{Thing, ThingLevel};
use validation_rules::Client;

/// What is wrong with a thing: pointer, keyword, limit, and what was found.
fn wrong(thing: &Thing) -> Vec<(String, &'static str, String, String)> {
    let Err(error) = thing.validate() else {
        return Vec::new();
    };
    let violations = error.violations().iter();
    violations
        .map(|violation| {
            let rule = violation.rule();
            (
                violation.pointer().to_owned(),
                rule.keyword(),
                rule.limit(),
                violation.found().to_owned(),
            )
        })
        .collect()
}

fn refused(thing: Thing, pointer: &str, keyword: &'static str, limit: &str, found: &str) {
    let expected = vec![(pointer.to_owned(), keyword, limit.to_owned(), found.to_owned())];
    assert_eq!(wrong(&thing), expected, "{thing:?}");
}

fn allowed(thing: Thing) {
    assert_eq!(wrong(&thing), vec![], "{thing:?}");
}

fn thing() -> Thing {
    Thing::new()
}

#[test]
fn lengths_are_counted_in_code_points() {
    refused(thing().name("a"), "/name", "minLength", "2", "1 character");
    allowed(thing().name("ab"));
    allowed(thing().name("🦀🦀🦀🦀"));
    refused(thing().name("abcde"), "/name", "maxLength", "4", "5 characters");
    refused(thing().name("🦀"), "/name", "minLength", "2", "1 character");
}

#[test]
fn patterns_are_those_of_javascript() {
    allowed(thing().code("AB1"));
    refused(thing().code("AB"), "/code", "pattern", r"^[A-Z]{2}\d+$", "\"AB\"");
    // another script's digits are none
    refused(thing().code("AB١"), "/code", "pattern", r"^[A-Z]{2}\d+$", "\"AB١\"");
}

#[test]
fn a_password_is_not_told() {
    refused(thing().secret("hunter"), "/secret", "pattern", r"\d", "a secret");
    refused(thing().secret("h1"), "/secret", "minLength", "4", "2 characters");
    allowed(thing().secret("h1234"));
}

#[test]
fn bounds_belong_to_the_range_unless_they_are_exclusive() {
    allowed(thing().ratio(0.1));
    allowed(thing().ratio(0.5));
    refused(thing().ratio(0.09), "/ratio", "minimum", "0.1", "0.09");
    refused(thing().ratio(0.51), "/ratio", "maximum", "0.5", "0.51");
    allowed(thing().share(1e-300));
    refused(thing().share(0.0), "/share", "exclusiveMinimum", "0", "0");
    refused(thing().share(1.0), "/share", "exclusiveMaximum", "1", "1");
    allowed(thing().share(0.9999999999999999));
}

#[test]
fn steps_are_exact() {
    allowed(thing().step(0.07)); // 0.07 / 0.01 is 7.000000000000001 in doubles
    allowed(thing().step(-19.99));
    allowed(thing().step(1e300));
    refused(thing().step(0.075), "/step", "multipleOf", "0.01", "0.075");
    refused(thing().step(0.30000000000000004), "/step", "multipleOf", "0.01", "0.30000000000000004");
}

#[test]
fn integers_beyond_64_bits_are_compared_digit_by_digit() {
    let most = "123456789012345678901234567890";
    let number = |text: &str| text.parse::<Number>().expect("a number");
    allowed(thing().vast(number(most)));
    allowed(thing().vast(number("12345678901234567890123456789e1")));
    let more = "123456789012345678901234567895";
    refused(thing().vast(number(more)), "/vast", "maximum", most, more);
    refused(thing().vast(number("7")), "/vast", "multipleOf", "5", "7");
    refused(thing().vast(number("0")), "/vast", "minimum", "1", "0");
}

#[test]
fn items_are_counted_and_compared() {
    let tags = |tags: &[&str]| thing().tags(tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>());
    refused(tags(&[]), "/tags", "minItems", "1", "0 items");
    allowed(tags(&["a"]));
    allowed(tags(&["a", "b", "c"]));
    refused(tags(&["a", "b", "c", "d"]), "/tags", "maxItems", "3", "4 items");
    refused(tags(&["a", "b", "a"]), "/tags", "uniqueItems", "true", "items 0 and 2 are the same");
}

#[test]
fn items_are_compared_as_json_schema_does() {
    let numbers = |json: &str| {
        let values: Value = json.parse().expect("JSON");
        thing().numbers(values.as_array().expect("a list").to_vec())
    };
    allowed(numbers(r#"[1, true, "1", [1], null, {"a": 1}, {"a": 2}]"#));
    let twice = "items 0 and 1 are the same";
    refused(numbers("[1, 1.0]"), "/numbers", "uniqueItems", "true", twice);
    refused(numbers("[100, 1e2]"), "/numbers", "uniqueItems", "true", twice);
    refused(numbers(r#"[{"a": 1, "b": [2]}, {"b": [2.0], "a": 1}]"#), "/numbers", "uniqueItems", "true", twice);
}

#[test]
fn properties_are_counted() {
    let labels = |names: &[&str]| {
        let mut labels = validation_rules::runtime::Map::new();
        for name in names {
            labels.insert((*name).to_owned(), "x".to_owned());
        }
        thing().labels(labels)
    };
    refused(labels(&[]), "/labels", "minProperties", "1", "0 properties");
    allowed(labels(&["a", "b"]));
    refused(labels(&["a", "b", "c"]), "/labels", "maxProperties", "2", "3 properties");
    allowed(thing().name("ab").ratio(0.2).step(1.0));
    refused(thing().name("ab").ratio(0.2).step(1.0).share(0.5), "", "maxProperties", "3", "4 properties");
}

#[test]
fn values_of_a_list_are_known_by_their_type() {
    allowed(thing().level(ThingLevel::High));
}

fn client() -> (Client, RecordingTransport) {
    let transport = RecordingTransport::new();
    let builder = Client::builder().base_url("https://things.example").transport(transport.clone());
    let client = builder.clock(std::sync::Arc::new(ManualClock::jumping())).validate(true).build();
    (client.expect("a client"), transport)
}

#[tokio::test]
async fn everything_that_is_wrong_is_told_and_nothing_is_sent() {
    let (client, transport) = client();
    let body = thing().name("abcde").ratio(7.0);
    let error = client.create_thing(body.clone()).await.expect_err("a request that is not sent");
    assert!(!error.may_have_been_sent());
    assert_eq!(error.attempts(), 0);
    let Error::Request(request, _) = &error else { panic!("{error:?}") };
    let rules: Vec<_> = request.violations().iter().map(|violation| violation.rule()).collect();
    assert_eq!(rules, [Rule::MaxLength(4), Rule::Maximum("0.5")]);
    assert!(request.violations().iter().all(|violation| *violation.place() == Place::Body));
    assert_eq!(
        error.to_string(),
        "createThing: not sent: body /name: 5 characters, where `maxLength` is `4`; body /ratio: 7, where `maximum` is `0.5`"
    );
    assert_eq!(transport.requests().len(), 0);
    // a call says otherwise
    transport.reply(204, &[], "");
    client.create_thing(body).validate(false).await.expect("it is sent");
    assert_eq!(transport.requests().len(), 1);
}

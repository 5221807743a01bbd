//! Times of `jiff` wherever a value stands: in paths, queries, header fields, forms, JSON and unions.

use choice_jiff::Client;
use choice_jiff::headers::Headers;
use choice_jiff::runtime::{Error, Nullable, RecordingTransport};
use choice_jiff::types::{PostVisitRequest, Visit, VisitWhen};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};

const JSON: &[(&str, &str)] = &[("content-type", "application/json"), ("x-expires", "2026-03-01T00:00:00Z")];

fn client(transport: &RecordingTransport) -> Client {
    let builder = Client::builder().base_url("http://localhost");
    builder.transport(transport.clone()).build().expect("a client")
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

#[tokio::test]
async fn they_are_written_and_read_as_themselves() {
    let transport = RecordingTransport::new();
    let text = r#"{"at":"2026-01-31T12:00:00Z","left":null,"lasted":"PT90M","seen":["2026-01-31T13:00:00.5Z"],"by_name":{"a":"2026-02-01"},"when":"2026-02-02"}"#;
    transport.reply(200, JSON, text);
    let mut visit = Visit::new(at("2026-01-31T12:00:00Z"), Nullable::Null, SignedDuration::from_mins(90))
        .seen(vec![at("2026-01-31T13:00:00.5Z")])
        .when(VisitWhen::Date(date(2026, 2, 2)));
    visit.by_name = Some([("a", date(2026, 2, 1))].into());
    let client = client(&transport);
    let call = client.put_visits(date(2026, 1, 31), at("2026-01-01T00:00:00Z"), visit.clone());
    let call = call.days(vec![date(2026, 1, 1), date(2026, 1, 2)]).if_unmodified(at("2026-01-01T00:00:00+01:00"));
    let response = call.await.expect("a visit");
    let request = &transport.requests()[0];
    let target = "/visits/2026-01-31?since=2026-01-01T00%3A00%3A00Z&days=2026-01-01&days=2026-01-02";
    assert_eq!(request.uri().path_and_query().expect("a target"), target);
    assert_eq!(request.headers()["if-unmodified"], "2025-12-31T23:00:00Z");
    assert_eq!(String::from_utf8_lossy(request.body()), text.replace("PT90M", "PT1H30M"));
    assert_eq!(*response, visit);
    let expires = Headers::of(response.headers()).x_expires().expect("a time");
    assert_eq!(expires, Some(at("2026-03-01T00:00:00Z")));
}

#[tokio::test]
async fn a_form_has_them_too() {
    let transport = RecordingTransport::new();
    transport.reply(204, &[], "");
    let body = PostVisitRequest::new(at("2026-01-31T12:00:00Z")).days(vec![date(2026, 1, 1)]);
    client(&transport).post_visit(date(2026, 1, 31), body).await.expect("nothing");
    let form = transport.requests()[0].body().clone();
    assert_eq!(String::from_utf8_lossy(&form), "at=2026-01-31T12%3A00%3A00Z&days=2026-01-01");
}

#[tokio::test]
async fn a_text_that_is_no_time_fails_the_reply_and_is_named() {
    let transport = RecordingTransport::new();
    transport.reply(200, JSON, r#"{"at":"2026-01-31T12:00:00Z","left":null,"lasted":"PT1H","seen":["noon"]}"#);
    let visit = Visit::new(Timestamp::UNIX_EPOCH, Nullable::Null, SignedDuration::ZERO);
    let call = client(&transport).put_visits(date(2026, 1, 31), Timestamp::UNIX_EPOCH, visit).await;
    let error = call.expect_err("no time");
    assert!(matches!(error, Error::Decode(..)), "{error}");
    let said = error.to_string();
    assert!(said.contains("/seen/0") && said.contains("`noon`"), "{said}");
}

#[tokio::test]
async fn unions_are_told_apart_by_what_can_be_read() {
    let transport = RecordingTransport::new();
    let client = client(&transport);
    for (when, expected) in [
        ("\"2026-01-31T12:00:00Z\"", VisitWhen::DateTime(at("2026-01-31T12:00:00Z"))),
        ("\"2026-01-31\"", VisitWhen::Date(date(2026, 1, 31))),
        ("7", VisitWhen::Integer(7)),
        ("\"noon\"", VisitWhen::String("noon".to_owned())),
    ] {
        let body = format!(r#"{{"at":"2026-01-31T12:00:00Z","left":"2026-01-31T12:00:00Z","lasted":"PT1H","when":{when}}}"#);
        transport.reply(200, JSON, body);
        let visit = Visit::new(Timestamp::UNIX_EPOCH, Nullable::Null, SignedDuration::ZERO);
        let visit = client.put_visits(date(2026, 1, 31), Timestamp::UNIX_EPOCH, visit).await.expect(when).into_body();
        assert_eq!(visit.when, Some(expected));
        assert_eq!(visit.left, Nullable::Value(at("2026-01-31T12:00:00Z")));
    }
}

//! Times of `chrono` and `time`, and UUIDs, as fields and parameters.

use chrono::{DateTime, NaiveDate, Utc};
use choice_chrono_time_uuid::Client;
use choice_chrono_time_uuid::runtime::RecordingTransport;
use choice_chrono_time_uuid::types::Event;
use time::OffsetDateTime;
use uuid::Uuid;

#[tokio::test]
async fn they_are_written_and_read_as_themselves() {
    let transport = RecordingTransport::new();
    let text = r#"{"id":"00000000-0000-0000-0000-000000000001","starts":"2026-01-31T12:00:00Z","ends":"2026-01-31T12:00:00Z","day":"2026-01-31","until":"2026-01-31","local":"2026-01-31T12:00:00+01:00"}"#;
    transport.reply(200, &[("content-type", "application/json")], text);
    let client = Client::builder().base_url("http://localhost").transport(transport.clone()).build().expect("a client");
    let starts: DateTime<Utc> = "2026-01-31T12:00:00Z".parse().expect("a time");
    let ends = OffsetDateTime::from_unix_timestamp(starts.timestamp()).expect("a time");
    let day = NaiveDate::from_ymd_opt(2026, 1, 31).expect("a date");
    let local = DateTime::parse_from_rfc3339("2026-01-31T12:00:00+01:00").expect("a time");
    let event = Event::new(Uuid::from_u128(1), starts, ends, day, ends.date()).local(local);
    let read = client.put_event(Uuid::from_u128(1), event.clone()).await.expect("an event").into_body();
    let request = &transport.requests()[0];
    assert_eq!(request.uri().path(), "/events/00000000-0000-0000-0000-000000000001");
    assert_eq!(String::from_utf8_lossy(request.body()), text);
    assert_eq!(read, event);
}

//! Types of other crates in place of the runtime's own: read, written, and what is said where that fails.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fmt::Debug;

use clientsmith_runtime::codec::{ParameterValue, parameter_value};
use clientsmith_runtime::{Decode, DecodeError, Encode, Map, Reader, Writer, from_json, to_json};
use jiff::{SignedDuration, Timestamp};

fn check_both_ways<T: Decode + Encode + PartialEq + Debug>(json: &str, value: T) {
    let read: T = from_json(json.as_bytes()).expect(json);
    assert_eq!(read, value);
    assert_eq!(
        String::from_utf8(to_json(&value).expect(json)).expect("text"),
        json
    );
}

#[test]
fn the_types_of_known_libraries_are_read_and_written() {
    let text = "\"2026-01-31T12:00:00Z\"";
    check_both_ways(
        text,
        "2026-01-31T12:00:00Z".parse::<Timestamp>().expect("a time"),
    );
    check_both_ways(
        text,
        "2026-01-31T12:00:00Z"
            .parse::<chrono::DateTime<chrono::Utc>>()
            .expect("a time"),
    );
    check_both_ways(
        "\"2026-01-31T12:00:00+01:00\"",
        chrono::DateTime::parse_from_rfc3339("2026-01-31T12:00:00+01:00").expect("a time"),
    );
    check_both_ways(
        text,
        time::OffsetDateTime::from_unix_timestamp(1_769_860_800).expect("a time"),
    );
    check_both_ways("\"2026-01-31\"", jiff::civil::date(2026, 1, 31));
    check_both_ways(
        "\"2026-01-31\"",
        chrono::NaiveDate::from_ymd_opt(2026, 1, 31).expect("a date"),
    );
    check_both_ways(
        "\"2026-01-31\"",
        time::Date::from_ordinal_date(2026, 31).expect("a date"),
    );
    check_both_ways("\"PT36H\"", SignedDuration::from_hours(36));
    check_both_ways(
        "\"00000000-0000-0000-0000-000000000001\"",
        uuid::Uuid::from_u128(1),
    );
    check_both_ways(
        "[null,\"PT1S\"]",
        vec![None, Some(SignedDuration::from_secs(1))],
    );
}

#[test]
fn what_has_no_text_is_not_written() {
    let early = Timestamp::MIN;
    assert!(to_json(&early).is_err());
    assert!(to_json(&SignedDuration::from_secs(-1)).is_err());
}

#[test]
fn what_is_not_understood_is_named_with_its_place() {
    let error =
        from_json::<Map<Vec<Timestamp>>>(br#"{"seen": ["yesterday"]}"#).expect_err("no time");
    assert_eq!(error.pointer(), "/seen/0");
    assert_eq!(error.offset(), 10);
    assert!(
        error
            .message()
            .starts_with("`yesterday`, which is not understood: "),
        "{error}"
    );
    let long = format!("\"{}\"", "x".repeat(100));
    let error = from_json::<uuid::Uuid>(long.as_bytes()).expect_err("no UUID");
    assert!(error.message().contains("xxx…`"), "{error}");
    from_json::<uuid::Uuid>(b"1").expect_err("a number");
}

/// A number of hundredths, as money is.
#[derive(Debug, PartialEq)]
struct Cents(i64);

impl Decode for Cents {
    fn vacant() -> Self {
        Self(0)
    }

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = reader.parse_number_with(|text| {
            let (whole, part) = text.split_once('.').unwrap_or((text, "00"));
            format!("{whole}{part}").parse().map(Self)
        })?;
        Ok(())
    }
}

impl Encode for Cents {
    fn encode(&self, writer: &mut Writer) {
        writer.display_number(&format_args!("{}.{:02}", self.0 / 100, self.0 % 100));
    }
}

#[test]
fn numbers_are_read_from_both_spellings() {
    check_both_ways("1.50", Cents(150));
    assert_eq!(
        from_json::<Cents>(b"\"2.25\"").expect("a number"),
        Cents(225)
    );
    from_json::<Cents>(b"true").expect_err("a boolean");
    assert_eq!(
        parameter_value(&Cents(150)).expect("a parameter"),
        ParameterValue::Scalar("1.50".to_owned())
    );
}

/// Any JSON of another library.
#[derive(Debug, PartialEq)]
struct Tree(serde_json::Value);

impl Decode for Tree {
    fn vacant() -> Self {
        Self(serde_json::Value::Null)
    }

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.0 = reader.parse_json_with(serde_json::from_str)?;
        Ok(())
    }
}

impl Encode for Tree {
    fn encode(&self, writer: &mut Writer) {
        writer.json(serde_json::to_string(&self.0));
    }
}

#[test]
fn other_types_go_by_their_json() {
    check_both_ways(
        "[{\"a\":1.0},null]",
        vec![
            Tree(serde_json::json!({ "a": 1.0 })),
            Tree(serde_json::Value::Null),
        ],
    );
    let error = from_json::<Vec<Tree>>(b"[1,]").expect_err("no JSON");
    assert_eq!(error.pointer(), "/1");
    assert_eq!(
        parameter_value(&Tree(serde_json::json!({ "a": 1 }))).expect("a parameter"),
        ParameterValue::Object(vec![("a".to_owned(), "1".to_owned())])
    );
}

#[test]
fn what_is_no_number_is_not_written_as_one() {
    let mut writer = Writer::new();
    writer.display_number(&"one");
    assert!(writer.finish().is_err());
    let mut writer = Writer::new();
    writer.json(Ok::<_, std::fmt::Error>("{".to_owned()));
    assert!(writer.finish().is_err());
}

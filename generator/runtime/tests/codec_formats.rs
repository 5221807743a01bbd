//! Formats: what a caller may write, and what a server may. Conversions to and from other libraries.
#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use clientsmith_runtime::{
    Base64, Base64Url, Date, DateTime, Duration, Format, Formatted, Time, Uuid, from_json, to_json,
};

/// Texts of the format, then others; the others are still read and written as they come.
#[track_caller]
fn check<F: Format>(valid: &[&str], invalid: &[&str]) {
    for text in valid {
        let value = Formatted::<F>::new(*text).expect(text);
        assert_eq!(value.as_str(), *text);
    }
    for text in invalid {
        Formatted::<F>::new(*text).expect_err(text);
        let json = to_json(text).expect("JSON");
        let value: Formatted<F> = from_json(&json).expect("a string");
        assert!(!value.is_valid(), "{text}");
        assert_eq!(to_json(&value).as_ref(), Ok(&json));
    }
}

#[test]
fn date_time() {
    check::<clientsmith_runtime::codec::format::DateTime>(
        &[
            "1963-06-19T08:30:06.283185Z",
            "1963-06-19T08:30:06Z",
            "1937-01-01T12:00:27.87+00:20",
            "1990-12-31T15:59:50.123-08:00",
            "1998-12-31T23:59:60Z",
            "1998-12-31T15:59:60.123-08:00",
            "1963-06-19t08:30:06.283185z",
            "2024-02-29T00:00:00+23:59",
            "0000-01-01T00:00:00-00:00",
        ],
        &[
            "",
            "1963-06-19",
            "1963-06-19T08:30:06",
            "1963-06-19 08:30:06Z",
            "1998-12-31T23:59:61Z",
            "1998-12-31T23:58:60Z",
            "1998-12-31T22:59:60Z",
            "1990-02-31T15:59:59Z",
            "2023-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "1990-12-31T15:59:59-24:00",
            "1990-12-31T24:00:00Z",
            "1990-12-31T10:60:00Z",
            "1963-06-19T08:30:06.Z",
            "1963-06-19T08:30:06+0100",
            "1963-06-19T08:30:06+01",
            "1963-06-19T08:30:06Z+01:00",
            "1963-06-19T08:30:06+01:00Z",
            "06/19/1963 08:30:06 PST",
            "2013-350T01:01:01Z",
            "1963-6-19T08:30:06Z",
            "1963-06-1\u{9ea}T00:00:00Z",
            "+11963-06-19T08:30:06Z",
        ],
    );
}

#[test]
fn date_and_time() {
    check::<clientsmith_runtime::codec::format::Date>(
        &["1963-06-19", "2020-02-29", "2000-02-29", "2020-12-31"],
        &[
            "2021-02-29",
            "2020-13-01",
            "2020-00-01",
            "2020-04-31",
            "2020-01-00",
            "2020-1-01",
            "20200101",
            "2020-01-01Z",
            "-020-01-01",
        ],
    );
    check::<clientsmith_runtime::codec::format::Time>(
        &[
            "08:30:06Z",
            "23:59:60Z",
            "22:59:60-01:00",
            "00:29:60+00:30",
            "08:30:06.5+05:30",
        ],
        &[
            "08:30:06",
            "8:30:06Z",
            "24:00:00Z",
            "23:59:60+01:00",
            "08:30Z",
            "08:30:06z+",
            "01:02:03+24:00",
            "12:00:00.52",
        ],
    );
}

#[test]
fn duration() {
    check::<clientsmith_runtime::codec::format::Duration>(
        &[
            "P4DT12H30M5S",
            "P4Y",
            "PT0S",
            "P0D",
            "P1M",
            "PT1M",
            "PT36H",
            "P1DT12H",
            "P2W",
            "PT0.5S",
            "P1Y2D",
        ],
        &[
            "",
            "P",
            "PT",
            "PT1D",
            "4DT12H30M5S",
            "P2D1Y",
            "P1D2H",
            "P2S",
            "P1",
            "P1Y2W",
            "P1.5D",
            "PT.5S",
            "PT1.S",
            "-P1D",
            "P-1D",
            "P2\u{9e8}Y",
            "P1YT",
        ],
    );
}

#[test]
fn uuid() {
    check::<clientsmith_runtime::codec::format::Uuid>(
        &[
            "2eb8aa08-aa98-11ea-b4aa-73b441d16380",
            "2EB8AA08-AA98-11EA-B4AA-73B441D16380",
            "00000000-0000-0000-0000-000000000000",
        ],
        &[
            "",
            "2eb8aa08-aa98-11ea-b4aa-73b441d1638",
            "2eb8aa08aa9811eab4aa73b441d16380",
            "2eb8aa08-aa98-11ea-b4aa73b441d16380-",
            "{2eb8aa08-aa98-11ea-b4aa-73b441d16380}",
            "2eb8aa08-aa98-11ea-b4ga-73b441d16380",
            "2eb8-aa08-aa98-11ea-b4aa73b44-1d16380",
        ],
    );
}

#[test]
fn base64() {
    check::<clientsmith_runtime::codec::format::Base64>(
        &["", "Zg==", "Zm8=", "Zm9v", "+/+/"],
        &[
            "Zg", "Zg=", "Z", "Zm9v=", "====", "Zm=v", "_-_-", "Zm9v\n", "Zm 9",
        ],
    );
    let bytes: Vec<u8> = (0..=255).collect();
    let text = Base64::from_bytes(&bytes);
    assert!(text.is_valid());
    assert_eq!(text.to_bytes(), Ok(bytes));
    for lenient in ["Zg", "Zh==", "_-_-", "_-8"] {
        let json = to_json(&lenient).expect("JSON");
        let text: Base64 = from_json(&json).expect("a string");
        text.to_bytes().expect(lenient);
    }
    let wrong: Base64 = from_json(b"\"a b\"").expect("a string");
    wrong.to_bytes().expect_err("not base64");
}

const INSTANT: &str = "2024-02-29T12:30:00.25Z";

#[test]
fn conversions_of_jiff() {
    let text = DateTime::new(INSTANT).expect("a time");
    let time = jiff::Timestamp::try_from(&text).expect("a timestamp");
    assert_eq!(DateTime::from(time), text);
    let date = Date::new("2024-02-29").expect("a date");
    assert_eq!(
        Date::from(jiff::civil::Date::try_from(&date).expect("a date")),
        date
    );
    let duration = Duration::new("PT36H").expect("a duration");
    let span = jiff::SignedDuration::try_from(&duration).expect("a span");
    assert_eq!(span, jiff::SignedDuration::from_hours(36));
    assert_eq!(Duration::try_from(span), Ok(duration));
    assert!(Duration::try_from(-span).is_err());
}

#[test]
fn conversions_of_chrono() {
    let text = DateTime::new("2024-02-29T12:30:00.250Z").expect("a time");
    let time: chrono::DateTime<chrono::Utc> = text.clone().try_into().expect("a time");
    assert_eq!(DateTime::from(time), text);
    let local: chrono::DateTime<chrono::FixedOffset> = DateTime::new("2024-02-29T12:30:00+01:30")
        .expect("a time")
        .try_into()
        .expect("a time");
    assert_eq!(DateTime::from(local).as_str(), "2024-02-29T12:30:00+01:30");
    let date = Date::new("2024-02-29").expect("a date");
    assert_eq!(
        Date::from(chrono::NaiveDate::try_from(&date).expect("a date")),
        date
    );
}

#[test]
fn conversions_of_time() {
    let text = DateTime::new(INSTANT).expect("a time");
    let time = time::OffsetDateTime::try_from(&text).expect("a time");
    assert_eq!(DateTime::try_from(time).ok(), Some(text));
    let date = Date::new("2024-02-29").expect("a date");
    let theirs = time::Date::try_from(&date).expect("a date");
    assert_eq!(Date::try_from(theirs).ok(), Some(date));
}

#[test]
fn conversions_of_uuid() {
    let text = Uuid::new("2eb8aa08-aa98-11ea-b4aa-73b441d16380").expect("a UUID");
    let uuid = uuid::Uuid::try_from(&text).expect("a UUID");
    assert_eq!(Uuid::from(uuid), text);
    let received: Uuid = from_json(b"\"none\"").expect("a string");
    uuid::Uuid::try_from(&received).expect_err("not a UUID");
}

#[test]
fn what_is_shown_is_the_text() {
    let time = Time::new("08:30:06Z").expect("a time");
    assert_eq!(format!("{time} {time:?}"), "08:30:06Z \"08:30:06Z\"");
    let error = Date::new("yesterday").expect_err("not a date");
    assert_eq!(
        error.to_string(),
        "\"yesterday\" is not of the format `date`"
    );
}

#[test]
fn base64_for_urls() {
    check::<clientsmith_runtime::codec::format::Base64Url>(
        &["", "-_8", "-_8=", "aGk", "aGVsbG8"],
        &["+/8", "a", "-_8==", "aGVs bG8", "=aGk"],
    );
    let bytes = [0xfb, 0xff];
    let text = Base64Url::from_bytes(&bytes);
    assert_eq!(text.as_str(), "-_8");
    for written in ["\"-_8\"", "\"-_8=\"", "\"+/8=\""] {
        let text: Base64Url = from_json(written.as_bytes()).expect("a string");
        assert_eq!(text.to_bytes().expect("base64"), bytes, "{written}");
    }
}

#[test]
fn a_moment_of_the_machine_is_a_date_and_a_time() {
    use std::time::{Duration, UNIX_EPOCH};
    for (seconds, nanos, text) in [
        (0, 0, "1970-01-01T00:00:00Z"),
        (951_782_400, 0, "2000-02-29T00:00:00Z"),
        (951_868_799, 1_000_000, "2000-02-29T23:59:59.001000000Z"),
        (4_107_542_400, 0, "2100-03-01T00:00:00Z"),
        (253_370_764_800, 0, "9999-01-01T00:00:00Z"),
    ] {
        let time = DateTime::from(UNIX_EPOCH + Duration::new(seconds, nanos));
        assert_eq!(time.as_str(), text);
        assert!(time.is_valid());
        let jiff: jiff::Timestamp = time.try_into().expect("a timestamp");
        assert_eq!(jiff.as_second(), i64::try_from(seconds).expect("small"));
    }
    let before = UNIX_EPOCH - Duration::from_millis(500);
    assert_eq!(
        DateTime::from(before).as_str(),
        "1969-12-31T23:59:59.500000000Z"
    );
    // no year 0 before 1: proleptic, as RFC 3339 counts
    let early = UNIX_EPOCH - Duration::from_secs(62_167_219_200);
    assert_eq!(DateTime::from(early).as_str(), "0000-01-01T00:00:00Z");
}

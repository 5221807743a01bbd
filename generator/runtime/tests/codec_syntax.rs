//! What is JSON and what is not (RFC 8259): both tables, checked against every way of reading, since
//! a value can be read, passed over, or tried first. Not how values become types.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that fails may panic"
)]

use clientsmith_runtime::{DecodeError, Reader, Value, from_json, to_json};

/// Text, and how it is written again.
const ACCEPTED: &[(&str, &str)] = &[
    ("null", "null"),
    ("true", "true"),
    ("false", "false"),
    (" \t\r\n null \t\r\n ", "null"),
    ("0", "0"),
    ("-0", "-0"),
    ("-1", "-1"),
    ("42", "42"),
    ("0.0", "0.0"),
    ("-0.10", "-0.10"),
    ("1.5e10", "1.5e10"),
    ("1E5", "1E5"),
    ("1e+5", "1e+5"),
    ("1e-5", "1e-5"),
    ("0e0", "0e0"),
    ("0e+1", "0e+1"),
    ("1e400", "1e400"),
    (
        "123456789012345678901234567890.12",
        "123456789012345678901234567890.12",
    ),
    ("1e00", "1e00"),
    ("\"\"", "\"\""),
    ("\"a\"", "\"a\""),
    (r#""\"\\\/\b\f\n\r\t""#, r#""\"\\/\u0008\u000c\n\r\t""#),
    (r#""\u0041\u00e9\u20ac""#, "\"A\u{e9}\u{20ac}\""),
    (r#""\uD834\uDd1e""#, "\"\u{1d11e}\""),
    (r#""\u0000""#, r#""\u0000""#),
    (r#""\u001f""#, r#""\u001f""#),
    (r#""a\u005c""#, r#""a\\""#),
    ("\"\u{7f}\"", "\"\u{7f}\""),
    ("\"\u{2028}\u{2029}\"", "\"\u{2028}\u{2029}\""),
    (
        "\"\u{feff}\u{ffff}\u{10ffff}\"",
        "\"\u{feff}\u{ffff}\u{10ffff}\"",
    ),
    (r#""\uFFFF\uDBFF\uDFFF""#, "\"\u{ffff}\u{10ffff}\""),
    ("[]", "[]"),
    ("[ ]", "[]"),
    ("[1,2]", "[1,2]"),
    (" [ 1 , 2 ] ", "[1,2]"),
    ("[[],[[]],{}]", "[[],[[]],{}]"),
    ("[null,true,\"x\"]", "[null,true,\"x\"]"),
    ("{}", "{}"),
    ("{ }", "{}"),
    (r#"{"":0}"#, r#"{"":0}"#),
    (r#"{"b":1,"a":2}"#, r#"{"b":1,"a":2}"#),
    (r#"{"a":1,"a":2}"#, r#"{"a":2}"#),
    (r#"{"a":1,"b":0,"a":2}"#, r#"{"a":2,"b":0}"#),
    (r#"{"\u0061":{"b":[{}]}}"#, r#"{"a":{"b":[{}]}}"#),
    ("\n{\n\"a\"\t:\r1\n}\n", r#"{"a":1}"#),
    ("\u{feff}[1]", "[1]"),
];

/// Text, and the byte at which it stops being JSON.
const REJECTED: &[(&str, usize)] = &[
    ("", 0),
    (" ", 1),
    ("nul", 0),
    ("nULL", 0),
    ("nulll", 4),
    ("True", 0),
    ("tru", 0),
    ("undefined", 0),
    ("NaN", 0),
    ("Infinity", 0),
    ("-Infinity", 1),
    ("-", 1),
    ("+1", 0),
    (".5", 0),
    ("1.", 2),
    ("1.e5", 2),
    ("1e", 2),
    ("1e+", 3),
    ("1eE2", 2),
    ("1.5.5", 3),
    ("01", 1),
    ("-01", 2),
    ("00", 1),
    ("0x1F", 1),
    ("1_000", 1),
    ("1,000", 1),
    ("--1", 1),
    ("- 1", 1),
    ("-a", 1),
    ("2e0.5", 3),
    ("1 2", 2),
    ("\u{ff11}", 0),
    ("\"", 1),
    ("\"a", 2),
    ("'a'", 0),
    ("\"\\\"", 3),
    ("\"a\nb\"", 2),
    ("\"\t\"", 1),
    ("\"\u{0}\"", 1),
    (r#""\x41""#, 1),
    (r#""\a""#, 1),
    (r#""\'""#, 1),
    (r#""\U0041""#, 1),
    (r#""\u004""#, 1),
    (r#""\u00g0""#, 1),
    (r#""\u"#, 3),
    (r#""\"#, 2),
    ("\"a\" \"b\"", 4),
    ("[", 1),
    ("[1", 2),
    ("[1,", 3),
    ("[1,]", 3),
    ("[,1]", 1),
    ("[1,,2]", 3),
    ("[1 2]", 3),
    ("[1;2]", 2),
    ("[1}", 2),
    ("[1]]", 3),
    ("]", 0),
    ("[\"a\":1]", 4),
    ("{", 1),
    ("{\"a\"", 4),
    ("{\"a\":", 5),
    ("{\"a\":1", 6),
    ("{\"a\":1,", 7),
    ("{\"a\":1,}", 7),
    ("{,}", 1),
    ("{\"a\" 1}", 5),
    ("{\"a\"=1}", 4),
    ("{\"a\"::1}", 5),
    ("{\"a\":1 \"b\":2}", 7),
    ("{\"a\":1]", 6),
    ("{a:1}", 1),
    ("{'a':1}", 1),
    ("{1:1}", 1),
    ("{null:1}", 1),
    ("{\"a\"}", 4),
    ("{\"a\":1}}", 7),
    ("{\"a\":1}x", 7),
    ("}", 0),
    (":", 0),
    (",", 0),
    ("/**/1", 0),
    ("1//", 1),
    ("\u{feff}\u{feff}1", 3),
    ("\u{a0}1", 0),
    ("\u{b}1", 0),
];

/// Half a pair of surrogates is no character, though the grammar has it.
const SURROGATES: &[&str] = &[
    r#""\ud800""#,
    r#""\udc00""#,
    r#""\ud800\ud800""#,
    r#""\ud800x""#,
    r#""\ud800\n""#,
    r#""\udc00\ud800""#,
];

fn value(text: &str) -> Result<Value, DecodeError> {
    from_json(text.as_bytes())
}

fn skip(text: &str) -> Result<(), DecodeError> {
    let mut reader = Reader::new(text);
    reader.skip()?;
    reader.end()
}

#[test]
fn what_is_json_is_read_and_written_again() {
    for (text, written) in ACCEPTED {
        let value = value(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(value.to_string(), *written, "{text}");
        skip(text).unwrap_or_else(|error| panic!("passing over {text}: {error}"));
    }
}

#[test]
fn what_is_not_json_is_refused_where_it_stops() {
    let mut misplaced = Vec::new();
    for (text, offset) in REJECTED {
        let error = value(text).expect_err(text);
        if error.offset() != *offset {
            misplaced.push(format!("{text:?}: {error}, not at {offset}"));
        }
        skip(text).expect_err(text);
        let mut reader = Reader::new(text);
        let read = reader.value::<Value>().is_ok();
        assert!(!read || reader.end().is_err(), "{text}");
    }
    assert!(misplaced.is_empty(), "{misplaced:#?}");
}

#[test]
fn half_a_surrogate_pair_is_refused_by_name() {
    for text in SURROGATES {
        let error = value(text).expect_err(text);
        assert_eq!(
            error.message(),
            "half of a surrogate pair where a character was expected",
            "{text}"
        );
        skip(text).unwrap_or_else(|error| panic!("passing over {text}: {error}"));
    }
}

#[test]
fn bytes_that_are_not_utf_8_are_refused_everywhere() {
    let texts: &[(&[u8], usize)] = &[
        (b"\"\xff\"", 1),
        (b"\"\xc3\x28\"", 1),
        (b"\"\xed\xa0\x80\"", 1),
        (b"\"\xc0\xaf\"", 1),
        (b"\"\xf4\x90\x80\x80\"", 1),
        (b"{\"\xe9\":1}", 2),
        (b"[1]\xff", 3),
        (b"\xff\xfe[\x00]\x00", 0),
    ];
    for (text, offset) in texts {
        let error = from_json::<Value>(text).expect_err("a text that is not UTF-8");
        assert_eq!(error.found(), "bytes that are not UTF-8");
        assert_eq!(error.offset(), *offset);
    }
}

#[test]
fn the_tables_are_as_long_as_they_should_be() {
    assert!(ACCEPTED.len() + REJECTED.len() + SURROGATES.len() >= 130);
}

#[test]
fn nesting_ends_at_128_and_does_not_reach_the_stack() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let nested = |depth: usize| format!("{}1{}", open.repeat(depth), close.repeat(depth));
        value(&nested(128)).expect("128 deep");
        skip(&nested(128)).expect("128 deep");
        let error = value(&nested(129)).expect_err("129 deep");
        assert_eq!(error.message(), "values nested more than 128 deep");
        skip(&nested(129)).expect_err("129 deep");
        value(&open.repeat(1_000_000)).expect_err("a million deep");
    }
    let depths = "[[],[[]],{\"a\":[]}],".repeat(1000);
    value(&format!("[{depths}1]")).expect("many, but not deep");
}

#[test]
fn writing_ends_at_128_deep_too() {
    let mut value = Value::Null;
    for _ in 0..128 {
        value = Value::Array(vec![value]);
    }
    to_json(&value).expect("128 deep");
    let error = to_json(&Value::Array(vec![value])).expect_err("129 deep");
    assert_eq!(error.message(), "a value nested more than 128 deep");
}

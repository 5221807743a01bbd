//! The codec against `serde_json`, on values that nobody thought of. Not error messages.
#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use clientsmith_runtime::{Map, Number, Reader, Value, from_json, to_json};
use proptest::prelude::*;

fn values() -> impl Strategy<Value = serde_json::Value> {
    let leaves = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(serde_json::Value::from),
        any::<i64>().prop_map(serde_json::Value::from),
        any::<u64>().prop_map(serde_json::Value::from),
        prop::num::f64::NORMAL.prop_map(serde_json::Value::from),
        any::<String>().prop_map(serde_json::Value::from),
        "[\\x00-\\x7f\"\\\\]{0,12}".prop_map(serde_json::Value::from),
    ];
    leaves.prop_recursive(6, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(serde_json::Value::from),
            prop::collection::vec(("[a-d]{0,2}|\\PC{0,6}", inner), 0..24)
                .prop_map(|entries| serde_json::Value::Object(entries.into_iter().collect())),
        ]
    })
}

fn ours(text: &str) -> Value {
    text.parse().expect("JSON")
}

/// The same value, made by hand: nothing of the codec is between.
fn same(ours: &Value, theirs: &serde_json::Value) -> bool {
    match (ours, theirs) {
        (Value::Null, serde_json::Value::Null) => true,
        (Value::Boolean(ours), serde_json::Value::Bool(theirs)) => ours == theirs,
        (Value::Number(ours), serde_json::Value::Number(theirs)) => {
            ours.as_str() == theirs.to_string()
                || theirs.is_f64() && theirs.as_f64() == Some(ours.as_f64())
        }
        (Value::String(ours), serde_json::Value::String(theirs)) => ours == theirs,
        (Value::Array(ours), serde_json::Value::Array(theirs)) => {
            ours.len() == theirs.len()
                && ours
                    .iter()
                    .zip(theirs)
                    .all(|(ours, theirs)| same(ours, theirs))
        }
        (Value::Object(ours), serde_json::Value::Object(theirs)) => {
            ours.len() == theirs.len()
                && ours
                    .iter()
                    .zip(theirs)
                    .all(|((name, ours), (other, theirs))| name == other && same(ours, theirs))
        }
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_are_read_as_serde_json_wrote_them(value in values()) {
        prop_assert!(same(&ours(&value.to_string()), &value));
        let pretty = serde_json::to_string_pretty(&value).expect("JSON");
        prop_assert!(same(&ours(&pretty), &value));
    }

    #[test]
    fn values_are_written_as_serde_json_reads_them(value in values()) {
        let written = ours(&value.to_string()).to_string();
        let read: serde_json::Value = serde_json::from_str(&written).expect("JSON");
        prop_assert_eq!(read, value);
    }

    #[test]
    fn serde_s_traits_agree(value in values()) {
        let ours: Value = serde_json::from_value(value.clone()).expect("a value");
        prop_assert!(same(&ours, &value));
        prop_assert_eq!(serde_json::to_value(&ours).expect("a value"), value);
    }

    #[test]
    fn doubles_survive(number in any::<f64>().prop_filter("JSON has it", |number| number.is_finite())) {
        let text = to_json(&number).expect("JSON");
        prop_assert_eq!(from_json::<f64>(&text).expect("a number").to_bits(), number.to_bits());
        let theirs: f64 = serde_json::from_slice(&text).expect("a number");
        prop_assert_eq!(theirs.to_bits(), number.to_bits());
    }

    #[test]
    fn floats_survive(number in any::<f32>().prop_filter("JSON has it", |number| number.is_finite())) {
        let text = to_json(&number).expect("JSON");
        prop_assert_eq!(from_json::<f32>(&text).expect("a number").to_bits(), number.to_bits());
    }

    #[test]
    fn integers_survive_an_exponent(integer in any::<i64>(), zeros in 0usize..6) {
        let shifted = format!("{integer}{}e-{zeros}", "0".repeat(zeros));
        prop_assert_eq!(from_json::<i64>(shifted.as_bytes()), Ok(integer));
        let fraction = format!("{integer}.{}", "0".repeat(zeros + 1));
        prop_assert_eq!(from_json::<i64>(fraction.as_bytes()), Ok(integer));
    }

    #[test]
    fn numbers_are_what_serde_json_takes_for_numbers(text in "[-+0-9.eE]{1,8}") {
        let theirs = serde_json::from_str::<&serde_json::value::RawValue>(&text).is_ok();
        prop_assert_eq!(text.parse::<Number>().is_ok(), theirs);
    }

    #[test]
    fn strings_survive(string in any::<String>()) {
        let text = to_json(&string).expect("JSON");
        prop_assert_eq!(&from_json::<String>(&text).expect("a string"), &string);
        let theirs: String = serde_json::from_slice(&text).expect("a string");
        prop_assert_eq!(theirs, string);
    }

    #[test]
    fn any_bytes_are_read_or_refused_as_serde_json_does(bytes in prop::collection::vec(any::<u8>(), 0..24)) {
        check_agreement(&bytes)?;
    }

    #[test]
    fn any_tokens_are_read_or_refused_as_serde_json_does(
        tokens in prop::collection::vec(prop::sample::select(TOKENS), 0..16)
    ) {
        check_agreement(tokens.concat().as_bytes())?;
    }

    #[test]
    fn texts_cut_anywhere_are_refused_without_a_panic(value in values(), cut in any::<prop::sample::Index>()) {
        let text = format!("[{value}]");
        let bytes = text.as_bytes();
        let part = bytes.get(..cut.index(bytes.len())).expect("a part");
        prop_assert!(from_json::<Value>(part).is_err());
    }

    #[test]
    fn passing_over_ends_where_reading_ends(value in values()) {
        let text = format!("{value} 1");
        let mut passing = Reader::new(&text);
        passing.skip().expect("JSON");
        let mut reading = Reader::new(&text);
        reading.value::<Value>().expect("JSON");
        prop_assert_eq!(passing.offset(), reading.offset());
    }

    #[test]
    fn maps_behave_as_a_list_of_pairs(operations in prop::collection::vec((0u8..60, any::<Option<u16>>()), 0..200)) {
        let mut map = Map::new();
        let mut pairs: Vec<(String, u16)> = Vec::new();
        for (key, value) in operations {
            let key = key.to_string();
            let place = pairs.iter().position(|(known, _)| *known == key);
            match (value, place) {
                (Some(value), Some(place)) => {
                    let old = std::mem::replace(&mut pairs[place].1, value);
                    prop_assert_eq!(map.insert(key, value), Some(old));
                }
                (Some(value), None) => {
                    pairs.push((key.clone(), value));
                    prop_assert_eq!(map.insert(key, value), None);
                }
                (None, Some(place)) => prop_assert_eq!(map.remove(&key), Some(pairs.remove(place).1)),
                (None, None) => prop_assert_eq!(map.remove(&key), None),
            }
        }
        for (key, value) in &pairs {
            prop_assert_eq!(map.get(key), Some(value));
        }
        let reversed: Map<u16> = pairs.iter().rev().cloned().collect();
        prop_assert_eq!(&map, &reversed);
        prop_assert_eq!(map.into_iter().collect::<Vec<_>>(), pairs);
    }
}

const TOKENS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"a\"",
    "\"\\u00e9\"",
    "\"\\ud83d\\ude00\"",
    "1",
    "-0.5e1",
    "null",
    "true",
    "false",
    " ",
    "\n",
    "\"",
    "\\",
    "0",
];

/// Where one reads a value the other reads the same; numbers beyond a double's range apart, which
/// only ours keeps.
fn check_agreement(bytes: &[u8]) -> Result<(), TestCaseError> {
    let theirs = serde_json::from_slice::<serde_json::Value>(bytes);
    match (from_json::<Value>(bytes), theirs) {
        (Ok(ours), Ok(theirs)) => prop_assert!(same(&ours, &theirs)),
        (Err(_), Err(_)) => {}
        (Ok(_), Err(error)) => prop_assert!(error.to_string().contains("out of range")),
        (Err(error), Ok(_)) => prop_assert!(false, "{error}"),
    }
    Ok(())
}

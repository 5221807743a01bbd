//! Serde's traits on types of this codec. That any value survives is in `codec_property.rs`.
#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use clientsmith_runtime::{
    Decode, DecodeError, Encode, Map, Nullable, Number, Reader, Uuid, Value, Writer, serde_bridge,
};

#[derive(Debug, PartialEq)]
struct Point<S> {
    x: i64,
    y: Option<Nullable<f64>>,
    state: std::marker::PhantomData<S>,
}

impl<S> Decode for Point<S> {
    fn vacant() -> Self {
        Self {
            x: 0,
            y: None,
            state: std::marker::PhantomData,
        }
    }

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        reader.object(&["x", "y"], &mut [&mut self.x, &mut self.y])
    }
}

impl<S> Encode for Point<S> {
    fn encode(&self, writer: &mut Writer) {
        writer.object(&["x", "y"], &[&self.x, &self.y]);
    }
}

serde_bridge!(encode [S] Point<S>);
serde_bridge!(decode [] Point<u8>);

struct Whole(i64);
struct Generic<T>(T);

macro_rules! transparent {
    ([$($generics:tt)*] $type:ty) => {
        impl<$($generics)*> Decode for $type {
            fn vacant() -> Self {
                Self(Decode::vacant())
            }

            fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
                self.0.decode(reader)
            }
        }

        impl<$($generics)*> Encode for $type {
            fn encode(&self, writer: &mut Writer) {
                self.0.encode(writer);
            }
        }
    };
}

transparent!([] Whole);
transparent!([T: Decode + Encode] Generic<T>);
serde_bridge!(Whole);
serde_bridge!([T: Decode + Encode] Generic<T>);

#[test]
fn both_directions_at_once() {
    let generic: Generic<String> = serde_json::from_str("\"a\"").expect("a string");
    assert_eq!(serde_json::to_string(&generic).expect("JSON"), "\"a\"");
    let whole: Whole = serde_json::from_str("7.0").expect("a number");
    assert_eq!(serde_json::to_string(&whole).expect("JSON"), "7");
}

#[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
struct Stored {
    point: Point<u8>,
    id: Uuid,
    more: Map<Value>,
}

#[test]
fn generated_types_fit_into_derived_ones() {
    let text = r#"{"point":{"x":1,"y":null},"id":"?","more":{"b":1,"a":[true,-2.5]}}"#;
    let stored: Stored = serde_json::from_str(text).expect("what was stored");
    assert_eq!(stored.point.y, Some(Nullable::Null));
    assert_eq!(serde_json::to_string(&stored).expect("JSON"), text);
}

#[test]
fn failures_are_told_in_this_codec_s_words() {
    let error = serde_json::from_str::<Point<u8>>(r#"{"x":"1"}"#).expect_err("x is a string");
    assert!(
        error
            .to_string()
            .starts_with("a string where a number was expected at byte 5, in /x")
    );
    let point = Point::<u8> {
        y: Some(Nullable::Value(f64::NAN)),
        ..Decode::vacant()
    };
    let error = serde_json::to_string(&point).expect_err("no JSON");
    assert_eq!(error.to_string(), "NaN is not a number of JSON");
}

#[test]
fn big_integers_are_kept() {
    let text = "[170141183460469231731687303715884105727,-170141183460469231731687303715884105728,340282366920938463463374607431768211455]";
    let value: Value = text.parse().expect("JSON");
    assert_eq!(serde_json::to_string(&value).expect("JSON"), text);
}

/// A known limit: serde has no decimal, so that what no double holds becomes the nearest one.
#[test]
fn numbers_beyond_serde_become_doubles() {
    let value: Value = "0.1234567890123456789".parse().expect("JSON");
    assert_eq!(
        serde_json::to_string(&value).expect("JSON"),
        "0.12345678901234568"
    );
}

#[test]
fn numbers_of_arbitrary_precision_come_in_as_they_are_written() {
    let handed_over = r#"{"$serde_json::private::Number":"1e999"}"#;
    let value: Value = serde_json::from_str(handed_over).expect("a value");
    assert_eq!(
        value,
        Value::from("1e999".parse::<Number>().expect("a number"))
    );
}

//! The codec as generated code uses it: a type with required and optional properties, both ways.
#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use clientsmith_runtime::codec::{
    Decode, DecodeError, Encode, Known, Map, Nullable, Open, Reader, Value, Writer, from_json,
    to_json,
};

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Cat,
    Dog,
}

impl Known for Kind {
    const NAMES: &'static [&'static str] = &["cat", "dog"];
    const ALL: &'static [Self] = &[Self::Cat, Self::Dog];
    fn ordinal(self) -> usize {
        self as usize
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Pet {
    id: i64,
    name: String,
    kind: Open<Kind>,
    tag: Option<String>,
    owner: Nullable<String>,
    chip: Option<Nullable<i32>>,
    rest: Map<Value>,
}

const NAMES: &[&str] = &["id", "name", "kind", "tag", "owner", "chip"];

impl Decode for Pet {
    fn vacant() -> Self {
        Self {
            id: Decode::vacant(),
            name: Decode::vacant(),
            kind: Decode::vacant(),
            tag: Decode::vacant(),
            owner: Decode::vacant(),
            chip: Decode::vacant(),
            rest: Decode::vacant(),
        }
    }

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        reader.object_and_rest(
            NAMES,
            &mut [
                &mut self.id,
                &mut self.name,
                &mut self.kind,
                &mut self.tag,
                &mut self.owner,
                &mut self.chip,
            ],
            &mut self.rest,
        )
    }
}

impl Encode for Pet {
    fn encode(&self, writer: &mut Writer) {
        writer.object_and_rest(
            NAMES,
            &[
                &self.id,
                &self.name,
                &self.kind,
                &self.tag,
                &self.owner,
                &self.chip,
            ],
            &self.rest,
        );
    }
}

clientsmith_runtime::codec::serde_bridge!(Pet);

fn pet(text: &str) -> Result<Pet, DecodeError> {
    from_json(text.as_bytes())
}

#[track_caller]
fn check_round_trip(text: &str) {
    let pet = pet(text).expect("a pet");
    let written = String::from_utf8(to_json(&pet).expect("JSON")).expect("UTF-8");
    assert_eq!(written, text);
}

#[track_caller]
fn check_failure(text: &str, expected: &str) {
    assert_eq!(pet(text).expect_err("a failure").to_string(), expected);
}

#[test]
fn objects_go_both_ways() {
    check_round_trip(r#"{"id":1,"name":"a","kind":"cat","owner":null}"#);
    check_round_trip(
        r#"{"id":1,"name":"a","kind":"fish","tag":"t","owner":"o","chip":null,"x":[1.50],"b":{}}"#,
    );
    check_round_trip(r#"{"id":1,"name":"a","kind":"dog","owner":"o","chip":7}"#);
}

#[test]
fn failures_say_where() {
    check_failure(
        r#"{"id":1,"name":"a","kind":"cat"}"#,
        "the end of the object where its property `owner` was expected at byte 31",
    );
    check_failure(
        r#"{"id":"1"}"#,
        "a string where a number was expected at byte 6, in /id",
    );
    check_failure(
        r#"{"x/y":[1,{"a~b":}]}"#,
        "`}` where a value was expected at byte 17, in /x~1y/1/a~0b",
    );
}

//! Unions as generated code reads them: variant after variant, or by a discriminator. Not how the
//! generator chooses between the two.
#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use clientsmith_runtime::{Decode, DecodeError, Encode, Reader, Value, Writer, from_json, to_json};

#[derive(Debug, PartialEq)]
enum Shape {
    Circle(f64),
    Group(Vec<Shape>),
    Pair(Box<Pair<String>>),
    Other(Box<Pair<i64>>),
    Unknown(Value),
}

#[derive(Debug, PartialEq)]
struct Pair<T> {
    left: Shape,
    right: T,
}

impl<T: Decode> Decode for Pair<T> {
    fn vacant() -> Self {
        Self {
            left: Decode::vacant(),
            right: Decode::vacant(),
        }
    }

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        reader.object(&["left", "right"], &mut [&mut self.left, &mut self.right])
    }
}

impl<T: Encode> Encode for Pair<T> {
    fn encode(&self, writer: &mut Writer) {
        writer.object(&["left", "right"], &[&self.left, &self.right]);
    }
}

impl Decode for Shape {
    fn vacant() -> Self {
        Self::Unknown(Value::Null)
    }

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = if let Some(circle) = reader.attempt() {
            Self::Circle(circle)
        } else if let Some(group) = reader.attempt() {
            Self::Group(group)
        } else if let Some(pair) = reader.attempt() {
            Self::Pair(pair)
        } else if let Some(other) = reader.attempt() {
            Self::Other(other)
        } else {
            Self::Unknown(reader.value()?)
        };
        Ok(())
    }
}

impl Encode for Shape {
    fn encode(&self, writer: &mut Writer) {
        let value: &dyn Encode = match self {
            Self::Circle(circle) => circle,
            Self::Group(group) => group,
            Self::Pair(pair) => pair,
            Self::Other(other) => other,
            Self::Unknown(value) => value,
        };
        value.encode(writer);
    }
}

fn shape(text: &str) -> Result<Shape, DecodeError> {
    from_json(text.as_bytes())
}

#[test]
fn the_first_variant_that_fits_is_read_and_nothing_is_lost() {
    for text in [
        "1.5",
        "[1,[2],\"x\",{\"y\":null}]",
        r#"{"left":1,"right":"a"}"#,
        r#"{"left":{"left":[],"right":2},"right":3}"#,
        r#"{"left":1,"right":[1e999]}"#,
        "\"text\"",
    ] {
        let shape = shape(text).expect("a shape");
        assert_eq!(
            String::from_utf8_lossy(&to_json(&shape).expect("JSON")),
            text
        );
    }
    assert!(matches!(
        shape(r#"{"left":1,"right":2}"#),
        Ok(Shape::Other(_))
    ));
    assert!(matches!(
        shape(r#"{"left":1,"right":true}"#),
        Ok(Shape::Unknown(_))
    ));
}

#[test]
fn what_is_not_json_is_no_variant() {
    let error = shape(r#"{"left":1,"right":2"#).expect_err("not JSON");
    assert_eq!(error.offset(), 19);
    let error = shape(&"[".repeat(200)).expect_err("too deep");
    assert_eq!(error.message(), "values nested more than 128 deep");
}

/// Two variants that read the same inner union before they differ: each level doubles the work.
#[test]
fn a_text_that_makes_trying_explode_is_refused_in_time() {
    let depth = 100;
    let text = format!(
        "{}1{}",
        r#"{"left":"#.repeat(depth),
        r#","right":2}"#.repeat(depth)
    );
    let error = shape(&text).expect_err("2 to the power of 100 attempts");
    assert_eq!(
        error.message(),
        "a text whose unions take too long to tell apart"
    );
    let depth = 10;
    let text = format!(
        "{}1{}",
        r#"{"left":"#.repeat(depth),
        r#","right":2}"#.repeat(depth)
    );
    assert!(matches!(shape(&text), Ok(Shape::Other(_))));
}

#[test]
fn a_discriminator_is_found_wherever_it_stands_and_nothing_is_consumed() {
    let find = |text: &str| {
        let mut reader = Reader::new(text);
        let found = reader.discriminator("type").map(|found| found.into_owned());
        assert_eq!(reader.offset(), 0);
        found
    };
    assert_eq!(find(r#"{"type":"cat"}"#).as_deref(), Some("cat"));
    assert_eq!(
        find(r#"{"a":{"type":"no"},"b":[1],"typ\u0065":"c\u0061t"}"#).as_deref(),
        Some("cat")
    );
    assert_eq!(
        find(r#"{"type":"old","type":"new"}"#).as_deref(),
        Some("new")
    );
    for text in [
        "{}",
        "[]",
        "1",
        "",
        r#"{"type":1}"#,
        r#"{"type":"cat""#,
        r#"{"a":{"b":"#,
    ] {
        assert_eq!(find(text), None, "{text}");
    }
    let deep = format!("{}1{}", "[".repeat(127), "]".repeat(127));
    let text = format!(r#"{{"a":{deep},"b":[[{deep}]],"type":"t"}}"#);
    let mut reader = Reader::new(&text);
    assert_eq!(reader.discriminator("type"), None, "deeper than allowed");
    let mut reader = Reader::new(&deep);
    assert_eq!(reader.discriminator("type"), None);
    reader.skip().expect("its depth is as before");
}

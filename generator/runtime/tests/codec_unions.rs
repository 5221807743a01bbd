//! Unions as generated code reads them: by discriminator, by kind, by properties, by trying. Not how
//! the generator states what tells variants apart.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use clientsmith_runtime::{
    Decode, DecodeError, Encode, Kind, Known, Nullable, Open, Reader, Union, UnknownVariant, Value,
    Variant, Writer, from_json, to_json, to_value,
};

#[derive(Debug, PartialEq)]
enum Shape {
    Circle(f64),
    Group(Vec<Shape>),
    Pair(Box<Pair<String>>),
    Other(Box<Pair<i64>>),
    Unknown(UnknownVariant),
}

const NAMES: &[&str] = &["left", "right"];

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
        reader.object(NAMES, &mut [&mut self.left, &mut self.right])
    }
}

impl<T: Encode> Encode for Pair<T> {
    fn encode(&self, writer: &mut Writer) {
        writer.object(NAMES, &[&self.left, &self.right]);
    }
}

impl Shape {
    const UNION: Union = Union::one_of(&[
        Variant::of(Kind::Number),
        Variant::of(Kind::Array),
        Variant::object(NAMES, NAMES),
        Variant::object(NAMES, NAMES),
    ]);
}

impl Decode for Shape {
    fn vacant() -> Self {
        Self::Unknown(Decode::vacant())
    }

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        reader.union(&Self::UNION, &mut |reader, variant| {
            *self = match variant {
                0 => Self::Circle(reader.value()?),
                1 => Self::Group(reader.value()?),
                2 => Self::Pair(reader.value()?),
                3 => Self::Other(reader.value()?),
                _ => Self::Unknown(reader.value()?),
            };
            Ok(())
        })
    }
}

impl Encode for Shape {
    fn encode(&self, writer: &mut Writer) {
        match self {
            Self::Circle(circle) => circle.encode(writer),
            Self::Group(group) => group.encode(writer),
            Self::Pair(pair) => pair.encode(writer),
            Self::Other(other) => other.encode(writer),
            Self::Unknown(value) => value.encode(writer),
        }
    }
}

fn shape(text: &str) -> Result<Shape, DecodeError> {
    from_json(text.as_bytes())
}

/// Which variant of a union a text is; `None` where it is an unknown one.
fn chosen(union: &Union, text: &str) -> Option<usize> {
    let mut chosen = usize::MAX;
    let mut reader = Reader::new(text);
    let read = reader.union(union, &mut |reader, variant| {
        chosen = variant;
        reader.skip()
    });
    read.and_then(|()| reader.end()).expect("JSON");
    (chosen != usize::MAX).then_some(chosen)
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
    let nested = |depth: usize| {
        format!(
            "{}1{}",
            r#"{"left":"#.repeat(depth),
            r#","right":2}"#.repeat(depth)
        )
    };
    let error = shape(&nested(100)).expect_err("2 to the power of 100 attempts");
    assert_eq!(
        error.message(),
        "a text whose unions take too long to tell apart"
    );
    assert!(matches!(shape(&nested(10)), Ok(Shape::Other(_))));
}

#[test]
fn a_discriminator_is_found_wherever_it_stands() {
    const UNION: Union = Union::one_of(&[
        Variant::tagged(&["cat", "kitten"]),
        Variant::tagged(&["dog"]),
        Variant::of(Kind::String),
    ])
    .by("type");
    for (text, expected) in [
        (r#"{"type":"cat"}"#, Some(0)),
        (r#"{"type":"kitten","a":1}"#, Some(0)),
        (
            r#"{"a":{"type":"no"},"b":[1],"typ\u0065":"d\u006fg"}"#,
            Some(1),
        ),
        (r#"{"type":"dog","type":"cat"}"#, Some(0)),
        (r#"{"type":"bird"}"#, None),
        (r#""cat""#, Some(2)),
        ("1", None),
    ] {
        assert_eq!(chosen(&UNION, text), expected, "{text}");
    }
}

#[test]
fn a_variant_that_the_discriminator_names_must_be_readable() {
    const UNION: Union = Union::one_of(&[Variant::tagged(&["a"]), Variant::tagged(&["b"])]).by("t");
    let mut asked = Vec::new();
    let mut reader = Reader::new(r#"{"t":"b"}"#);
    let error = reader.union(&UNION, &mut |reader, variant| {
        asked.push(variant);
        reader.boolean().map(drop)
    });
    assert_eq!(
        error.expect_err("no boolean").message(),
        "an object where a boolean was expected"
    );
    assert_eq!(asked, [1]);
}

#[test]
fn an_object_without_a_known_tag_may_be_a_variant_without_tags() {
    const UNION: Union =
        Union::one_of(&[Variant::tagged(&["a"]), Variant::object(&["t"], &[])]).by("t");
    assert_eq!(chosen(&UNION, r#"{"t":"a"}"#), Some(0));
    assert_eq!(chosen(&UNION, r#"{"t":"b"}"#), Some(1));
}

#[test]
fn properties_tell_objects_apart() {
    const UNION: Union = Union::one_of(&[
        Variant::object(&["id", "name"], &["id"]),
        Variant::object(&["id", "name", "deleted"], &["id", "deleted"]),
        Variant::object(&["url", "size"], &[]),
    ]);
    for (text, expected) in [
        (r#"{"id":1}"#, Some(0)),
        (r#"{"id":1,"deleted":true}"#, Some(1)),
        (r#"{"size":1}"#, Some(2)),
        (r#"{"size":1,"id":2}"#, Some(0)),
        ("{}", Some(2)),
        ("[]", None),
    ] {
        assert_eq!(chosen(&UNION, text), expected, "{text}");
    }
}

#[test]
fn a_variant_that_keeps_all_properties_is_the_last_resort() {
    const UNION: Union = Union::one_of(&[
        Variant::object(&[], &[]).keeping_others(),
        Variant::object(&["a", "b"], &[]),
    ]);
    assert_eq!(chosen(&UNION, r#"{"a":1}"#), Some(1));
    assert_eq!(chosen(&UNION, r#"{"a":1,"c":2}"#), Some(0));
}

#[test]
fn several_variants_at_once_are_kept_as_they_came() {
    const VARIANTS: &[Variant] = &[
        Variant::object(&["a", "both"], &[]),
        Variant::object(&["b", "both"], &[]),
    ];
    for (text, any_of, one_of) in [
        (r#"{"a":1,"both":2}"#, Some(0), Some(0)),
        (r#"{"both":2,"b":1}"#, Some(1), Some(1)),
        (r#"{"a":1,"new":2}"#, Some(0), Some(0)),
        (r#"{"a":1,"b":2}"#, None, Some(0)),
    ] {
        assert_eq!(chosen(&Union::any_of(VARIANTS), text), any_of, "{text}");
        assert_eq!(chosen(&Union::one_of(VARIANTS), text), one_of, "{text}");
    }
}

/// What a variant loses counts, however deep it stands: the one that loses least is read.
#[test]
fn the_variant_that_loses_least_is_read() {
    const UNION: Union = Union::one_of(&[
        Variant::of(Kind::Array),
        Variant::of(Kind::Array),
        Variant::of(Kind::Array),
    ]);
    let names: [&[&str]; 3] = [&["a"], &["a", "b"], &["a", "b"]];
    for (text, expected) in [
        (r#"[{"a":1}]"#, 0),
        (r#"[{"a":1},{"b":1}]"#, 1),
        (r#"[{"a":1},{"b":1,"c":1}]"#, 1),
        (r#"[{"c":1}]"#, 0),
    ] {
        let mut chosen = usize::MAX;
        let mut reader = Reader::new(text);
        let read = reader.union(&UNION, &mut |reader, variant| {
            chosen = variant;
            reader.array(&mut |reader| {
                let (mut a, mut b): (Option<i64>, Option<i64>) = (None, None);
                let slots: &mut [&mut dyn Decode] = &mut [&mut a, &mut b];
                let names = names[variant];
                reader.object(names, &mut slots[..names.len()])
            })
        });
        read.and_then(|()| reader.end()).expect("JSON");
        assert_eq!(chosen, expected, "{text}");
    }
}

/// The more of a value is not kept, the worse; an unknown name is kept, and hardly counts.
#[test]
fn what_is_lost_is_counted_in_bytes_and_what_is_kept_hardly_counts() {
    const UNION: Union = Union::one_of(&[
        Variant::object(&["a", "kind"], &[]),
        Variant::object(&["b", "kind"], &[]),
    ]);
    for (text, expected) in [
        (r#"{"a":1,"b":22}"#, 1),
        (r#"{"a":22,"b":1}"#, 0),
        (r#"{"a":{"c":1,"d":1},"b":1}"#, 0),
        // the second does not know the kind, and keeps it
        (r#"{"b":1,"kind":"known to the first"}"#, 1),
    ] {
        let mut chosen = usize::MAX;
        let mut reader = Reader::new(text);
        let read = reader.union(&UNION, &mut |reader, variant| {
            chosen = variant;
            let (mut value, mut name): (Option<Value>, Option<String>) = (None, None);
            let mut kind: Option<Open<Second>> = None;
            match variant {
                0 => reader.object(&["a", "kind"], &mut [&mut value, &mut name]),
                _ => reader.object(&["b", "kind"], &mut [&mut value, &mut kind]),
            }
        });
        read.and_then(|()| reader.end()).expect("JSON");
        assert_eq!(chosen, expected, "{text}");
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Second {
    Known,
}

impl Known for Second {
    const NAMES: &'static [&'static str] = &["known to the second"];
    const ALL: &'static [Self] = &[Self::Known];

    fn ordinal(self) -> usize {
        self as usize
    }
}

/// A null that a variant does not allow is read as if the property was absent, and so is lost.
#[test]
fn a_variant_that_keeps_null_is_better_than_one_that_does_not() {
    const UNION: Union =
        Union::one_of(&[Variant::object(&["a"], &[]), Variant::object(&["a"], &[])]);
    for (text, expected) in [(r#"{"a":1}"#, 0), (r#"{"a":null}"#, 1), ("{}", 0)] {
        let mut chosen = usize::MAX;
        let mut reader = Reader::new(text);
        let read = reader.union(&UNION, &mut |reader, variant| {
            chosen = variant;
            let (mut strict, mut nullable): (Option<i64>, Option<Nullable<i64>>) = (None, None);
            let slot: &mut dyn Decode = match variant {
                0 => &mut strict,
                _ => &mut nullable,
            };
            reader.object(&["a"], &mut [slot])
        });
        read.and_then(|()| reader.end()).expect("JSON");
        assert_eq!(chosen, expected, "{text}");
    }
}

struct Tagged<'v>(&'v dyn Encode);

impl Encode for Tagged<'_> {
    fn encode(&self, writer: &mut Writer) {
        writer.tagged_variant(0, ("kind", "pair"), self.0);
    }
}

#[test]
fn a_discriminator_that_a_type_does_not_have_is_written_first() {
    let written = |value: &dyn Encode| {
        let value = Tagged(value);
        let (text, tree) = (to_json(&value), to_value(&value));
        let text = String::from_utf8(text.expect("JSON")).expect("UTF-8");
        assert_eq!(from_json::<Value>(text.as_bytes()), Ok(tree.expect("JSON")));
        text
    };
    let pair = Pair {
        left: Shape::Circle(1.0),
        right: 2,
    };
    assert_eq!(written(&pair), r#"{"kind":"pair","left":1,"right":2}"#);
    // only the object itself
    let list = Shape::Group(vec![Shape::Other(Box::new(pair))]);
    assert_eq!(written(&list), r#"[{"left":1,"right":2}]"#);
}

#[test]
fn what_says_more_is_tried_before_what_takes_anything() {
    const UNION: Union = Union::one_of(&[
        Variant::of(Kind::Number).last(),
        Variant::of(Kind::Number),
        Variant::any().keeping_others().last(),
    ]);
    assert_eq!(chosen(&UNION, "1"), Some(1));
    assert_eq!(chosen(&UNION, "\"x\""), Some(2));
}

#[test]
fn a_tag_may_be_a_boolean_or_a_number() {
    const UNION: Union =
        Union::one_of(&[Variant::tagged(&["true"]), Variant::tagged(&["1", "2"])]).by("is");
    assert_eq!(chosen(&UNION, r#"{"is":true}"#), Some(0));
    assert_eq!(chosen(&UNION, r#"{"is":2}"#), Some(1));
    assert_eq!(chosen(&UNION, r#"{"is":false}"#), None);
}

#[test]
fn what_is_unknown_can_be_read_as_any_type() {
    let Ok(Shape::Unknown(unknown)) = shape("\"text\"") else {
        panic!("no shape is a text");
    };
    assert_eq!(unknown.read::<String>().expect("a text"), "text");
    assert!(unknown.read::<i64>().is_err());
}

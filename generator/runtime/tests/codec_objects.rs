//! Objects as generated code reads and writes them: properties in any order, unknown, missing, twice;
//! absent and null. Not the syntax of JSON.
#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use clientsmith_runtime::{
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

const WHOLE: [&str; 6] = [
    r#""id":1"#,
    r#""name":"a""#,
    r#""kind":"cat""#,
    r#""tag":"t""#,
    r#""owner":"o""#,
    r#""chip":null"#,
];

#[test]
fn properties_come_in_any_order() {
    let declared = pet(&format!("{{{}}}", WHOLE.join(","))).expect("a pet");
    for order in permutations(WHOLE.to_vec()) {
        assert_eq!(
            pet(&format!("{{{}}}", order.join(","))).as_ref(),
            Ok(&declared)
        );
    }
}

fn permutations(items: Vec<&str>) -> Vec<Vec<&str>> {
    if items.is_empty() {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for index in 0..items.len() {
        let mut rest = items.clone();
        let first = rest.remove(index);
        for mut tail in permutations(rest) {
            tail.insert(0, first);
            all.push(tail);
        }
    }
    all
}

#[test]
fn each_missing_property_is_named_unless_it_is_optional() {
    for (missing, name) in NAMES.iter().enumerate() {
        let mut properties = WHOLE.to_vec();
        properties.remove(missing);
        let result = pet(&format!("{{{}}}", properties.join(",")));
        match *name {
            "tag" | "chip" => assert!(result.is_ok()),
            name => {
                let error = result.expect_err(name);
                assert_eq!(
                    error.expected(),
                    Some(format!("its property `{name}`").as_str())
                );
                assert_eq!(error.pointer(), "");
            }
        }
    }
}

#[test]
fn of_a_property_that_comes_twice_the_last_holds() {
    let twice = r#"{"id":1,"tag":"old","chip":3,"name":"a","kind":"cat","owner":"o","x":1,"tag":null,"x":2,"id":2}"#;
    let pet = pet(twice).expect("a pet");
    assert_eq!(
        (pet.id, pet.tag, pet.chip),
        (2, None, Some(Nullable::Value(3)))
    );
    assert_eq!(pet.rest, Map::from([("x", Value::from(2))]));
}

#[test]
fn a_pet_that_comes_twice_keeps_nothing_of_the_first() {
    struct Owner(Option<Pet>, Nullable<Pet>, Vec<Pet>);
    impl Decode for Owner {
        fn vacant() -> Self {
            Self(None, Nullable::Null, Vec::new())
        }
        fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
            let slots: &mut [&mut dyn Decode] = &mut [&mut self.0, &mut self.1, &mut self.2];
            reader.object(&["pet", "guest", "young"], slots)
        }
    }
    let first = format!("{{{},\"x\":1}}", WHOLE.join(","));
    let second = r#"{"id":9,"name":"b","kind":"dog","owner":null,"y":2}"#;
    let once = |pet: &str| format!(r#""pet":{pet},"guest":{pet},"young":[{pet}]"#);
    let text = format!("{{{},{}}}", once(&first), once(second));
    let owner: Owner = from_json(text.as_bytes()).expect("an owner");
    let second = pet(second).expect("a pet");
    assert_eq!(owner.0.as_ref(), Some(&second));
    assert_eq!(owner.1.as_option(), Some(&second));
    assert_eq!(owner.2, [second]);
}

/// Absent, null and a value are three facts for `Option<Nullable<T>>`, two for the others.
#[test]
fn absent_and_null() {
    let rest = r#""id":1,"name":"a","kind":"cat""#;
    type Facts<'a> = (Option<&'a str>, Nullable<&'a str>, Option<Nullable<i32>>);
    let cases: &[(&str, Option<Facts<'_>>)] = &[
        ("", None),
        (r#","owner":null"#, Some((None, Nullable::Null, None))),
        (r#","owner":"o""#, Some((None, Nullable::Value("o"), None))),
        (
            r#","owner":"o","tag":null"#,
            Some((None, Nullable::Value("o"), None)),
        ),
        (
            r#","owner":"o","tag":"t""#,
            Some((Some("t"), Nullable::Value("o"), None)),
        ),
        (
            r#","owner":null,"chip":null"#,
            Some((None, Nullable::Null, Some(Nullable::Null))),
        ),
        (
            r#","owner":null,"chip":7"#,
            Some((None, Nullable::Null, Some(Nullable::Value(7)))),
        ),
    ];
    for (properties, expected) in cases {
        let found = pet(&format!("{{{rest}{properties}}}")).ok();
        let found = found.as_ref().map(|pet| {
            let owner = pet.owner.as_option().map(String::as_str);
            (pet.tag.as_deref(), Nullable::from(owner), pet.chip)
        });
        assert_eq!(found, *expected, "{properties}");
    }
    check_failure(
        r#"{"id":null}"#,
        "null where a number was expected at byte 6, in /id",
    );
}

#[test]
fn an_object_of_200_properties_knows_what_is_missing() {
    struct Wide(Vec<Option<u8>>, u8);
    let names: Vec<String> = (0..200).map(|index| format!("p{index}")).collect();
    let mut wide = Wide(vec![None; 199], 0);
    let mut decode = |text: &str| {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut slots: Vec<&mut dyn Decode> = Vec::new();
        slots.extend(wide.0.iter_mut().map(|slot| slot as &mut dyn Decode));
        slots.push(&mut wide.1);
        Reader::new(text).object(&names, &mut slots)
    };
    decode(r#"{"p199":1,"p0":2,"p150":3}"#).expect("all that must be there");
    let error = decode(r#"{"p198":1}"#).expect_err("p199 is not there");
    assert_eq!(error.expected(), Some("its property `p199`"));
    assert_eq!((wide.0[0], wide.0[198], wide.1), (None, Some(1), 1));
}

#[test]
fn unknown_properties_are_passed_over_or_kept() {
    let with = |unknown: &str| format!("{{{},\"x\":{unknown}}}", WHOLE.join(","));
    for unknown in ["null", "[{}]", "\"\\ud800\"", "1e999", "{\"id\":2}"] {
        let pet = Reader::new(&with(unknown)).object(&[], &mut []);
        pet.expect("nothing that matters");
    }
    assert_eq!(
        pet(&with("{\"id\":2}")).map(|pet| pet.id),
        Ok(1),
        "an inner property is not an outer one"
    );
}

#[test]
fn a_declared_property_is_not_written_twice() {
    let mut pet = pet(&format!("{{{}}}", WHOLE.join(","))).expect("a pet");
    pet.rest = Map::from([("tag", Value::Null), ("z", Value::from("last"))]);
    pet.tag = None;
    let text = to_json(&pet).expect("JSON");
    assert_eq!(
        String::from_utf8_lossy(&text),
        r#"{"id":1,"name":"a","kind":"cat","owner":"o","chip":null,"z":"last"}"#
    );
}

//! The tree that the readers build, and places in it. What cannot be read is in `unreadable.rs`.

#![allow(clippy::unwrap_used)]

use clientsmith::diagnostics::Sink;
use clientsmith::source::{FileId, Node, Number, Origin, read_text};

#[test]
fn a_pointer_escapes_tildes_and_slashes() {
    let origin = Origin::root(FileId(0))
        .key("paths")
        .key("/pets/{id}~x")
        .index(2);
    assert_eq!(origin.pointer(), "/paths/~1pets~1{id}~0x/2");
    assert_eq!(origin.file(), FileId(0));
}

#[test]
fn integers_written_as_decimals_are_integers() {
    for (text, expected) in [
        ("1.0", Some(1)),
        ("1e3", Some(1000)),
        ("1.5", None),
        ("9223372036854775808", None),
    ] {
        assert_eq!(Number::from_text(text).as_i64(), expected, "{text}");
    }
}

/// Reads a text that has nothing wrong with it.
fn read(text: &str) -> Node {
    let mut sink = Sink::new();
    let source = read_text("document", text.to_owned(), &mut sink);
    let diagnostics = sink.finish();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    source.unwrap().root
}

/// The tree as JSON, for comparing: order, keys and numbers as they are.
fn dump(node: &Node) -> String {
    match node {
        Node::Null => "null".to_owned(),
        Node::Boolean(boolean) => boolean.to_string(),
        Node::Number(number) => number.as_str().to_owned(),
        Node::String(text) => serde_json::to_string(text).unwrap(),
        Node::Sequence(items) => {
            let items: Vec<String> = items.iter().map(dump).collect();
            format!("[{}]", items.join(","))
        }
        Node::Mapping(mapping) => {
            let entries: Vec<String> = mapping
                .iter()
                .map(|(key, value)| {
                    format!("{}:{}", serde_json::to_string(key).unwrap(), dump(value))
                })
                .collect();
            format!("{{{}}}", entries.join(","))
        }
    }
}

#[test]
fn json_and_yaml_give_the_same_tree() {
    let json =
        r#"{"openapi": "3.0.3", "b": [1, -2, 0.5, true, null, {}], "a": {"x": "", "y": []}}"#;
    let yaml = "\u{feff}# a comment\nopenapi: 3.0.3\nb:\n  - 1\n  - -2\n  - 0.5\n  - true\n  - ~\n  - {}\na: { x: '', y: [] }\n";
    assert_eq!(read(json), read(yaml));
}

#[test]
fn numbers_of_any_width_keep_their_digits() {
    let digits =
        "[18446744073709551616,-9223372036854775809,340282366920938463463374607431768211455]";
    assert_eq!(dump(&read(digits)), digits);
    assert_eq!(dump(&read(&format!("---\n{digits}"))), digits);
    let long = "[123456789012345678901234567890123456789012345678901234567890,1.10,3.141592653589793238462643]";
    assert_eq!(dump(&read(long)), long);
}

#[test]
fn numbers_of_yaml_stay_as_written_where_json_could_write_them_so() {
    assert_eq!(
        dump(&read(
            "[1.10, 1e3, 1E-5, -0, +12, 0x1F, 0o17, .5, -5., 01.5, 1.5e999]"
        )),
        "[1.10,1e3,1E-5,-0,12,31,15,0.5,-5.0,1.5,1.5e999]"
    );
}

#[test]
fn what_only_resembles_a_number_is_a_string() {
    for text in [
        "007", "1_000", "12:30", "3.0.3", "0x", "0xG", "-0x1", "+-1", "1e", ".", "+", ".e5",
        "1.2.3", ".inf", "-.inf", ".nan", "1,5", "0b1", "١",
    ] {
        assert_eq!(
            read(&format!("- {text} ")),
            Node::Sequence(vec![Node::String(text.to_owned())])
        );
    }
}

#[test]
fn keys_that_are_no_strings_become_their_text() {
    assert_eq!(
        dump(&read("200: a\n4.10: b\ntrue: c\nnull: d\n'404': e\n~: f")),
        r#"{"200":"a","4.10":"b","true":"c","null":"d","404":"e","~":"f"}"#
    );
}

#[test]
fn words_and_dates_of_old_yaml_are_strings() {
    assert_eq!(
        dump(&read("[no, on, y, 2020-01-01]")),
        r#"["no","on","y","2020-01-01"]"#
    );
}

#[test]
fn tags_are_passed_over() {
    assert_eq!(
        dump(&read(
            "- !Own 1\n- !Own { a: !other b }\n- !!str 1\n- !Own [x]\n- !!timestamp 2020-01-01\n- ! 1\n- !!int '1'"
        )),
        r#"[1,{"a":"b"},"1",["x"],"2020-01-01","1",1]"#
    );
}

#[test]
fn aliases_repeat_and_merges_add() {
    let yaml = "
base: &base { a: 1, b: 2 }
more: &more { b: 3, c: 4 }
again: *base
one: { z: 0, <<: *base, b: own }
several: { <<: [*base, *more], y: 9 }
";
    assert_eq!(
        dump(&read(yaml)),
        "{\"base\":{\"a\":1,\"b\":2},\"more\":{\"b\":3,\"c\":4},\"again\":{\"a\":1,\"b\":2},\
         \"one\":{\"z\":0,\"a\":1,\"b\":\"own\"},\"several\":{\"a\":1,\"b\":2,\"c\":4,\"y\":9}}"
    );
}

#[test]
fn the_merge_key_is_an_ordinary_name_in_json_and_where_nothing_can_be_merged() {
    assert_eq!(dump(&read(r#"{"<<": {"a": 1}}"#)), r#"{"<<":{"a":1}}"#);
    assert_eq!(dump(&read("'<<': {a: 1}")), r#"{"<<":{"a":1}}"#);
    assert_eq!(dump(&read("<<: text")), r#"{"<<":"text"}"#);
    assert_eq!(dump(&read("<<: [1]")), r#"{"<<":[1]}"#);
}

#[test]
fn a_flow_mapping_of_yaml_is_read_though_it_looks_like_json() {
    assert_eq!(
        dump(&read("{ openapi: 3.0.3, 'a': [1, 2,], }")),
        r#"{"openapi":"3.0.3","a":[1,2]}"#
    );
}

#[test]
fn a_duplicate_key_is_reported_and_the_first_value_read() {
    for text in [
        r#"{"a": {"x/y": 1, "b": 2, "x/y": 3}}"#,
        "a:\n  x/y: 1\n  b: 2\n  x/y: 3\n",
    ] {
        let mut sink = Sink::new();
        let source = read_text("document", text.to_owned(), &mut sink).unwrap();
        let diagnostics = sink.finish();
        assert_eq!(dump(&source.root), r#"{"a":{"x/y":1,"b":2}}"#);
        assert_eq!(diagnostics.len(), 1);
        assert_eq!(diagnostics[0].code.name, "duplicate-key");
        let origin = diagnostics[0].origin.as_ref().unwrap();
        assert_eq!(origin.pointer(), "/a/x~1y");
        let excerpt = diagnostics[0].excerpt.as_ref().unwrap();
        let marked = &excerpt.line[excerpt.mark.clone()];
        assert_eq!(marked.trim_matches('"'), "x/y");
        assert!(excerpt.position.line == 4 || excerpt.position.column == 26);
    }
}

#[test]
fn anchors_are_told_apart_also_on_keys_and_when_used_twice() {
    assert_eq!(
        dump(&read("&k a: &v 1\n*v : *k\nb: &v 2\nc: *v")),
        r#"{"a":1,"1":"a","b":2,"c":2}"#
    );
}

#[test]
fn empty_documents_around_the_one_document_do_not_count() {
    assert_eq!(dump(&read("---\n---\na: 1\n---\n...\n")), r#"{"a":1}"#);
}

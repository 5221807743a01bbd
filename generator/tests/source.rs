//! The tree that the readers build, and places in it. What cannot be read is in `unreadable.rs`.

#![allow(clippy::unwrap_used)]

use clientsmith::diagnostics::Sink;
use clientsmith::source::{FileId, Mapping, Node, Number, Origin, locate_all, read_text};
use proptest::prelude::*;

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
            "---\n[1.10, 1e3, 1E-5, -0, +12, 0x1F, 0o17, .5, -5., 01.5, 1.5e999]"
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
        dump(&read("---\n[no, on, y, 2020-01-01]")),
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
    let mut sink = Sink::new();
    let text = "{ openapi: 3.0.3, 'a': [1, 2,], }";
    let source = read_text("document", text.to_owned(), &mut sink).unwrap();
    assert_eq!(dump(&source.root), r#"{"openapi":"3.0.3","a":[1,2]}"#);
    let diagnostics = sink.finish();
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(diagnostics[0].code.name, "not-quite-json");
    assert_eq!(
        diagnostics[0].message,
        "this begins like JSON and is read as YAML: key must be a string"
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

/// Trees as a document may hold them: keys once, texts of all kinds, numbers of any width.
fn trees() -> impl Strategy<Value = Node> {
    let texts = prop_oneof![
        "\\PC{0,12}",
        "[ -~]{0,12}",
        "[\\x00-\\x1f\"\\\\/é\u{2028}\u{feff}😀]{0,6}",
        Just("null".to_owned()),
        Just("<<".to_owned()),
        Just("$serde_json::private::Number".to_owned()),
    ];
    let leaves = prop_oneof![
        Just(Node::Null),
        any::<bool>().prop_map(Node::Boolean),
        any::<i128>().prop_map(|integer| Node::Number(Number::from_text(integer.to_string()))),
        any::<i16>().prop_map(|integer| Node::Number(Number::from_text(integer.to_string()))),
        "-?(0|[1-9][0-9]{0,25})\\.[0-9]{1,25}"
            .prop_map(|decimal| Node::Number(Number::from_text(decimal))),
        texts.prop_map(Node::String),
    ];
    leaves.prop_recursive(5, 60, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Node::Sequence),
            prop::collection::vec(("\\PC{0,8}", inner), 0..6).prop_map(|entries| {
                let mut mapping = Mapping::default();
                for (key, value) in entries {
                    if mapping.get(&key).is_none() && key != "<<" {
                        mapping.push(key, value);
                    }
                }
                Node::Mapping(mapping)
            }),
        ]
    })
}

/// Each node with its place.
fn places<'n>(node: &'n Node, origin: &Origin, found: &mut Vec<(Origin, &'n Node)>) {
    match node {
        Node::Sequence(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &origin.index(index), found);
            }
        }
        Node::Mapping(mapping) => {
            for (key, value) in mapping.iter() {
                places(value, &origin.key(key), found);
            }
        }
        _ => {}
    }
    found.push((origin.clone(), node));
}

/// The tree as YAML in blocks, with its scalars as JSON writes them.
fn blocks(node: &Node, indent: usize) -> String {
    let margin = "  ".repeat(indent);
    match node {
        Node::Sequence(items) if !items.is_empty() => items
            .iter()
            .map(|item| format!("\n{margin}- {}", blocks(item, indent + 1)))
            .collect(),
        Node::Mapping(mapping) if !mapping.is_empty() => mapping
            .iter()
            .map(|(key, value)| {
                let key = escaped(&dump(&Node::String(key.to_owned())));
                format!("\n{margin}{key}: {}", blocks(value, indent + 1))
            })
            .collect(),
        other => escaped(&dump(other)),
    }
}

/// YAML takes fewer characters as they are than JSON does.
fn escaped(json: &str) -> String {
    let escape = |character: char| match character {
        ' '..='~' => character.to_string(),
        _ => format!("\\U{:08x}", u32::from(character)),
    };
    json.chars().map(escape).collect()
}

proptest! {
    #[test]
    fn trees_survive_json(tree in trees()) {
        prop_assume!(tree != Node::Null && !matches!(&tree, Node::String(_) | Node::Number(_) | Node::Boolean(_)));
        let text = dump(&tree);
        prop_assert_eq!(dump(&read(&text)), text);
    }

    #[test]
    fn trees_survive_yaml(tree in trees()) {
        prop_assume!(tree != Node::Null);
        let text = format!("---{}\n", match blocks(&tree, 0) {
            blocks if blocks.starts_with('\n') => blocks,
            scalar => format!(" {scalar}"),
        });
        prop_assert_eq!(dump(&read(&text)), dump(&tree), "{}", text);
    }

    #[test]
    fn scalars_are_found_where_they_stand(tree in trees(), as_yaml in any::<bool>()) {
        let tree = Node::Sequence(vec![tree]);
        let text = match as_yaml {
            true => format!("---{}\n", blocks(&tree, 0)),
            false => dump(&tree),
        };
        let written = |text: String| if as_yaml { escaped(&text) } else { text };
        let mut sink = Sink::new();
        let source = read_text("document", text, &mut sink).unwrap();
        prop_assert!(sink.finish().is_empty());
        let mut nodes = Vec::new();
        places(&source.root, &Origin::root(FileId(0)), &mut nodes);
        let spans = locate_all(&source, nodes.iter().map(|(origin, _)| origin));
        for ((origin, node), span) in nodes.iter().zip(spans) {
            let span = span.unwrap();
            let shown = &source.text[span.start..span.end];
            if !matches!(node, Node::Sequence(_) | Node::Mapping(_)) {
                prop_assert!(shown.ends_with(&written(dump(node))), "{:?}: {}", origin, shown);
            }
            if let Some(clientsmith::source::Token::Key(key)) = origin.token() {
                let key = written(dump(&Node::String(key.to_string())));
                prop_assert!(shown.starts_with(&key), "{:?}: {}", origin, shown);
            }
        }
    }

    #[test]
    fn no_text_makes_the_readers_panic(text in prop_oneof!["\\PC{0,40}", "[-:{}\\[\\],&*a!|>?%@`'\"#<~0. \n\t]{0,60}"]) {
        let mut sink = Sink::new();
        let source = read_text("document", text, &mut sink);
        let diagnostics = sink.finish();
        prop_assert!(source.is_some() || !diagnostics.is_empty());
        if let Some(source) = source {
            let mut nodes = Vec::new();
            places(&source.root, &Origin::root(FileId(0)), &mut nodes);
            let spans = locate_all(&source, nodes.iter().map(|(origin, _)| origin));
            for span in spans.into_iter().flatten() {
                prop_assert!(source.text.get(span.start..span.end).is_some());
            }
        }
    }
}

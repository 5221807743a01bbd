//! What overlays make of a document: the rules of the specification one by one. JSONPath has its own tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use clientsmith::diagnostics::Sink;
use clientsmith::options::Overlay;
use clientsmith::overlay::apply_overlays;
use clientsmith::source::{Node, read_text};

/// The document after an overlay's actions, as JSON, and the codes of what was reported.
fn applied(document: &str, actions: &str) -> (String, Vec<&'static str>) {
    let mut sink = Sink::new();
    let mut source = read_text("document.yaml", document.to_owned(), &mut sink).unwrap();
    let text = format!("overlay: 1.1.0\nactions:\n{actions}");
    let name = "overlay.yaml".to_owned();
    apply_overlays(&mut source, &[Overlay::Text { name, text }], &mut sink);
    let codes = sink.finish().iter().map(|found| found.code.name).collect();
    (json(&source.root), codes)
}

fn json(node: &Node) -> String {
    let list = |items: Vec<String>| items.join(",");
    match node {
        Node::Null => "null".to_owned(),
        Node::Boolean(boolean) => boolean.to_string(),
        Node::Number(number) => number.as_str().to_owned(),
        Node::String(text) => text.clone(),
        Node::Sequence(items) => format!("[{}]", list(items.iter().map(json).collect())),
        Node::Mapping(mapping) => {
            let entries = mapping.iter();
            let entries = entries.map(|(key, value)| format!("{key}:{}", json(value)));
            format!("{{{}}}", list(entries.collect()))
        }
    }
}

#[track_caller]
fn check(document: &str, actions: &str, expected: &str, codes: &[&str]) {
    let (result, found) = applied(document, actions);
    assert_eq!(result, expected);
    assert_eq!(found, codes);
}

#[test]
fn mappings_are_merged_lists_grow_and_scalars_are_replaced() {
    let document = "a: { b: { c: 1, d: [x] }, e: 2 }";
    let update = "  - { target: $.a, update: { b: { c: 3, d: [y, z], f: {} }, g: 4 } }";
    check(
        document,
        update,
        "{a:{b:{c:3,d:[x,y,z],f:{}},e:2,g:4}}",
        &[],
    );
    let update = "  - { target: $.a.b.d, update: y }\n  - { target: $.a.b.d, update: [z] }";
    check(document, update, "{a:{b:{c:1,d:[x,y,z]},e:2}}", &[]);
    check(
        document,
        "  - { target: $.a.e, update: text }",
        "{a:{b:{c:1,d:[x]},e:text}}",
        &[],
    );
    check(
        document,
        "  - { target: $, update: { n: { a: 1 } } }",
        "{a:{b:{c:1,d:[x]},e:2},n:{a:1}}",
        &[],
    );
    let empty = "  - { target: $, update: { a: null } }";
    check(document, empty, "{a:{b:{c:1,d:[x]},e:2}}", &[]);
}

#[test]
fn actions_see_what_the_ones_before_left() {
    let document = "a: [{ n: x }, { n: y }, { n: x }, { n: z }]";
    check(
        document,
        "  - { target: \"$.a[?@.n == 'x']\", remove: true }",
        "{a:[{n:y},{n:z}]}",
        &[],
    );
    let nested = "  - { target: '$..*', remove: true }";
    check(document, nested, "{}", &[]);
    let moved = "  - { target: $, update: { b: {} } }
  - { target: $.b, copy: '$.a[1]' }
  - { target: $.a, remove: true }";
    check(document, moved, "{b:{n:y}}", &[]);
    let both = "  - { target: '$.a[0, 2]', update: { m: 1 } }";
    check(document, both, "{a:[{n:x,m:1},{n:y},{n:x,m:1},{n:z}]}", &[]);
}

#[test]
fn what_cannot_be_done_is_said_and_costs_itself_alone() {
    let document = "a: { b: [1] }";
    let rest = "\n  - { target: $.a, update: { c: 1 } }";
    let done = "{a:{b:[1],c:1}}";
    for (action, code) in [
        (
            "  - { target: $.a.x, update: {} }",
            "unmatched-overlay-action",
        ),
        ("  - { target: $.a, update: { b: {} } }", "overlay-mismatch"),
        ("  - { target: $.a, update: 3 }", "overlay-mismatch"),
        ("  - { target: $, remove: true }", "overlay-mismatch"),
        ("  - { target: $.a, copy: $.x }", "unmatched-overlay-action"),
        (
            "  - { target: $.a, copy: $..* }",
            "unmatched-overlay-action",
        ),
        (
            "  - { target: 'a', remove: true }",
            "invalid-overlay-action",
        ),
        ("  - { target: $.a }", "invalid-overlay-action"),
        ("  - { update: {} }", "invalid-overlay-action"),
        ("  - { target: 3, update: {} }", "invalid-overlay-action"),
        (
            "  - { target: $.a, remove: maybe }",
            "invalid-overlay-action",
        ),
        (
            "  - { target: $.a, update: {}, copy: $.a }",
            "invalid-overlay-action",
        ),
        ("  - text", "invalid-overlay-action"),
    ] {
        check(document, &format!("{action}{rest}"), done, &[code]);
    }
    let (list, way) = (
        format!("{}{}", "[".repeat(100), "]".repeat(100)),
        "[0]".repeat(50),
    );
    let deeper = format!(
        "  - {{ target: $.a, update: {{ l: {list} }} }}\n  - {{ target: '$.a.l{way}', copy: $.a.l }}"
    );
    assert_eq!(applied(document, &deeper).1, ["overlay-mismatch"]);
}

#[test]
fn what_is_no_overlay_ends_it() {
    let mut sink = Sink::new();
    let mut source = read_text("document.yaml", "a: 1".to_owned(), &mut sink).unwrap();
    let text = |text: &str| Overlay::Text {
        name: "o".to_owned(),
        text: text.to_owned(),
    };
    let overlays = [
        "openapi: 3.0.0",
        "overlay: 2.0.0",
        "[]",
        "overlay: 1.0",
        "a: [",
    ]
    .map(text);
    apply_overlays(&mut source, &overlays, &mut sink);
    let codes: Vec<_> = sink.finish().iter().map(|found| found.code.name).collect();
    let none = "not-an-overlay";
    assert_eq!(
        codes,
        [none, none, none, "invalid-overlay-action", "invalid-syntax"]
    );
}

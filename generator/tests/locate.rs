//! Where nodes are shown in the text. How that looks on a screen is in `rendering.rs`.

#![allow(clippy::unwrap_used)]

use clientsmith::diagnostics::Sink;
use clientsmith::source::{FileId, Lines, Origin, locate, locate_all, read_text};

/// The place that a pointer leads to.
fn origin(pointer: &str) -> Origin {
    pointer
        .split('/')
        .skip(1)
        .fold(Origin::root(FileId(0)), |origin, token| {
            match token.parse() {
                Ok(index) if token.len() == 1 => origin.index(index),
                _ => origin.key(&token.replace("~1", "/").replace("~0", "~")),
            }
        })
}

/// Checks what is shown of nodes: line, column, and the text that is marked.
fn check(text: &str, expected: &[(&str, usize, usize, &str)]) {
    let mut sink = Sink::new();
    let source = read_text("document", text.to_owned(), &mut sink).unwrap();
    sink.finish();
    let origins: Vec<Origin> = expected
        .iter()
        .map(|(pointer, ..)| origin(pointer))
        .collect();
    let spans = locate_all(&source, &origins);
    let lines = Lines::new(&source.text);
    for ((pointer, line, column, marked), span) in expected.iter().zip(spans) {
        let span = span.unwrap();
        let position = lines.position(span.start);
        assert_eq!(
            (position.line, position.column),
            (*line, *column),
            "{pointer}"
        );
        assert_eq!(&source.text[span.start..span.end], *marked, "{pointer}");
        assert_eq!(locate(&source, &origin(pointer)), Some(span), "{pointer}");
    }
}

#[test]
fn in_yaml() {
    let text = r#"# Grüße
info:
  title: 'Grüße'   # a comment
  empty:
  "qu\"oted": "it \"is\""  # so
  'it''s' : 'it''s'
paths:
  /pets/{id}:
    get:
      tags: [a, {b: ß}, c]
      parameters:
        - name: id
          in: path
        - - deep
      description: |
        several
        lines
      responses:
        200: { description: fine }
"#;
    check(
        text,
        &[
            ("", 2, 1, "info"),
            ("/info", 2, 1, "info"),
            ("/info/title", 3, 3, "title: 'Grüße'"),
            ("/info/empty", 4, 3, "empty"),
            ("/info/qu\"oted", 5, 3, "\"qu\\\"oted\": \"it \\\"is\\\"\""),
            ("/info/it's", 6, 3, "'it''s' : 'it''s'"),
            ("/paths/~1pets~1{id}/get", 9, 5, "get"),
            ("/paths/~1pets~1{id}/get/tags", 10, 7, "tags"),
            ("/paths/~1pets~1{id}/get/tags/0", 10, 14, "a"),
            ("/paths/~1pets~1{id}/get/tags/1", 10, 17, "{"),
            ("/paths/~1pets~1{id}/get/tags/1/b", 10, 18, "b: ß"),
            ("/paths/~1pets~1{id}/get/tags/2", 10, 25, "c"),
            ("/paths/~1pets~1{id}/get/parameters/0", 12, 11, "name"),
            (
                "/paths/~1pets~1{id}/get/parameters/0/in",
                13,
                11,
                "in: path",
            ),
            ("/paths/~1pets~1{id}/get/parameters/1/0", 14, 13, "deep"),
            ("/paths/~1pets~1{id}/get/responses/200", 19, 9, "200"),
            (
                "/paths/~1pets~1{id}/get/responses/404/content",
                18,
                7,
                "responses",
            ),
            ("/nowhere/at/all", 2, 1, "info"),
        ],
    );
}

#[test]
fn in_json() {
    let text = "{\n  \"info\": { \"ti\\u0074le\\\\\": \"a \\\"ß\\\" }\", \"n\" : [1.5, {}, true,null ] },\n\t\"x/~y\": [\n\t\t[], {\"k\": {}}\n\t]\n}\n";
    check(
        text,
        &[
            ("", 1, 1, "{"),
            ("/info", 2, 3, "\"info\""),
            (
                "/info/title\\",
                2,
                13,
                "\"ti\\u0074le\\\\\": \"a \\\"ß\\\" }\"",
            ),
            ("/info/n/0", 2, 49, "1.5"),
            ("/info/n/1", 2, 54, "{"),
            ("/info/n/3", 2, 63, "null"),
            ("/x~1~0y", 3, 2, "\"x/~y\""),
            ("/x~1~0y/1/k", 4, 8, "\"k\""),
            ("/x~1~0y/1/missing", 4, 7, "{"),
        ],
    );
}

#[test]
fn aliases_and_merges_are_shown_where_they_are_asked_for() {
    let text = "\
base: &base { a: { b: 1 } }
again: *base
merged:
  own: 1
  <<: *base
";
    check(
        text,
        &[
            ("/base/a/b", 1, 20, "b: 1"),
            ("/again/a/b", 2, 1, "again: *base"),
            ("/merged", 3, 1, "merged"),
            ("/merged/own", 4, 3, "own: 1"),
            ("/merged/a/b", 5, 3, "<<"),
        ],
    );
}

#[test]
fn of_equal_keys_the_first_is_shown() {
    check(
        "a: { x: 1 }\na: { y: 2 }\nb: 3\n",
        &[
            ("/a/x", 1, 6, "x: 1"),
            ("/a/y", 1, 1, "a"),
            ("/b", 3, 1, "b: 3"),
        ],
    );
}

#[test]
fn nodes_of_another_file_have_no_place() {
    let mut sink = Sink::new();
    let source = read_text("document", "a: 1".to_owned(), &mut sink).unwrap();
    sink.finish();
    assert_eq!(locate(&source, &Origin::root(FileId(7))), None);
}

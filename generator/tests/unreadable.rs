//! What cannot be read, and what is said about it. Documents that can be read are in `source.rs`.

#![allow(clippy::unwrap_used)]

use std::path::Path;

use clientsmith::diagnostics::{Diagnostic, Sink};
use clientsmith::source::{Source, read_path, read_text};

/// The one thing that is said about a text that cannot be read.
fn complaint(text: &str) -> Diagnostic {
    let mut sink = Sink::new();
    only(
        "document",
        read_text("document", text.to_owned(), &mut sink),
        sink,
    )
}

fn only(name: &str, source: Option<Source>, sink: Sink) -> Diagnostic {
    let mut diagnostics = sink.finish();
    assert!(source.is_none(), "{name} was read");
    assert_eq!(diagnostics.len(), 1, "{name}: {diagnostics:?}");
    diagnostics.remove(0)
}

/// Checks the code, the line and column, and the message of what is said about a text.
fn check(text: &str, code: &str, place: Option<(usize, usize)>, message: &str) {
    let diagnostic = complaint(text);
    assert_eq!(diagnostic.code.name, code, "{text}");
    assert_eq!(diagnostic.message, message, "{text}");
    let found = diagnostic
        .excerpt
        .map(|excerpt| (excerpt.position.line, excerpt.position.column));
    assert_eq!(found, place, "{text}");
}

#[test]
fn files_that_are_not_there_or_no_files() {
    for (path, message) in [
        ("no/such/file.yaml", "there is no file `no/such/file.yaml`"),
        (
            "https://example.com/openapi.yaml",
            "`https://example.com/openapi.yaml` is a URL, expected a file",
        ),
        ("tests", "`tests` is a folder, expected a file"),
    ] {
        let mut sink = Sink::new();
        let source = read_path(Path::new(path), &mut sink);
        let diagnostic = only(path, source, sink);
        assert_eq!(diagnostic.code.name, "unreadable-file");
        assert_eq!(diagnostic.message, message);
        assert!(diagnostic.help.is_some());
    }
}

#[test]
fn nothing_in_it() {
    for text in ["", " \n", "# a comment\n", "---\n", "\u{feff}", "~"] {
        check(
            text,
            "empty-document",
            None,
            "`document` is empty, expected an OpenAPI document",
        );
    }
}

#[test]
fn not_utf_8() {
    for (name, bytes, place, message) in [
        (
            "latin1.yaml",
            &b"info:\n  title: Caf\xE9!\n"[..],
            (2, 13),
            "byte 18 (0xE9) is not UTF-8, expected a UTF-8 text",
        ),
        (
            "utf16.yaml",
            b"\xFF\xFEo\0p\0",
            (1, 1),
            "the text is UTF-16, expected a UTF-8 text",
        ),
        (
            "gzip.yaml",
            b"\x1F\x8B\x08\0",
            (1, 2),
            "the file is compressed by gzip, expected a UTF-8 text",
        ),
    ] {
        let path = std::env::temp_dir().join(format!("clientsmith-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        let mut sink = Sink::new();
        let source = read_path(&path, &mut sink);
        std::fs::remove_file(&path).unwrap();
        let diagnostic = only(name, source, sink);
        assert_eq!(diagnostic.code.name, "not-utf-8");
        assert_eq!(diagnostic.message, message);
        let position = diagnostic.excerpt.unwrap().position;
        assert_eq!((position.line, position.column), place, "{name}");
    }
}

#[test]
fn not_json() {
    let check = |text, place, message: &str| {
        check(
            text,
            "invalid-syntax",
            Some(place),
            &format!("this is not JSON: {message}"),
        );
    };
    check("{\n  \"a\": [1, 2\n}\n", (3, 1), "expected `,` or `]`");
    check("{\"a\": 1", (1, 7), "EOF while parsing an object");
    check("{\"é\": nul ]", (1, 10), "expected ident");
    check("{\"a\": 1} {\"a\": 2}", (1, 10), "trailing characters");
    check("[1,\n\"\\ud800\"]", (2, 8), "unexpected end of hex escape");
    check("{{template}}: 1", (1, 2), "key must be a string");
}

#[test]
fn not_yaml() {
    let check = |text, place, message: &str| {
        check(
            text,
            "invalid-syntax",
            Some(place),
            &format!("this is not YAML: {message}"),
        );
    };
    check(
        "info:\n  title: Pets: a shop\n",
        (2, 14),
        "mapping values are not allowed in this context",
    );
    check(
        "é: 'é' é",
        (1, 8),
        "invalid trailing content after double-quoted scalar",
    );
    check(
        "a:\n\tb: 1\n",
        (2, 2),
        "tabs disallowed within this context (block indentation)",
    );
    check(
        "a:\n  - b\n c: d\n",
        (3, 2),
        "while parsing a block mapping, did not find expected key",
    );
    check("a: @b", (1, 4), "unexpected character: `@'");
    check(
        "a: 'b\n",
        (1, 4),
        "while scanning a quoted scalar, found unexpected end of stream",
    );
    check(
        "a: *b\n",
        (1, 4),
        "while parsing node, found unknown anchor",
    );
    check(
        "a: &b [*b]\n",
        (1, 8),
        "an alias stands inside of what it repeats",
    );
    check("a: 1\n---\nb: 2\n", (3, 1), "a second document begins here");
    check(
        "a: {{template}}\n",
        (1, 5),
        "a key is a text, found a mapping",
    );
    check("? [a]\n: b\n", (1, 3), "a key is a text, found a list");
    check(
        "a: &x [1]\n*x : 2\n",
        (2, 1),
        "a key is a text, found a mapping or a list",
    );
}

#[test]
fn nested_too_deeply() {
    let message = "the document is nested more than 128 levels deep, which is the limit";
    // A mapping shows by its first key.
    for (open, close, shows_at) in [("[", "]", 1), ("{\"a\":", "}", 4)] {
        let text = |levels: usize| format!("{}1{}", open.repeat(levels), close.repeat(levels));
        read_text("document", text(128), &mut Sink::new()).unwrap();
        let place = Some((1, 128 * open.len() + shows_at));
        check(&text(129), "too-deep", place, message);
        check(&text(100_000), "too-deep", place, message);
    }
    read_text(
        "document",
        format!("{}1", "- ".repeat(128)),
        &mut Sink::new(),
    )
    .unwrap();
    check(
        &format!("{}1", "- ".repeat(129)),
        "too-deep",
        Some((1, 257)),
        message,
    );
    assert_eq!(
        complaint(&format!("a: {}", "[".repeat(100_000))).code.name,
        "too-deep"
    );
    assert_eq!(complaint(&"- ".repeat(20_000)).code.name, "too-deep");
}

#[test]
fn aliases_that_nest() {
    let deep: String = (1..20)
        .map(|n| format!("a{n}: &a{n} [[[[[[[[*a{}]]]]]]]]\n", n - 1))
        .collect();
    assert_eq!(
        complaint(&format!("a0: &a0 []\n{deep}")).code.name,
        "too-deep"
    );
}

#[test]
fn aliases_that_repeat_too_much() {
    let ten = |name: String| vec![name; 10].join(", ");
    let billion: String = (1..30)
        .map(|n| format!("a{n}: &a{n} [{}]\n", ten(format!("*a{}", n - 1))))
        .collect();
    let billion = format!("a0: &a0 [{}]\n{billion}", ten("x".to_owned()));
    let long = format!(
        "a: &a {}\nb: [{}]\n",
        "x".repeat(10_000),
        vec!["*a"; 10_000].join(", ")
    );
    let merges = format!(
        "a: &a {{{}}}\n{}",
        (0..3000).map(|n| format!("k{n}: 1, ")).collect::<String>(),
        (0..3000)
            .map(|n| format!("b{n}: {{<<: *a}}\n"))
            .collect::<String>()
    );
    let kept = format!(
        "{}{}{}",
        (0..100).map(|n| format!("&a{n} [\n")).collect::<String>(),
        "x,".repeat(30_000),
        "]".repeat(100)
    );
    for text in [billion, long, merges, kept] {
        let diagnostic = complaint(&text);
        assert_eq!(diagnostic.code.name, "too-many-aliases");
        assert!(diagnostic.excerpt.unwrap().position.line > 1);
    }
}

#[test]
fn every_complaint_says_what_to_do() {
    for text in [
        "",
        "a: @",
        "a: [",
        "a: b: c",
        "{",
        "[1,]x",
        "a:\n\tb: 1",
        "'a",
        "a: *b",
        "a:\n  - b\n c: d\n",
    ] {
        let diagnostic = complaint(text);
        assert!(
            diagnostic.help.is_some(),
            "{text:?}: {}",
            diagnostic.message
        );
    }
}

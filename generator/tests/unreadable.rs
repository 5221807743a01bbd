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

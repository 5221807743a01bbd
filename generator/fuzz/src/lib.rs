//! What holds for every input. The fuzz targets call these, and so does `tests/fuzz.rs` on stable.

mod tree;

use clientsmith::diagnostics::Sink;
use clientsmith::{Input, Options, Outcome, document, generate, lower, source};

/// The readers end without a panic, with a tree or with a reason.
pub fn read(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let mut sink = Sink::new();
    let read = source::read_text("fuzz.yaml", text.to_owned(), &mut sink);
    let said = sink.finish();
    assert!(
        read.is_some() || !said.is_empty(),
        "refused without a reason"
    );
}

/// So does what follows, as far as the types.
pub fn document(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let mut sink = Sink::new();
    let source = source::read_text("fuzz.yaml", text.to_owned(), &mut sink);
    let parsed = source.and_then(|source| document::parse_document(&source, &mut sink));
    if let Some(document) = parsed {
        lower::lower_api(&document, &mut sink);
    }
    sink.finish();
}

/// A tree shaped like OpenAPI, made of the bytes, gives Rust that parses and stays in its folder.
pub fn pipeline(bytes: &[u8]) {
    let text = tree::document(bytes);
    let input = Input::Text {
        name: "fuzz.json",
        text: &text,
    };
    check(&generate(input, &Options::default()), &text);
}

/// What holds for every outcome.
pub fn check(outcome: &Outcome, text: &str) {
    assert!(
        !outcome.files.is_empty() || outcome.has_errors(),
        "neither a client nor an error:\n{text}"
    );
    for diagnostic in &outcome.diagnostics {
        assert_ne!(
            diagnostic.code.name, "internal-error",
            "{}\n{text}",
            diagnostic.message
        );
    }
    let copied = |path: &str| path.starts_with("src/runtime/");
    for file in outcome.files.iter().filter(|file| !copied(&file.path)) {
        assert!(is_inside(&file.path), "{}\n{text}", file.path);
        if file.path.ends_with(".rs") {
            let parsed = syn::parse_file(&file.contents);
            assert!(parsed.is_ok(), "{}:\n{}\n{text}", file.path, file.contents);
        }
    }
}

/// Whether a path is made of plain names below the output's folder.
fn is_inside(path: &str) -> bool {
    path.split('/').all(|name| {
        let plain =
            |character: char| character.is_ascii_alphanumeric() || "_-.".contains(character);
        !name.is_empty() && !name.starts_with("..") && name.chars().all(plain)
    })
}

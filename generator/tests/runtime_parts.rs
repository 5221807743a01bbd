//! What a client's files name of the runtime is in the copy beside them, and what none of them names is not. The
//! compile gate cannot see it: there, all cases share one runtime.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use clientsmith::{Input, Options, Outcome, generate};

/// The cases' documents.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let documents = paths.flat_map(|path| match path.is_dir() {
        true => documents(&path),
        false if path.ends_with("document.yaml") => vec![path],
        false => Vec::new(),
    });
    documents.collect()
}

/// The code of the files whose paths begin so.
fn code(outcome: &Outcome, is_meant: impl Fn(&str) -> bool) -> String {
    let files = outcome.files.iter();
    let files = files.filter(|file| file.path.ends_with(".rs") && is_meant(&file.path));
    let lines = files.flat_map(|file| file.contents.lines());
    let lines = lines.filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    let is_apart = |character: char| !character.is_alphanumeric() && character != '_';
    code.split(is_apart).filter(|word| !word.is_empty())
}

#[test]
fn what_is_imported_of_the_runtime_is_there() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    for document in documents(&cases) {
        let outcome = generate(Input::Path(&document), &Options::default());
        let runtime = code(&outcome, |path| path.starts_with("src/runtime/"));
        let defined: Vec<_> = words(&runtime).collect();
        let client = code(&outcome, |path| !path.starts_with("src/runtime/"));
        for imports in client.split("use crate::runtime::").skip(1) {
            let (names, _) = imports.split_once(';').expect("the end of an import");
            for name in words(names) {
                assert!(
                    defined.contains(&name),
                    "{}: `{name}` is not in the copy",
                    document.display()
                );
            }
        }
        assert!(!runtime.contains("feature = \"unions\""), "a gate is left");
    }
}

#[test]
fn what_nothing_asks_for_is_left_out() {
    let document = r##"{"openapi":"3.0.3","info":{"title":"Ping","version":"1"},"paths":{"/ping":{"get":{
        "operationId":"ping","responses":{"200":{"description":"pong","content":{"MEDIA":{"schema":{"type":"string"}}}}}}}}}"##;
    let files = |media_type: &str| {
        let text = document.replace("MEDIA", media_type);
        let input = Input::Text {
            name: "ping.json",
            text: &text,
        };
        let files = generate(input, &Options::default()).files.into_iter();
        files.map(|file| file.path).collect::<Vec<_>>()
    };
    let plain = files("application/json");
    let streamed = files("text/event-stream");
    let events = "src/runtime/stream/server_sent_event.rs".to_owned();
    assert!(!plain.contains(&events) && streamed.contains(&events));
    assert!(plain.contains(&"src/runtime/stream/byte_stream.rs".to_owned()));
    for part in [
        "codec/union.rs",
        "request/multipart.rs",
        "patch.rs",
        "header.rs",
    ] {
        assert!(!streamed.contains(&format!("src/runtime/{part}")), "{part}");
    }
}

//! Every case document: what is made of it, and what is said about it, as a snapshot beside it. The
//! copied runtime is not among it. Whether it compiles is `compile.rs`'s business.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use clientsmith::configuration::{FILE_NAME, parse_configuration};
use clientsmith::diagnostics::Sink;
use clientsmith::diagnostics::render::{Color, render_human};
use clientsmith::options::{Overlay, Runtime};
use clientsmith::{Input, Options, Outcome, generate};

#[test]
fn every_case_gives_what_its_snapshot_shows() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for case in cases() {
        settings.set_snapshot_path(&case);
        let outcome = outcome(&case);
        settings.bind(|| insta::assert_snapshot!("output", shown(&outcome)));
    }
}

#[test]
fn there_are_cases_enough() {
    assert!(cases().len() >= 25, "{}", cases().len());
}

/// Everything that a case's document gives, file by file, and what was said about it.
fn shown(outcome: &Outcome) -> String {
    let mut shown = String::new();
    let said = render_human(&outcome.diagnostics, outcome.source.as_ref(), Color::Plain);
    if !said.is_empty() {
        let _ = writeln!(shown, "==> diagnostics <==\n{said}");
    }
    let copied = |path: &str| path == "src/call.rs" || path.starts_with("src/runtime/");
    for file in outcome.files.iter().filter(|file| !copied(&file.path)) {
        let _ = writeln!(shown, "==> {} <==\n{}", file.path, file.contents);
    }
    shown
}

fn outcome(case: &Path) -> Outcome {
    let mut texts = texts(case, "");
    // the description is the first; what else there is, it may refer to
    texts.sort_by_key(|(name, _)| (name != "document.yaml", name.clone()));
    let texts: Vec<(&str, &str)> = texts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let mut options = chosen(case);
    if !is_copied(case) {
        options.runtime = Runtime::Dependency { path: None };
    }
    if let Ok(text) = fs::read_to_string(case.join("overlay.yaml")) {
        let name = "overlay.yaml".to_owned();
        options.overlays.push(Overlay::Text { name, text });
    }
    generate(Input::Texts(&texts), &options)
}

/// The documents in a case's folder and below it, each by its name from there.
fn texts(folder: &Path, prefix: &str) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        let name = format!("{prefix}{name}");
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_dir() {
            texts.extend(self::texts(&path, &format!("{name}/")));
        } else if matches!(extension, Some("yaml" | "json")) {
            texts.push((name, fs::read_to_string(&path).expect("a document")));
        }
    }
    texts
}

/// What a case's `clientsmith.toml` says, where it has one.
fn chosen(case: &Path) -> Options {
    let Ok(text) = fs::read_to_string(case.join(FILE_NAME)) else {
        return Options::default();
    };
    let mut sink = Sink::new();
    let read = parse_configuration(FILE_NAME, &text, Path::new(""), &mut sink);
    let said = render_human(&sink.finish(), None, Color::Plain);
    read.expect(&said).options
}

/// Whether a case says that it is about a crate with a runtime of its own; all others depend on it.
fn is_copied(case: &Path) -> bool {
    let text = fs::read_to_string(case.join(FILE_NAME)).unwrap_or_default();
    text.contains("runtime = \"copied\"")
}

/// The folders `cases/<topic>/<case>`, sorted.
fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<_> = folders(&root)
        .iter()
        .flat_map(|topic| folders(topic))
        .collect();
    cases.sort();
    cases
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.filter(|path| path.is_dir()).collect()
}

//! Round trips: what generated types read from sample values and write back is the same JSON. The
//! samples stand in the documents, under `x-samples`; `program.rs` takes any documents and samples.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod program;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use clientsmith::diagnostics::Sink;
use clientsmith::{document, emit, lower, plan, source};
use program::{Module, Sample, same};
use serde_json::Value;

/// What is expected of a sample.
enum Expected {
    /// It comes back as it was.
    Kept,
    /// It comes back as it was, and `Debug` begins so: the name of a variant, mostly.
    KeptAs(String),
    /// It comes back as another value.
    Becomes(Value),
    /// It is no value of the type.
    Refused,
}

#[test]
fn what_is_read_is_written_back() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/roundtrip/documents");
    let (mut modules, mut samples) = (Vec::new(), Vec::new());
    let mut expected = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a document");
        let tree: Value = serde_yaml::from_str(&text).expect("YAML");
        let name = path.file_stem().expect("a name").to_string_lossy();
        let (module, types) = module(&name, text);
        for (component, json, expectation) in written(&tree) {
            let named = types.iter().find(|(name, _)| *name == component);
            let (_, type_) = named.expect("a type for the component");
            samples.push(Sample {
                type_: type_.clone(),
                json,
            });
            expected.push(expectation);
        }
        modules.push(module);
    }
    let answers = program::round_trip("samples", &modules, &samples).expect("answers");
    let mut wrong = String::new();
    for ((answer, expected), sample) in answers.iter().zip(&expected).zip(&samples) {
        let right = match (answer, expected) {
            (Ok(kept), Expected::Kept) => same(&kept.json, &sample.json),
            (Ok(kept), Expected::KeptAs(variant)) => {
                same(&kept.json, &sample.json) && kept.debug.starts_with(variant.as_str())
            }
            (Ok(kept), Expected::Becomes(other)) => same(&kept.json, other),
            (Err(_), Expected::Refused) => true,
            _ => false,
        };
        if !right {
            let _ = writeln!(wrong, "{}: {} became {answer:?}", sample.type_, sample.json);
        }
    }
    assert_eq!(answers.len(), expected.len());
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// A document's module, and its components with how their types are written.
fn module(name: &str, text: String) -> (Module, Vec<(String, String)>) {
    let mut sink = Sink::new();
    let read = source::read_text(name, text, &mut sink).expect("read");
    let parsed = document::parse_document(&read, &mut sink).expect("parsed");
    let api = lower::lower_api(&parsed, &mut sink);
    let package = plan::plan_package(&api, name, &program::options(name), &mut sink);
    let files = emit::emit_package(&package, &mut sink);
    assert!(!sink.has_errors(), "{:?}", sink.finish());
    drop(sink.finish());
    let typed =
        |file: &plan::TypeFile| Some((file.component.clone()?, program::path_of(name, file)?));
    let types = package.types.iter().filter_map(typed).collect();
    let name = name.to_owned();
    (Module { name, files }, types)
}

/// The samples of a document: `x-samples: { Type: [values, kept as they are] }`, `x-variants: { Type:
/// { Variant: [values] } }`, `x-changes: { Type: [[value, what becomes of it]] }` and `x-refused:
/// { Type: [values] }`.
fn written(tree: &Value) -> Vec<(String, Value, Expected)> {
    let mut samples = Vec::new();
    let mut add = |type_: &str, value: &Value, expected| {
        samples.push((type_.to_owned(), value.clone(), expected));
    };
    for (type_, values) in entries(tree, "x-samples") {
        items(values).for_each(|value| add(type_, value, Expected::Kept));
    }
    for (type_, variants) in entries(tree, "x-variants") {
        for (variant, values) in variants.as_object().expect("variants") {
            items(values).for_each(|value| add(type_, value, Expected::KeptAs(variant.clone())));
        }
    }
    for (type_, pairs) in entries(tree, "x-changes") {
        for pair in items(pairs) {
            let (from, to) = (pair.get(0).expect("a value"), pair.get(1).expect("another"));
            add(type_, from, Expected::Becomes(to.clone()));
        }
    }
    for (type_, values) in entries(tree, "x-refused") {
        items(values).for_each(|value| add(type_, value, Expected::Refused));
    }
    samples
}

fn entries<'t>(tree: &'t Value, key: &str) -> impl Iterator<Item = (&'t String, &'t Value)> {
    tree.get(key)
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
}

fn items(values: &Value) -> impl Iterator<Item = &Value> {
    values.as_array().expect("a list of values").iter()
}

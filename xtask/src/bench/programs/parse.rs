//! Parses a document into a tree, and leaves it at that: the measure for what generating may take. A program of its
//! own, which `bench/parse.rs` assembles.

use std::path::Path;
use std::{env, fs, mem};

use clientsmith::diagnostics::Sink;
use clientsmith::source;

fn main() -> Result<(), String> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [into, document] = arguments.as_slice() else {
        return Err("error: expected `tree` or `value`, and a document".to_owned());
    };
    // nothing is freed: the process takes it with it
    match into.as_str() {
        "tree" => {
            let mut sink = Sink::new();
            mem::forget(source::read_path(Path::new(document), &mut sink));
            match sink.has_errors() {
                true => Err(format!("error: {:?}", sink.finish())),
                false => Ok(drop(sink.finish())),
            }
        }
        _ => value(Path::new(document)),
    }
}

/// Into the tree that everybody knows.
fn value(document: &Path) -> Result<(), String> {
    let bytes = fs::read(document).map_err(|error| format!("error: {error}"))?;
    if document
        .extension()
        .is_some_and(|extension| extension == "json")
    {
        let value: Result<serde_json::Value, _> = serde_json::from_slice(&bytes);
        value
            .map(mem::forget)
            .map_err(|error| format!("error: {error}"))
    } else {
        let value: Result<serde_yaml::Value, _> = serde_yaml::from_slice(&bytes);
        value
            .map(mem::forget)
            .map_err(|error| format!("error: {error}"))
    }
}

//! Our reader of YAML against `serde_yaml`: where both read a document they must see the same tree. What
//! only ours reads (wide integers, keys that stand twice) is `source.rs`'s business.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

use clientsmith::diagnostics::Sink;
use clientsmith::source::{Node, read_text};
use serde_yaml::Value;

#[test]
fn the_description_and_every_case_are_the_same_tree_for_both() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut documents = vec![root.join("../spec/ocamba-hood.yaml")];
    collect(&root.join("tests/cases"), &mut documents);
    assert!(documents.len() > 25);
    for path in documents {
        let text = fs::read_to_string(&path).expect("a document");
        let mut sink = Sink::new();
        let ours = read_text("document.yaml", text.clone(), &mut sink);
        let said = sink.finish();
        let theirs = serde_yaml::from_str::<Value>(&text);
        // what cannot be read is refused by both; by theirs alone an integer beyond 64 bits, and a key
        // that stands twice
        let (ours, theirs) = match (&ours, &theirs) {
            (Some(ours), Ok(theirs)) => (ours, theirs),
            (None, Err(_)) => continue,
            (_, Err(error)) if is_known(&error.to_string()) => continue,
            _ => panic!("{}: read by one of two", path.display()),
        };
        assert!(said.is_empty(), "{}", path.display());
        same(&ours.root, theirs, &path.display().to_string());
    }
}

/// What `serde_yaml` refuses, and we do not.
fn is_known(refusal: &str) -> bool {
    refusal.contains("invalid type: integer") || refusal.contains("duplicate entry")
}

fn collect(folder: &Path, documents: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, documents);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            documents.push(path);
        }
    }
}

fn same(ours: &Node, theirs: &Value, place: &str) {
    match (ours, theirs) {
        (Node::Null, Value::Null) => {}
        (Node::Boolean(one), Value::Bool(other)) => assert_eq!(one, other, "{place}"),
        (Node::String(one), Value::String(other)) => assert_eq!(one, other, "{place}"),
        (Node::Number(one), Value::Number(other)) => {
            assert_eq!(one.as_f64(), other.as_f64(), "{place}");
        }
        (Node::Sequence(one), Value::Sequence(other)) => {
            assert_eq!(one.len(), other.len(), "{place}");
            for (index, (one, other)) in one.iter().zip(other).enumerate() {
                same(one, other, &format!("{place}/{index}"));
            }
        }
        (Node::Mapping(one), Value::Mapping(other)) => {
            assert_eq!(one.len(), other.len(), "{place}");
            for ((key, one), (other_key, other)) in one.iter().zip(other) {
                assert_eq!(key, text(other_key), "{place}");
                same(one, other, &format!("{place}/{key}"));
            }
        }
        (ours, theirs) => panic!("{place}: {ours:?} is not {theirs:?}"),
    }
}

/// A key's text: ours are texts, whatever they are in YAML.
fn text(key: &Value) -> String {
    match key {
        Value::String(text) => text.clone(),
        other => serde_yaml::to_string(other)
            .expect("a scalar")
            .trim()
            .to_owned(),
    }
}

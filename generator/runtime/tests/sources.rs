//! The runtime as data: nothing is missing, nothing is left over.
#![cfg(feature = "sources")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use clientsmith_runtime::sources::{FILES, MANIFEST};

fn walk(folder: &Path, root: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, root, found);
        } else {
            let relative = path.strip_prefix(root).unwrap();
            found.push(
                relative
                    .components()
                    .map(|part| part.as_os_str().to_str().unwrap())
                    .collect::<Vec<_>>()
                    .join("/"),
            );
        }
    }
}

#[test]
fn every_file_is_listed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &root, &mut found);
    found.retain(|path| path != "lib.rs" && path != "sources.rs");
    found.sort();
    let listed: Vec<_> = FILES.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(found, listed);
}

/// A copy without a part is one without what stands behind the part's gates, documentation included.
#[test]
fn gates_of_parts_stand_before_everything_else_of_an_item() {
    let parts = MANIFEST.lines().find(|line| line.starts_with("parts = "));
    let parts: Vec<_> = parts.unwrap().split('"').skip(1).step_by(2).collect();
    assert!(parts.contains(&"unions"), "{parts:?}");
    for (path, text) in FILES {
        let mut before = "";
        for line in text.lines().map(str::trim) {
            let is_gate = line.starts_with("#[cfg(")
                && parts
                    .iter()
                    .any(|part| line.contains(&format!("\"{part}\"")));
            let is_inside = before.starts_with("///") || before.starts_with("#[");
            assert!(!is_gate || !is_inside, "{path}: {line}");
            before = line;
        }
    }
}

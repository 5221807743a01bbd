//! The runtime as data: nothing is missing, nothing is left over.
#![cfg(feature = "sources")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use clientsmith_runtime::sources::FILES;

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

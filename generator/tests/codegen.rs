//! The committed client is what the description gives: what `cargo xtask codegen --check` says, as a test.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn the_committed_client_is_what_the_description_gives() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args([
            "run",
            "--quiet",
            "--package",
            "xtask",
            "--",
            "codegen",
            "--check",
        ])
        .current_dir(workspace)
        .output()
        .expect("cargo");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

/// A file that is not ours is left alone, so that `--check` does not see one that was left over.
#[test]
fn nothing_else_stands_among_the_committed_sources() {
    let client = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated-client");
    let manifest = fs::read_to_string(client.join("clientsmith.manifest")).expect("the manifest");
    let mut folders = vec![client.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let path = path.strip_prefix(&client).expect("below the client");
            let path = path.to_string_lossy().replace('\\', "/");
            assert!(manifest.lines().any(|line| line == path), "{path}");
        }
    }
}

//! What is made of every case compiles: warnings denied, clippy's too, without a blanket `allow`. All
//! cases are one workspace that depends on the runtime, which is compiled once. A case's `wire.rs`, where
//! it has one, is a test of its crate: what its calls are on the wire.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use clientsmith::configuration::{FILE_NAME, read_configuration};
use clientsmith::diagnostics::Sink;
use clientsmith::options::{Overlay, Runtime};
use clientsmith::write::plan_changes;
use clientsmith::{Input, Options, generate};

#[test]
fn every_case_compiles_with_warnings_denied() {
    let workspace = root().join("target").join("cases");
    let members = write_cases(&workspace);
    let quoted: Vec<_> = members
        .iter()
        .map(|member| format!("\"{member}\""))
        .collect();
    // each crate is compiled once, and looked into by nobody: what else cargo keeps would be gigabytes
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [{}]\n\n[profile.dev]\ndebug = false\nincremental = false\n",
        quoted.join(", ")
    );
    fs::write(workspace.join("Cargo.toml"), manifest).expect("Cargo.toml");
    // the versions that are here already, so that no network is needed
    fs::copy(root().join("Cargo.lock"), workspace.join("Cargo.lock")).expect("Cargo.lock");
    cargo(
        &workspace,
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--features=validate",
            "--quiet",
            "--",
            "-D",
            "warnings",
        ],
        &[],
    );
    cargo(
        &workspace,
        &[
            "test",
            "--workspace",
            "--test",
            "*",
            "--features=validate",
            "--quiet",
        ],
        &[],
    );
    cargo(
        &workspace,
        &["doc", "--workspace", "--no-deps", "--quiet"],
        &[("RUSTDOCFLAGS", "-D warnings")],
    );
    for (package, features) in [
        ("features-tags", ""),
        ("features-tags", "cats"),
        ("features-tags", "dogs"),
        ("features-tags", "serde-tag"),
        ("features-tags", "other-types"),
        ("validation-tags", "all-tags"),
        ("validation-tags", "validate"),
        ("validation-tags", "validate,cats"),
        ("validation-tags", "validate,dogs"),
    ] {
        let package = ["clippy", "--quiet", "--package", package];
        let only = ["--no-default-features", "--features", features];
        cargo(
            &workspace,
            &[&package[..], &only, &["--", "-D", "warnings"]].concat(),
            &[],
        );
    }
}

fn cargo(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let separator = arguments
        .iter()
        .position(|argument| *argument == "--")
        .unwrap_or(arguments.len());
    let (own, passed_on) = arguments.split_at(separator);
    let output = Command::new(cargo)
        .args(own)
        .arg("--offline")
        .args(passed_on)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env_remove("RUSTFLAGS")
        .envs(variables.iter().copied())
        .current_dir(folder)
        .output()
        .expect("cargo");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Takes the case's own test along, which says what its calls are on the wire.
fn copy_wire(case: &Path, member: &Path) {
    let wire = case.join("wire.rs");
    if wire.is_file() {
        fs::create_dir_all(member.join("tests")).expect("a folder");
        fs::copy(wire, member.join("tests/wire.rs")).expect("a test");
    }
}

/// Writes a crate for each case, and gives their folders.
fn write_cases(workspace: &Path) -> Vec<String> {
    let mut members = Vec::new();
    let cases = root().join("generator/tests/cases");
    for topic in names(&cases) {
        for case in names(&cases.join(&topic)) {
            let member = format!("{topic}-{case}").replace('_', "-");
            let document = cases.join(&topic).join(&case).join("document.yaml");
            let mut options = chosen(&document.with_file_name(FILE_NAME));
            options.name = Some(member.clone());
            if !is_copied(&document) {
                options.runtime = Runtime::Dependency {
                    path: Some("../../../generator/runtime".to_owned()),
                };
            }
            let overlay = document.with_file_name("overlay.yaml");
            if overlay.exists() {
                options.overlays.push(Overlay::Path(overlay));
            }
            let outcome = generate(Input::Path(&document), &options);
            assert!(!outcome.has_errors(), "{member}: {:?}", outcome.diagnostics);
            let changes = plan_changes(&outcome.files, &workspace.join(&member), &options.manifest);
            changes
                .and_then(|changes| changes.apply())
                .expect("a crate");
            copy_wire(&cases.join(&topic).join(&case), &workspace.join(&member));
            members.push(member);
        }
    }
    members
}

/// What a case's `clientsmith.toml` says, where it has one.
fn chosen(file: &Path) -> Options {
    if !file.exists() {
        return Options::default();
    }
    let mut sink = Sink::new();
    let read = read_configuration(file, &mut sink);
    assert!(sink.finish().is_empty(), "{}", file.display());
    read.expect("a configuration").options
}

/// Whether a case says that it is about a crate with a runtime of its own; all others depend on it.
fn is_copied(document: &Path) -> bool {
    let text = fs::read_to_string(document.with_file_name(FILE_NAME)).unwrap_or_default();
    text.contains("runtime = \"copied\"")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry"));
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<_> = folders
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn root() -> PathBuf {
    let generator = Path::new(env!("CARGO_MANIFEST_DIR"));
    generator.parent().expect("the workspace").to_path_buf()
}

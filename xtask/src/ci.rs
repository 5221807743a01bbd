//! `cargo xtask ci`: all of CI, as a list of commands that a developer can run one by one.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;
use std::time::Instant;
use std::{env, fs};

use toml_edit::DocumentMut;

use crate::{codegen, docs, python, tidy};

/// A step's arguments to cargo, and the environment it runs in.
type Step = (
    &'static [&'static str],
    &'static [(&'static str, &'static str)],
);

const STEPS: &[Step] = &[
    (&["fmt", "--all", "--check"], &[]),
    (
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ],
        &[],
    ),
    (&["test", "--workspace"], &[]),
    (
        &["doc", "--workspace", "--no-deps"],
        &[("RUSTDOCFLAGS", "-D warnings")],
    ),
];

/// Runs every step, the cheap ones first, and stops at the first that fails.
///
/// # Errors
///
/// The step that failed; what is wrong stands above it.
pub(crate) fn run(root: &Path) -> Result<(), String> {
    step("codegen --check", || codegen::check(root))?;
    step("docs --check", || docs::check(root))?;
    step("tidy", || tidy::run(root))?;
    step("the same bytes from another folder", || same_bytes(root))?;
    for (arguments, variables) in STEPS {
        let name = format!("cargo {}", arguments.join(" "));
        step(&name, || cargo(root, arguments, variables))?;
    }
    step("each part of the runtime by itself", || parts(root))?;
    corpus(root)?;
    wire(root)?;
    println!("ci: all of it passes");
    Ok(())
}

/// The runtime without its parts, and with each of them alone: clients have copies of all kinds.
fn parts(root: &Path) -> Result<(), String> {
    let path = root.join("generator/runtime/Cargo.toml");
    let manifest = fs::read_to_string(&path)
        .map_err(|error| error.to_string())
        .and_then(|text| {
            text.parse::<DocumentMut>()
                .map_err(|error| error.to_string())
        })
        .map_err(|error| format!("{}: {error}", path.display()))?;
    let features = manifest.get("features");
    let parts = features.and_then(|features| features.get("parts")?.as_array());
    let parts = parts.into_iter().flatten().filter_map(|part| part.as_str());
    for part in parts.chain(["client"]) {
        let features = format!("reqwest,{part}");
        let package = ["--package", "clientsmith-runtime", "--no-default-features"];
        let command = [
            &["clippy", "--quiet"][..],
            &package,
            &["--features", &features],
        ]
        .concat();
        cargo(
            root,
            &[&command[..], &["--", "-D", "warnings"]].concat(),
            &[],
        )?;
    }
    Ok(())
}

/// The variable that names a folder with real documents, which are not in the repository.
const CORPUS: &str = "CLIENTSMITH_CORPUS";

/// How many of the corpus' crates are compiled, others every day.
const COMPILED: &str = "12";

/// How many of the documents' schemas have sample values made, read and written, others every day.
const ROUND_TRIPS: &str = "16";

/// Real documents, where there are any; and the one that is here, so that no program rests until there are.
fn corpus(root: &Path) -> Result<(), String> {
    step("roundtrip spec", || validated(root, &["roundtrip", "spec"]))?;
    let Some(folder) = env::var_os(CORPUS) else {
        println!("ci: the corpus is skipped: `{CORPUS}` names no folder");
        return Ok(());
    };
    let folder = folder.to_string_lossy();
    let command = ["run", "--release", "--quiet", "--package", "xtask", "--"];
    let arguments = [&command[..], &["corpus", &folder, "--compile", COMPILED]].concat();
    step("corpus", || cargo(root, &arguments, &[]))?;
    step("roundtrip", || {
        validated(root, &["roundtrip", &folder, "--some", ROUND_TRIPS])
    })
}

/// Of how many of the corpus' documents every operation is called, others every day.
const CALLED: &str = "6";

/// The requests of some real documents, where there are any and Python can be had; and of the one that is here.
fn wire(root: &Path) -> Result<(), String> {
    if let Err(error) = python::environment(root) {
        println!("ci: wire is skipped, for want of a Python environment: {error}");
        return Ok(());
    }
    // by its name: the exclusions of all the others are not needed here
    step("wire spec", || {
        validated(root, &["wire", "spec", "--only", "ocamba-hood"])
    })?;
    let Some(folder) = env::var_os(CORPUS) else {
        println!("ci: wire is skipped: `{CORPUS}` names no folder");
        return Ok(());
    };
    let folder = folder.to_string_lossy();
    step("wire", || {
        validated(root, &["wire", &folder, "--some", CALLED])
    })
}

/// A command that has the validator, which costs more to compile in a release build than the documents to go
/// through: without `--release`.
fn validated(root: &Path, command: &[&str]) -> Result<(), String> {
    let xtask = ["run", "--quiet", "--package", "xtask"];
    let arguments = [&xtask[..], &["--features", "roundtrip", "--"], command].concat();
    cargo(root, &arguments, &[])
}

fn step(name: &str, run: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    println!("ci: {name}");
    let start = Instant::now();
    run()?;
    println!("ci: {name}: {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

fn cargo(root: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Result<(), String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(arguments)
        .envs(variables.iter().copied())
        .current_dir(root)
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("ci: `cargo {}` fails", arguments.join(" "))),
        Err(error) => Err(format!("ci: cargo does not start: {error}")),
    }
}

/// Prints the client twice, by processes in different folders with different homes, and compares.
fn same_bytes(root: &Path) -> Result<(), String> {
    let here = printed(root, root)?;
    let elsewhere = root.join("target").join("elsewhere");
    fs::create_dir_all(&elsewhere).map_err(|error| format!("target/elsewhere: {error}"))?;
    if here == printed(&elsewhere, &elsewhere)? {
        Ok(())
    } else {
        Err("ci: the output depends on the folder or the home it is made in".to_owned())
    }
}

fn printed(folder: &Path, home: &Path) -> Result<Vec<u8>, String> {
    let program = env::current_exe().map_err(|error| format!("xtask: {error}"))?;
    let output = Command::new(program)
        .args(["codegen", "--print"])
        .current_dir(folder)
        .env("HOME", OsStr::new(home))
        .output()
        .map_err(|error| format!("xtask codegen --print: {error}"))?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
    }
}

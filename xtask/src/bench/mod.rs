//! `cargo xtask bench`: what a call costs, what generating, compiling and running a client costs, beside rivals.
//! Figures, never tests.

mod application;
mod arguments;
mod build;
mod codec;
mod compile;
mod crates;
mod cut;
mod generator;
mod parse;
mod plot;
mod process;
mod program;
mod ratio;
mod record;
mod report;
mod series;
mod size;
mod statistics;
mod table;

use std::path::Path;
use std::process::Command;
use std::{env, fs, io};

use arguments::Arguments;
use serde::Serialize;

/// Runs what is asked for.
///
/// # Errors
///
/// The command line makes no sense, something does not build or run, or is dearer than on record.
pub(crate) fn run(root: &Path, arguments: &[&str]) -> Result<(), String> {
    match arguments {
        [] => call(root).and_then(|()| build::run(root)),
        ["call"] => call(root),
        ["build"] => build::run(root),
        ["application", rest @ ..] => application::run(root, &Arguments::parse(rest)?),
        ["codec", rest @ ..] => codec::run(root, &Arguments::parse(rest)?),
        ["series", rest @ ..] => series::run(root, &Arguments::parse(rest)?),
        ["crates", rest @ ..] => crates::run(root, &Arguments::parse(rest)?),
        _ => Err(format!("bench: `{}` is not a bench", arguments.join(" "))),
    }
}

/// A call of the generated client beside the same by hand (`generator/benches/call.rs`).
fn call(root: &Path) -> Result<(), String> {
    let arguments = ["bench", "--package", "clientsmith", "--bench", "call"];
    let status = cargo().args(arguments).current_dir(root).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err("bench: `cargo bench` fails".to_owned()),
        Err(error) => Err(format!("bench: cargo does not start: {error}")),
    }
}

/// The cargo that called us.
fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Writes something as JSON.
fn write_json(root: &Path, path: &str, value: &impl Serialize) -> Result<(), String> {
    let text = serde_json::to_string_pretty(value).map_err(|error| format!("{path}: {error}"))?;
    let file = root.join(path);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{path}: {error}"))?;
    }
    fs::write(&file, text).map_err(|error| format!("{path}: {error}"))
}

/// Where folders wait that were generated before: removed only when nothing is measured any more, since ext4
/// takes seconds to make thousands of files just after as many were removed.
const OLD: &str = "target/bench/old";

/// Puts a folder out of the way, where there is one.
fn set_aside(root: &Path, folder: &Path) -> Result<(), String> {
    let old = root.join(OLD);
    let said = |error: io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(&old).map_err(said)?;
    let count = fs::read_dir(&old).map_err(said)?.count();
    match fs::rename(folder, old.join(count.to_string())) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(said(error)),
        _ => Ok(()),
    }
}

/// Removes a folder, where there is one.
fn remove_folder(folder: &Path) -> Result<(), String> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(format!("{}: {error}", folder.display()))
        }
        _ => Ok(()),
    }
}

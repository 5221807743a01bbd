//! A program that builds the request of each call of a description from JSON values, sends it into the
//! recording transport, and prints what was recorded as a line of JSON: text of a program for a test, never
//! of a client.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use clientsmith::File;
use clientsmith::options::{Form, ManifestOptions, Options, Runtime};
use clientsmith::write::plan_changes;
use serde::Deserialize;

use super::calls::Call;

/// What is the same for every description: `MODULE` stands for its module.
const MAIN: &str = include_str!("program_main.rs.txt");

/// What was sent for a call, or why nothing was.
#[derive(Debug, Deserialize)]
pub(super) struct Sent {
    pub(super) method: Option<String>,
    pub(super) target: Option<String>,
    pub(super) headers: Option<Vec<(String, String)>>,
    /// In hexadecimal digits.
    pub(super) body: Option<String>,
    pub(super) failure: Option<String>,
}

/// With what the files of the module are made.
pub(super) fn options(module: &str) -> Options {
    let mut options = Options::default();
    options.form = Form::Module;
    options.module_path = Some(format!("crate::{module}"));
    options.runtime = Runtime::Dependency { path: None };
    options
}

/// Writes and runs the program: an answer for each call, in order.
///
/// # Errors
///
/// Where the program cannot be written, does not compile or ends early.
pub(super) fn run(
    root: &Path,
    module: &str,
    files: &[File],
    calls: &[Call],
) -> Result<Vec<Sent>, String> {
    let folder = root.join("target/wire/program");
    let sources = folder.join("src");
    write_sources(&sources, module, files, calls)?;
    let values = write_values(&folder, calls)?;
    write_manifest(root, &folder)?;
    let output = compile_and_run(root, &folder, &values)?;
    fs::remove_dir_all(&sources).map_err(|error| error.to_string())?;
    let answers: Vec<Sent> = output
        .lines()
        .map(|line| serde_json::from_str(line).map_err(|error| format!("{line}: {error}")))
        .collect::<Result<_, _>>()?;
    match answers.len() == calls.len() {
        true => Ok(answers),
        false => Err(format!(
            "{} answers for {} calls",
            answers.len(),
            calls.len()
        )),
    }
}

fn write_sources(
    sources: &Path,
    module: &str,
    files: &[File],
    calls: &[Call],
) -> Result<(), String> {
    let said = |error: std::io::Error| format!("{}: {error}", sources.display());
    if sources.exists() {
        fs::remove_dir_all(sources).map_err(said)?;
    }
    plan_changes(files, &sources.join(module), &ManifestOptions::default())
        .and_then(|changes| changes.apply())
        .map_err(|error| error.to_string())?;
    let mut main = MAIN.replace("MODULE", module);
    let mut arms = String::new();
    for (number, call) in calls.iter().enumerate() {
        let request = &call.request;
        let _ = writeln!(
            main,
            "fn call_{number}(values: &[&str]) -> Encoded {{\n    encoded({request})\n}}"
        );
        let _ = writeln!(arms, "        {number} => call_{number}(values),");
    }
    let _ = write!(
        main,
        "fn call(number: usize, values: &[&str]) -> Encoded {{\n    match number {{\n{arms}        _ => Err(\"no call\".into()),\n    }}\n}}\n"
    );
    fs::write(sources.join("main.rs"), main).map_err(said)
}

/// A line for each call, its values as JSON, separated by tabs: JSON has none.
fn write_values(folder: &Path, calls: &[Call]) -> Result<PathBuf, String> {
    let mut lines = String::new();
    for call in calls {
        let values: Vec<_> = call.values.iter().map(ToString::to_string).collect();
        lines.push_str(&values.join("\t"));
        lines.push('\n');
    }
    let path = folder.join("values.tsv");
    fs::write(&path, lines).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

fn write_manifest(root: &Path, folder: &Path) -> Result<(), String> {
    let runtime = root.join("generator/runtime").display().to_string();
    let manifest = format!(
        "[package]\nname = \"wire\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[dependencies]\nbytes = \"1\"\nhttp = \"1\"\ntokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\nclientsmith-runtime = {{ path = {runtime:?}, default-features = false, features = [\"parts\"] }}\n[workspace]\n[profile.dev]\ndebug = false\nincremental = false\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest)
        // the versions that are here already, so that no network is needed
        .and_then(|()| fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).map(drop))
        .map_err(|error| format!("{}: {error}", folder.display()))
}

fn compile_and_run(root: &Path, folder: &Path, values: &Path) -> Result<String, String> {
    let said = |error: std::io::Error| format!("{}: {error}", folder.display());
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["run", "--quiet", "--offline"])
        .env("CARGO_TARGET_DIR", root.join("target/wire/target"))
        .env_remove("RUSTFLAGS")
        .current_dir(folder)
        .stdin(Stdio::from(fs::File::open(values).map_err(said)?))
        .stderr(Stdio::inherit())
        .output()
        .map_err(said)?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err("the program did not compile or failed".to_owned()),
    }
}

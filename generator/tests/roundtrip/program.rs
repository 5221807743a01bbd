//! A program that reads sample values into the generated types of some documents and writes them back.
//! It knows nothing of where documents and samples come from.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, thread};

use clientsmith::options::{Form, ManifestOptions, Options, Runtime};
use clientsmith::write::plan_changes;
use clientsmith::{File, plan};
use serde_json::Value;

/// The types of a description, as a module of the program.
pub(crate) struct Module {
    /// What it is called.
    pub(crate) name: String,
    /// All the files that were made with [`options`]; only types are compiled.
    pub(crate) files: Vec<File>,
}

/// A value of a type.
pub(crate) struct Sample {
    /// The type, as [`path_of`] has it.
    pub(crate) type_: String,
    /// The value.
    pub(crate) json: Value,
}

/// What a type made of a value.
#[derive(Debug)]
pub(crate) struct Kept {
    /// What it writes.
    pub(crate) json: Value,
    /// What `Debug` shows.
    pub(crate) debug: String,
}

const MAIN: &str = r##"#![allow(unused, non_snake_case)] // a module for each document, of whatever name
fn round<T: clientsmith_runtime::Decode + clientsmith_runtime::Encode + std::fmt::Debug>(json: &str) -> String {
    match clientsmith_runtime::from_json::<T>(json.as_bytes()) {
        Err(error) => format!("-{error}"),
        Ok(value) => match clientsmith_runtime::to_json(&value) {
            Err(error) => format!("-{error}"),
            Ok(json) => format!("+{}\t{value:?}", String::from_utf8_lossy(&json)),
        },
    }
    .replace('\n', " ")
}

fn main() {
    for line in std::io::stdin().lines() {
        let line = line.expect("a line");
        let (number, json) = line.split_once('\t').expect("a number and a value");
        println!("{}", answer(number.parse().expect("a number"), json));
    }
}
"##;

/// Where a program stands.
pub(crate) fn folder(name: &str) -> PathBuf {
    root().join("target/roundtrip").join(name)
}

fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// With what the files of a module are made.
pub(crate) fn options(module: &str) -> Options {
    let mut options = Options::default();
    options.form = Form::Module;
    options.module_path = Some(format!("crate::{module}"));
    options.runtime = Runtime::Dependency { path: None };
    options
}

/// How the program names a type; `None` for what is not read from JSON.
pub(crate) fn path_of(module: &str, file: &plan::TypeFile) -> Option<String> {
    let path = format!("{module}::types::{}", file.name.as_str());
    match &file.item {
        plan::TypeItem::Multipart(_) => None,
        plan::TypeItem::Enumeration(_) => Some(format!("clientsmith_runtime::Open<{path}>")),
        plan::TypeItem::Patch(_) => Some(format!("{path}<clientsmith_runtime::Draft>")),
        _ => Some(path),
    }
}

/// Every sample through its type; an answer for each, in order: what came back, or why nothing did.
///
/// # Errors
///
/// Where the program cannot be written, does not compile or ends early.
pub(crate) fn round_trip(
    name: &str,
    modules: &[Module],
    samples: &[Sample],
) -> Result<Vec<Result<Kept, String>>, String> {
    let (root, folder) = (root(), folder(name));
    let mut main = MAIN.to_owned();
    for module in modules {
        let place = folder.join("src").join(&module.name);
        let types = module.files.iter();
        let types: Vec<_> = types
            .filter(|file| file.path.starts_with("types/"))
            .cloned()
            .collect();
        plan_changes(&types, &place, &ManifestOptions::default())
            .and_then(|changes| changes.apply())
            .map_err(|error| format!("{}: {error}", place.display()))?;
        let name = &module.name;
        let inside = match types.is_empty() {
            true => "",
            false => "pub mod types;",
        };
        let _ = write!(
            main,
            "#[allow(dead_code, unused)]\nmod {name} {{\n    pub use clientsmith_runtime as runtime;\n    {inside}\n}}\n"
        );
    }
    let (mut types, mut arms, mut input) = (BTreeMap::new(), String::new(), String::new());
    for sample in samples {
        let number = types.len();
        let number = *types.entry(&sample.type_).or_insert_with(|| {
            let _ = writeln!(arms, "        {number} => round::<{}>(json),", sample.type_);
            number
        });
        let _ = writeln!(input, "{number}\t{}", sample.json);
    }
    let _ = write!(
        main,
        "\nfn answer(number: u32, json: &str) -> String {{\n    match number {{\n{arms}        _ => String::new(),\n    }}\n}}\n"
    );
    let runtime = root.join("generator/runtime").display().to_string();
    let manifest = format!(
        "[package]\nname = \"roundtrip\"\nedition = \"2024\"\n[dependencies]\nclientsmith-runtime = {{ path = {runtime:?}, default-features = false, features = [\"parts\"] }}\n[workspace]\n[profile.dev]\ndebug = false\nincremental = false\n"
    );
    let written = fs::write(folder.join("src/main.rs"), main)
        .and_then(|()| fs::write(folder.join("Cargo.toml"), manifest))
        // the versions that are here already, so that no network is needed
        .and_then(|()| fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")));
    written.map_err(|error| format!("{}: {error}", folder.display()))?;
    let answers = run(&folder, &root.join("target/roundtrip/target"), input)?;
    let answers: Vec<_> = answers.lines().map(read_answer).collect();
    match answers.len() == samples.len() {
        true => Ok(answers),
        false => Err(format!(
            "{} answers for {} samples",
            answers.len(),
            samples.len()
        )),
    }
}

fn read_answer(line: &str) -> Result<Kept, String> {
    let (json, debug) = match line
        .strip_prefix('+')
        .and_then(|kept| kept.split_once('\t'))
    {
        Some(kept) => kept,
        None => return Err(line.trim_start_matches('-').to_owned()),
    };
    Ok(Kept {
        json: serde_json::from_str(json).map_err(|error| format!("wrote no JSON: {error}"))?,
        debug: debug.to_owned(),
    })
}

fn run(folder: &Path, target: &Path, input: String) -> Result<String, String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut child = Command::new(cargo)
        .args(["run", "--quiet", "--offline"])
        .env("CARGO_TARGET_DIR", target)
        .env_remove("RUSTFLAGS")
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    let stdin = child.stdin.take();
    let writing = thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().map_err(failed)?;
    // where it did not compile nobody reads, and what the compiler says is on standard error
    drop(writing.join());
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err("the program did not compile or failed".to_owned()),
    }
}

/// Whether two values are the same JSON: numbers by their value, objects whatever their order.
pub(crate) fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            one == other || one.as_f64().is_some_and(|one| other.as_f64() == Some(one))
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let held = |(name, value)| other.get(name).is_some_and(|other| same(value, other));
            one.len() == other.len() && one.iter().all(held)
        }
        _ => one == other,
    }
}

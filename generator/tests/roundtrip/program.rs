//! A program that reads sample values into the generated types of some documents and writes them back.
//! It knows nothing of where documents and samples come from.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, thread};

use clientsmith::diagnostics::Sink;
use clientsmith::options::{Form, ManifestOptions, Options, Runtime};
use clientsmith::write::plan_changes;
use clientsmith::{document, emit, lower, plan, source};
use serde_json::Value;

/// A description and values of its components.
pub(crate) struct Document {
    /// What its module is called.
    pub(crate) name: String,
    /// The description.
    pub(crate) text: String,
    /// The values.
    pub(crate) samples: Vec<Sample>,
}

/// A value of a component.
pub(crate) struct Sample {
    /// The component's name, as the document writes it.
    pub(crate) component: String,
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

const MAIN: &str = r##"
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

/// Every document's types as a module of one program, and every sample through it; an answer for each,
/// in order: what came back, or why nothing did.
pub(crate) fn round_trip(name: &str, documents: &[Document]) -> Vec<Result<Kept, String>> {
    let root = root();
    let folder = root.join("target/roundtrip").join(name);
    let mut main = MAIN.to_owned();
    let mut arms = String::new();
    let mut input = String::new();
    let mut number = 0;
    for document in documents {
        let module = &document.name;
        let types = write_module(document, &folder.join("src").join(module));
        let _ = write!(main, "#[allow(dead_code, unused)]\nmod {module};\n");
        for sample in &document.samples {
            let named = types.iter().find(|(name, _)| *name == sample.component);
            let (_, type_) = named.expect("a type for the component");
            let _ = writeln!(arms, "        {number} => round::<{type_}>(json),");
            let _ = writeln!(input, "{number}\t{}", sample.json);
            number += 1;
        }
    }
    let _ = write!(
        main,
        "\nfn answer(number: u32, json: &str) -> String {{\n    match number {{\n{arms}        _ => String::new(),\n    }}\n}}\n"
    );
    fs::write(folder.join("src/main.rs"), main).expect("main.rs");
    let runtime = root.join("generator/runtime").display().to_string();
    let manifest = format!(
        "[package]\nname = \"roundtrip\"\nedition = \"2024\"\n[dependencies]\nclientsmith-runtime = {{ path = {runtime:?}, default-features = false, features = [\"client\"] }}\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).expect("Cargo.toml");
    // the versions that are here already, so that no network is needed
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("Cargo.lock");
    let answers = run(&folder, input);
    let answers: Vec<_> = answers.lines().map(read_answer).collect();
    assert_eq!(answers.len(), number, "an answer for every sample");
    answers
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
        json: serde_json::from_str(json).expect("JSON"),
        debug: debug.to_owned(),
    })
}

/// Writes a document's module, and gives the components with how their types are written.
fn write_module(document: &Document, folder: &Path) -> Vec<(String, String)> {
    let mut sink = Sink::new();
    let mut options = Options::default();
    options.form = Form::Module;
    options.module_path = Some(format!("crate::{}", document.name));
    options.runtime = Runtime::Dependency { path: None };
    let read = source::read_text(&document.name, document.text.clone(), &mut sink).expect("read");
    let parsed = document::parse_document(&read, &mut sink).expect("parsed");
    let api = lower::lower_api(&parsed, &mut sink);
    let package = plan::plan_package(&api, &document.name, &options, &mut sink);
    let files = emit::emit_package(&package, &mut sink);
    assert!(!sink.has_errors(), "{:?}", sink.finish());
    drop(sink.finish());
    let changes = plan_changes(&files, folder, &ManifestOptions::default());
    changes
        .and_then(|changes| changes.apply())
        .expect("a module tree");
    let written = |file: &plan::TypeFile| {
        let path = format!("{}::types::{}", document.name, file.name.as_str());
        let type_ = match &file.item {
            plan::TypeItem::Enumeration(_) => format!("clientsmith_runtime::Open<{path}>"),
            _ => path,
        };
        Some((file.component.clone()?, type_))
    };
    package.types.iter().filter_map(written).collect()
}

fn run(folder: &Path, input: String) -> String {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut child = Command::new(cargo)
        .args(["run", "--quiet", "--offline"])
        .env("CARGO_TARGET_DIR", root().join("target/roundtrip/target"))
        .env_remove("RUSTFLAGS")
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("cargo");
    let mut stdin = child.stdin.take().expect("standard input");
    let writing = thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("the program's output");
    // where it did not compile nobody reads, and what the compiler says is on standard error
    let _ = writing.join().expect("the writer");
    assert!(
        output.status.success(),
        "the program did not compile or failed"
    );
    String::from_utf8(output.stdout).expect("UTF-8")
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

fn root() -> PathBuf {
    let generator = Path::new(env!("CARGO_MANIFEST_DIR"));
    generator.parent().expect("the workspace").to_path_buf()
}

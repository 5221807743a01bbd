//! The compiler's word on a generated crate: `cargo check` with the dependencies already there, and what
//! the crate's own rustc took.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::{env, fs};

use clientsmith::File;
use clientsmith::options::ManifestOptions;
use clientsmith::write::plan_changes;
use heck::ToKebabCase;

use crate::rustc_usage::{self, Usage};

/// What the compiler said of a crate.
#[derive(Debug, Default)]
pub(crate) struct Compilation {
    /// Errors.
    pub(super) errors: usize,
    /// Warnings.
    pub(super) warnings: usize,
    /// What the crate's own rustc took; `None` where it did not run.
    pub(super) usage: Option<Usage>,
    /// Its words, the first of them.
    pub(super) said: String,
}

impl Compilation {
    /// A crate that could not even be given to the compiler.
    pub(super) fn failed(error: String) -> Self {
        Self {
            errors: 1,
            said: error,
            ..Self::default()
        }
    }

    /// Takes in what was said of another part of the crate; the dearest part is what counts.
    fn add(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.said.push_str(&other.said);
        let cpu = |usage: Option<Usage>| usage.map_or(0.0, |usage| usage.cpu_seconds);
        if cpu(other.usage) >= cpu(self.usage) {
            self.usage = other.usage;
        }
    }

    /// Whether there was nothing to say.
    pub(super) fn is_clean(&self) -> bool {
        self.errors == 0 && self.warnings == 0
    }
}

/// Compiles crates, each by itself, one after the other in each of the target folders.
pub(super) struct Rustc {
    root: PathBuf,
    /// Target folders that nobody is using.
    free: Mutex<Vec<PathBuf>>,
}

/// Lines of what the compiler says that are kept.
const LINES_KEPT: usize = 20;

impl Rustc {
    pub(super) fn new(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            free: Mutex::default(),
        }
    }

    /// Writes a document's crate below `target/corpus`, and checks it: whole, or some of its features
    /// one at a time.
    pub(super) fn check(
        &self,
        document: &str,
        files: &[File],
        features: &[String],
    ) -> Result<Compilation, String> {
        let name = crate_name(document);
        let folder = self.root.join("target/corpus").join(&name);
        let target = self.take_target();
        let compilation = self.write(&folder, files).and_then(|()| {
            let mut compilation = Compilation::default();
            for choice in choices(files, features) {
                compilation.add(cargo_check(&folder, &target, choice)?);
            }
            Ok(compilation)
        });
        if let Ok(mut free) = self.free.lock() {
            free.push(target);
        }
        compilation
    }

    fn take_target(&self) -> PathBuf {
        let free = self.free.lock().ok().and_then(|mut free| free.pop());
        free.unwrap_or_else(|| {
            let thread = format!("{:?}", std::thread::current().id());
            let thread: String = thread.chars().filter(char::is_ascii_digit).collect();
            self.root.join("target/corpus/target").join(thread)
        })
    }

    fn write(&self, folder: &Path, files: &[File]) -> Result<(), String> {
        let changes = plan_changes(files, folder, &ManifestOptions::default());
        changes
            .and_then(|changes| changes.apply())
            .map_err(|error| error.to_string())?;
        stand_alone(folder)?;
        // the versions that are here already
        fs::copy(self.root.join("Cargo.lock"), folder.join("Cargo.lock"))
            .map(drop)
            .map_err(|error| format!("Cargo.lock: {error}"))
    }
}

/// Makes a crate a workspace of its own, since it stands inside of ours. What a user adds is kept.
fn stand_alone(folder: &Path) -> Result<(), String> {
    let path = folder.join("Cargo.toml");
    let text = fs::read_to_string(&path).map_err(|error| format!("Cargo.toml: {error}"))?;
    if text.contains("[workspace]") {
        return Ok(());
    }
    fs::write(&path, format!("{text}\n[workspace]\n"))
        .map_err(|error| format!("Cargo.toml: {error}"))
}

/// More lines than this are not checked at once: 20 of the features are, one at a time.
const MOST_LINES: usize = 2_000_000;
const FEATURES_CHECKED: usize = 20;

/// The features that are checked, one at a time; `None`: those that are on by default.
fn choices<'f>(files: &[File], features: &'f [String]) -> Vec<Option<&'f str>> {
    let lines: usize = files.iter().map(|file| file.contents.lines().count()).sum();
    if lines <= MOST_LINES || features.is_empty() {
        return vec![None];
    }
    let step = features.len().div_ceil(FEATURES_CHECKED);
    features
        .iter()
        .step_by(step)
        .map(|feature| Some(feature.as_str()))
        .collect()
}

/// What a document's crate is called.
pub(super) fn crate_name(document: &str) -> String {
    format!(
        "corpus-{}",
        document.to_kebab_case().replace(['.', '_'], "-")
    )
}

fn cargo_check(folder: &Path, target: &Path, feature: Option<&str>) -> Result<Compilation, String> {
    let usage = folder.join("usage.json");
    let lib = folder.join("src/lib.rs");
    // as if it had changed: a crate that is up to date takes nothing
    let touched =
        fs::File::open(&lib).and_then(|file| file.set_modified(std::time::SystemTime::now()));
    touched.map_err(|error| format!("{}: {error}", lib.display()))?;
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .args(["check", "--offline", "--quiet", "--message-format=short"])
        .args(
            feature
                .into_iter()
                .flat_map(|feature| ["--no-default-features", "--features", feature]),
        )
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_INCREMENTAL", "0")
        .env_remove("RUSTFLAGS");
    rustc_usage::measure(&mut command, &usage)?;
    let output = command
        .output()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let count = |word: &str| said.lines().filter(|line| line.contains(word)).count();
    let errors = count(": error").max(usize::from(!output.status.success()));
    let warnings = count(": warning: ");
    Ok(Compilation {
        errors,
        warnings,
        usage: rustc_usage::read(&usage),
        said: said.lines().take(LINES_KEPT).collect::<Vec<_>>().join("\n"),
    })
}

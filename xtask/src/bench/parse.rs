//! What merely parsing a document takes: the measure for what generating from it may take. A program does it
//! (`programs/parse.rs`) that is compiled as the generator is, in a process of its own.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::process::{self, Limits};
use super::program::Program;
use super::statistics::{Repeat, Series};

/// What parsing a document took.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Parsed {
    /// Into the generator's own tree: order, every digit, duplicates reported.
    pub(super) tree: Result<Series, String>,
    /// Into `serde_json::Value` (with `arbitrary_precision`) or `serde_yaml::Value`.
    pub(super) value: Result<Series, String>,
}

/// Builds the program.
///
/// # Errors
///
/// It does not build.
pub(super) fn build(root: &Path) -> Result<PathBuf, String> {
    let generator = root.join("generator").display().to_string();
    let program = Program {
        name: "bench-parse",
        dependencies: format!(
            "clientsmith = {{ path = {generator:?} }}\nserde_json = \"1\"\nserde_yaml = \"0.9\"\n"
        ),
        text: include_str!("programs/parse.rs"),
    };
    program.assemble(root)?;
    program.build(root)
}

/// Runs it on a document.
pub(super) fn measure(
    root: &Path,
    program: &Path,
    document: &Path,
    limits: Limits,
    repeat: Repeat,
) -> Parsed {
    let take = |into: &str| {
        Series::take(repeat, || {
            let mut command = process::limited(program, limits);
            command.arg(into).arg(document);
            process::run(&mut command, &root.join("target/bench/parse.log"))
        })
    };
    Parsed {
        tree: take("tree"),
        value: take("value"),
    }
}

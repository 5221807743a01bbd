//! What was measured, as JSON in `target/bench/report.json`: document by document, generator by generator.
//! What a run does not measure stays as an earlier one had it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde::{Deserialize, Serialize};

use super::compile::Compiled;
use super::parse::Parsed;
use super::size::{Size, Work};
use super::statistics::Series;

/// All that was measured.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Report {
    /// `rustc --version`.
    pub(super) rustc: String,
    pub(super) documents: BTreeMap<String, Subject>,
}

/// A document.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Subject {
    /// Its length.
    pub(super) bytes: u64,
    /// What parsing it takes.
    pub(super) parsed: Option<Parsed>,
    /// By the generator's name.
    pub(super) generators: BTreeMap<String, Measured>,
}

/// A generator on a document.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub(super) struct Measured {
    /// What it says of its version.
    pub(super) version: String,
    /// What generating took.
    pub(super) generation: Option<Series>,
    /// How much was generated.
    pub(super) size: Option<Size>,
    /// What is in it for rustc; counted of ours.
    pub(super) work: Option<Work>,
    /// What its crate takes to compile, by way of compiling.
    pub(super) compiled: BTreeMap<String, Compiled>,
    /// Why it went no further.
    pub(super) failure: Option<String>,
}

const PATH: &str = "target/bench/report.json";

impl Report {
    /// The report of the runs before this one; an empty one where there is none that can be read.
    pub(super) fn load(root: &Path) -> Self {
        let text = fs::read(root.join(PATH)).unwrap_or_default();
        let mut report: Self = serde_json::from_slice(&text).unwrap_or_default();
        let rustc = Command::new("rustc").arg("--version").output();
        let rustc = rustc.map(|output| output.stdout).unwrap_or_default();
        report.rustc = String::from_utf8_lossy(&rustc).trim().to_owned();
        report
    }

    /// Puts it in the place of the last one.
    ///
    /// # Errors
    ///
    /// It cannot be written.
    pub(super) fn write(&self, root: &Path) -> Result<(), String> {
        super::write_json(root, PATH, self)
    }
}

impl Measured {
    /// Takes in what a later run found. How it compiles the run may not have asked.
    pub(super) fn update(&mut self, later: Self) {
        let mut compiled = std::mem::take(&mut self.compiled);
        compiled.extend(later.compiled.clone());
        *self = Self { compiled, ..later };
    }
}

//! The report of a run as JSON, in `target/corpus/report.json`, and what changed since the last one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Document;
use crate::rustc_usage::Usage;

/// A run, document by document.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Report {
    documents: BTreeMap<String, Entry>,
}

/// A document in a report.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    dialect: String,
    written_operations: usize,
    operations: usize,
    types: usize,
    schemas: usize,
    degraded: usize,
    lines: usize,
    generate_seconds: f64,
    codes: BTreeMap<String, usize>,
    errors: Option<usize>,
    warnings: Option<usize>,
    rustc: Option<Usage>,
}

impl Report {
    pub(super) fn of(documents: &[Document]) -> Self {
        let entry = |document: &Document| (document.name.clone(), Entry::of(document));
        Self {
            documents: documents.iter().map(entry).collect(),
        }
    }

    /// Prints what differs from the last report, and puts this one in its place. Documents that did not
    /// run this time stay as they were.
    pub(super) fn compare_and_write(mut self, root: &Path) -> Result<(), String> {
        let path = root.join("target/corpus/report.json");
        let last = fs::read(&path)
            .ok()
            .and_then(|text| serde_json::from_slice::<Self>(&text).ok());
        for (name, last) in last.into_iter().flat_map(|report| report.documents) {
            match self.documents.get_mut(&name) {
                Some(entry) => entry.compare(&name, last),
                None => {
                    self.documents.insert(name, last);
                }
            }
        }
        let text =
            serde_json::to_string_pretty(&self).map_err(|error| format!("report: {error}"))?;
        fs::create_dir_all(root.join("target/corpus"))
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| format!("{}: {error}", path.display()))
    }
}

impl Entry {
    fn of(document: &Document) -> Self {
        let generation = &document.generation;
        let codes = generation.codes.iter();
        let compilation = document.compilation.as_ref();
        Self {
            dialect: generation.dialect.clone(),
            written_operations: generation.written_operations,
            operations: generation.operations,
            types: generation.types,
            schemas: generation.schemas,
            degraded: generation.degraded,
            lines: generation.lines,
            generate_seconds: generation.time.as_secs_f64(),
            codes: codes
                .map(|(code, count)| ((*code).to_owned(), *count))
                .collect(),
            errors: compilation.map(|compilation| compilation.errors),
            warnings: compilation.map(|compilation| compilation.warnings),
            rustc: compilation.and_then(|compilation| compilation.usage),
        }
    }

    /// Prints what changed; what was not asked this time is taken from the last run.
    fn compare(&mut self, name: &str, last: Self) {
        let changed = |what: &str, before: usize, now: usize| {
            if before != now {
                println!("{name}: {what} {before} -> {now}");
            }
        };
        changed("operations", last.operations, self.operations);
        changed("types", last.types, self.types);
        changed("degraded schemas", last.degraded, self.degraded);
        changed("lines", last.lines, self.lines);
        changed(
            "diagnostics",
            last.codes.values().sum(),
            self.codes.values().sum(),
        );
        if self.errors.is_none() {
            (self.errors, self.warnings, self.rustc) = (last.errors, last.warnings, last.rustc);
        }
    }
}

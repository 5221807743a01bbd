//! What came of the documents: kept in a folder, a file each, so that a run can be gone on with; and the
//! table of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use comfy_table::{CellAlignment, Table, presets};
use serde::{Deserialize, Serialize};

/// What came of a document.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Outcome {
    /// Components, their forms in requests, and what bodies have inline.
    pub(super) schemas: usize,
    /// Those of them that are any JSON in Rust, and so come back trivially.
    pub(super) any: usize,
    /// What is sent part by part beside: no JSON, and never read.
    pub(super) parts: usize,
    /// Those without a sample, by the reason.
    pub(super) excluded: BTreeMap<String, Vec<String>>,
    /// Samples that went through.
    pub(super) samples: usize,
    /// Those of them with values that no enumeration lists.
    pub(super) unknown_values: usize,
    /// Those of them that are variants that no union lists.
    pub(super) unknown_variants: usize,
    /// Those of them with properties that no schema declares.
    pub(super) unknown_fields: usize,
    /// Those of them that came back the same.
    pub(super) same: usize,
    /// Those of them that did not.
    pub(super) different: Vec<String>,
    /// Samples that were not valid, and were not sent through.
    pub(super) invalid: usize,
    /// Why there is nothing else.
    pub(super) failure: Option<String>,
}

impl Outcome {
    pub(super) fn failed(failure: String) -> Self {
        Self {
            failure: Some(failure),
            ..Self::default()
        }
    }

    pub(super) fn exclude(&mut self, reason: &str, what: &str) {
        let excluded = self.excluded.entry(reason.to_owned()).or_default();
        excluded.push(what.to_owned());
    }

    fn exclusions(&self) -> usize {
        self.excluded.values().map(Vec::len).sum()
    }

    /// Samples that hold something that the document does not know.
    fn unknown(&self) -> usize {
        self.unknown_values + self.unknown_variants + self.unknown_fields
    }

    pub(super) fn is_clean(&self) -> bool {
        self.failure.is_none() && self.different.is_empty()
    }
}

/// The folder of outcomes.
pub(super) struct Report {
    folder: PathBuf,
}

impl Report {
    pub(super) fn at(root: &Path) -> Result<Self, String> {
        let folder = root.join("target/roundtrip/report");
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(Self { folder })
    }

    /// What is on record of a document.
    pub(super) fn read(&self, document: &str) -> Option<Outcome> {
        let text = fs::read_to_string(self.place(document)).ok()?; // nothing yet, then
        serde_json::from_str(&text).ok()
    }

    pub(super) fn write(&self, document: &str, outcome: &Outcome) -> Result<(), String> {
        let text = serde_json::to_string_pretty(outcome).map_err(|error| error.to_string())?;
        fs::write(self.place(document), text).map_err(|error| format!("{document}: {error}"))
    }

    fn place(&self, document: &str) -> PathBuf {
        self.folder.join(format!("{document}.json"))
    }
}

/// How much is shown of what is different; all of it stands in the report.
const SHOWN: usize = 600;

const COLUMNS: &[&str] = &[
    "document",
    "schemas",
    "any JSON",
    "excluded",
    "samples",
    "unknown",
    "the same",
    "different",
];

/// Prints the table, what is different, the exclusions by reason, and the sums.
pub(super) fn print(outcomes: &[(String, Outcome)]) {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_header(COLUMNS);
    for (name, outcome) in outcomes {
        let figures = [
            outcome.schemas,
            outcome.any,
            outcome.exclusions(),
            outcome.samples,
            outcome.unknown(),
            outcome.same,
            outcome.different.len(),
        ];
        let figures = figures.map(|figure| figure.to_string());
        table.add_row([name.clone()].into_iter().chain(figures));
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    println!("{table}");
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, outcome) in outcomes {
        if let Some(failure) = &outcome.failure {
            println!("{name}: {failure}");
        }
        for different in &outcome.different {
            println!(
                "{name}: {}",
                different.chars().take(SHOWN).collect::<String>()
            );
        }
        for (reason, excluded) in &outcome.excluded {
            *reasons.entry(reason).or_default() += excluded.len();
        }
    }
    for (reason, count) in reasons {
        println!("{count:>8} excluded: {reason}");
    }
    println!("{}", sums(outcomes));
}

fn sums(outcomes: &[(String, Outcome)]) -> String {
    let sum = |figure: fn(&Outcome) -> usize| {
        let figures = outcomes.iter().map(|(_, outcome)| figure(outcome));
        figures.sum::<usize>()
    };
    let (schemas, excluded) = (sum(|outcome| outcome.schemas), sum(Outcome::exclusions));
    format!(
        "{} documents, {} without an answer: {} of {} samples come back the same, {} of them with unknown values of enumerations, \
         {} with unknown variants, {} with unknown properties; \
         {schemas} schemas ({} more are sent part by part, and never read), {} of them any JSON, {excluded} excluded ({:.2} %); {} samples made were not valid",
        outcomes.len(),
        outcomes
            .iter()
            .filter(|(_, outcome)| outcome.failure.is_some())
            .count(),
        sum(|outcome| outcome.same),
        sum(|outcome| outcome.samples),
        sum(|outcome| outcome.unknown_values),
        sum(|outcome| outcome.unknown_variants),
        sum(|outcome| outcome.unknown_fields),
        sum(|outcome| outcome.parts),
        sum(|outcome| outcome.any),
        100.0 * excluded as f64 / schemas.max(1) as f64,
        sum(|outcome| outcome.invalid),
    )
}

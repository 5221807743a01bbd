//! What came of the documents, as tables: what agrees, what is excluded and why, what is left. Nothing is
//! checked here.

use std::collections::BTreeSet;

use comfy_table::{CellAlignment, Table, presets};

use super::exclusions::{Exclusions, Used};
use super::records::Disagreement;

/// What came of a document.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) operations: usize,
    /// The operations of tags that are not called.
    pub(super) left_out: usize,
    pub(super) requests: usize,
    /// Where a request is not what the document asks for, or there is none.
    pub(super) disagreements: Vec<Disagreement>,
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

    /// In a line.
    pub(super) fn said(&self) -> String {
        match &self.failure {
            Some(failure) => failure.clone(),
            None => format!(
                "{} operations, {} requests, {} disagreements before exclusions",
                self.operations,
                self.requests,
                self.disagreements.len()
            ),
        }
    }
}

/// How much is shown of what is said.
const SHOWN: usize = 400;

const COLUMNS: &[&str] = &[
    "document",
    "operations",
    "requests",
    "agree",
    "excluded",
    "disagree",
];

/// What is made of all documents.
#[derive(Default)]
struct Summary<'o> {
    rows: Vec<(&'o str, [usize; 5])>,
    used: Used<'o>,
    wrong: Vec<String>,
}

/// Prints the table, what disagrees, the exclusions by reason, and the sums; `is_whole`: all of the corpus
/// was run, so that what is excluded of any document must be needed.
///
/// # Errors
///
/// Where anything disagrees that is not excluded, a document gave no answer, or an exclusion is not needed.
pub(super) fn print(
    outcomes: &[(String, Outcome)],
    exclusions: &Exclusions,
    is_whole: bool,
) -> Result<(), String> {
    let mut summary = Summary::default();
    for (name, outcome) in outcomes {
        summary.add(name, outcome, exclusions);
    }
    let run: BTreeSet<_> = outcomes.iter().map(|(name, _)| name.as_str()).collect();
    let unneeded = exclusions.unneeded(&summary.used, &run, is_whole);
    summary.wrong.extend(unneeded);
    print_table(&summary.rows);
    for wrong in &summary.wrong {
        println!("{wrong}");
    }
    exclusions.print(&summary.used);
    let left_out: usize = outcomes.iter().map(|(_, outcome)| outcome.left_out).sum();
    print_sums(&summary.rows, left_out);
    match summary.wrong.len() {
        0 => Ok(()),
        count => Err(format!("{count} things are wrong")),
    }
}

impl<'o> Summary<'o> {
    fn add(&mut self, name: &'o str, outcome: &'o Outcome, exclusions: &Exclusions) {
        let mut excluded = BTreeSet::new();
        let mut open = BTreeSet::new();
        for disagreement in &outcome.disagreements {
            let operation = disagreement.operation.as_str();
            if let Some(number) = exclusions.of(name, disagreement) {
                let uses = self.used.entry(number).or_default();
                uses.insert((name, operation));
                excluded.insert(operation);
            } else {
                let says: String = disagreement.says.chars().take(SHOWN).collect();
                self.wrong.push(format!("{name}: {operation}: {says}"));
                open.insert(operation);
            }
        }
        let failure = outcome.failure.iter();
        self.wrong
            .extend(failure.map(|failure| format!("{name}: {failure}")));
        let (open, excluded) = (open.len(), excluded.difference(&open).count());
        let agree = outcome.operations.saturating_sub(excluded + open);
        let figures = [outcome.operations, outcome.requests, agree, excluded, open];
        self.rows.push((name, figures));
    }
}

fn print_table(rows: &[(&str, [usize; 5])]) {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_header(COLUMNS);
    for (name, figures) in rows {
        let figures = figures.iter().map(ToString::to_string);
        table.add_row([(*name).to_owned()].into_iter().chain(figures));
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    println!("{table}");
}

fn print_sums(rows: &[(&str, [usize; 5])], left_out: usize) {
    let mut sums = [0; 5];
    for (_, figures) in rows {
        for (sum, figure) in sums.iter_mut().zip(figures) {
            *sum += figure;
        }
    }
    let [operations, requests, agree, excluded, disagree] = sums;
    println!(
        "{} documents: {operations} operations, {requests} requests; {agree} operations agree with the document, \
         {excluded} are excluded, {disagree} disagree; {left_out} more, of large documents, are not called",
        rows.len()
    );
}

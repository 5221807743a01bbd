//! `cargo xtask roundtrip DIR`: for each schema of real documents, sample values are made from the schema,
//! held against it by a validator that is not ours, read into the generated type and written back: the
//! same JSON must come out. Here: the run; a document's own part is in `document.rs`.

mod document;
#[path = "../../../generator/tests/roundtrip/program.rs"]
mod program;
mod report;

use std::path::Path;

use report::{Outcome, Report};

use crate::corpus;

/// Runs the documents that are asked for: `DIR [--only NAME] [--some N] [--resume]`.
///
/// # Errors
///
/// Where a value came back as another, was refused, or a document gave no answer.
pub(crate) fn run(root: &Path, arguments: &[&str]) -> Result<(), String> {
    let (resume, arguments): (Vec<_>, Vec<_>) = arguments
        .iter()
        .copied()
        .partition(|argument| *argument == "--resume");
    let paths = corpus::choose(&arguments)?;
    let report = Report::at(root)?;
    let mut outcomes = Vec::new();
    for path in paths {
        let name = corpus::name(&path);
        let known = report.read(&name).filter(|_| !resume.is_empty());
        let outcome = match known {
            Some(outcome) => outcome,
            None => {
                let outcome = document::run(&path).unwrap_or_else(Outcome::failed);
                report.write(&name, &outcome)?;
                outcome
            }
        };
        eprintln!(
            "{name}: {} of {}{}",
            outcome.same,
            outcome.samples,
            outcome
                .failure
                .as_deref()
                .map_or(String::new(), |failure| format!(": {failure}"))
        );
        outcomes.push((name, outcome));
    }
    report::print(&outcomes);
    match outcomes.iter().all(|(_, outcome)| outcome.is_clean()) {
        true => Ok(()),
        false => Err("not every value came back as it was".to_owned()),
    }
}

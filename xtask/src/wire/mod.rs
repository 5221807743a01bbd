//! `cargo xtask wire DIR`: for real documents, a call of every operation is built with sample arguments and
//! sent into the recording transport, and something that is not ours says whether each request is what the
//! document asks for: openapi-core, a Python package. Here: the run; a document's own part is in
//! `document.rs`.

mod bodies;
mod calls;
mod document;
mod exclusions;
mod program;
mod records;
mod report;
mod samples;
mod validator;

use std::path::Path;

use exclusions::Exclusions;
use records::Records;
use report::Outcome;
use validator::Validator;

use crate::corpus;

/// Runs the documents that are asked for: `DIR [--only NAME] [--some N] [--resume]`. With `--resume`, requests
/// that an earlier run recorded are not made again, only checked.
///
/// # Errors
///
/// Where a request is not what the document asks for and no exclusion says why, a document gave no answer,
/// or an exclusion is not needed.
pub(crate) fn run(root: &Path, arguments: &[&str]) -> Result<(), String> {
    let (resume, arguments): (Vec<_>, Vec<_>) = arguments
        .iter()
        .copied()
        .partition(|argument| *argument == "--resume");
    let paths = corpus::choose(&arguments)?;
    let is_whole = arguments.len() == 1;
    let exclusions = Exclusions::read()?;
    let validator = Validator::install(root)?;
    validator.check_itself()?;
    let records = Records::at(root)?;
    let mut outcomes = Vec::new();
    for path in paths {
        let name = corpus::name(&path);
        let known = match resume.is_empty() {
            true => None,
            false => records.read(&name),
        };
        let recorded = match known {
            Some(recorded) => Ok(recorded),
            None => document::record(root, &path),
        };
        let outcome = recorded
            .and_then(|recorded| {
                records.write(&name, &recorded)?;
                document::check(&validator, &path, recorded)
            })
            .unwrap_or_else(Outcome::failed);
        eprintln!("{name}: {}", outcome.said());
        outcomes.push((name, outcome));
    }
    report::print(&outcomes, &exclusions, is_whole)
}

//! The diagnostics on record: `xtask/corpus-diagnostics.txt` has a line for each document and code, with
//! the count. A count that differs fails, and so does a line that nothing needs.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{Arguments, Document};

const RECORD: &str = "xtask/corpus-diagnostics.txt";

const HEADER: &str = "\
# What is said of each document of the corpus: document, code, count. Made by
# `cargo xtask corpus DIR --record`; a difference fails the run without `--record`.
";

/// Counts by document and code.
type Counts = BTreeMap<(String, String), usize>;

/// What differs from the record; with `--record` it is written anew instead.
pub(super) fn compare(
    root: &Path,
    documents: &[Document],
    arguments: &Arguments,
) -> Result<Vec<String>, String> {
    let path = root.join(RECORD);
    let found = found(documents);
    let ran = |document: &str| documents.iter().any(|ran| ran.name == document);
    let mut recorded = match fs::read_to_string(&path) {
        Ok(text) => parse(&text)?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Counts::new(),
        Err(error) => return Err(format!("{RECORD}: {error}")),
    };
    if arguments.record {
        recorded.retain(|(document, _), _| arguments.only.is_some() && !ran(document));
        recorded.extend(found);
        let text = format!("{HEADER}{}", shown(&recorded));
        fs::write(&path, text).map_err(|error| format!("{RECORD}: {error}"))?;
        println!("{RECORD}: {} lines", recorded.len());
        return Ok(Vec::new());
    }
    if arguments.only.is_some() {
        recorded.retain(|(document, _), _| ran(document));
    }
    Ok(differences(&found, &recorded))
}

fn found(documents: &[Document]) -> Counts {
    let counts = documents.iter().flat_map(|document| {
        let codes = document.generation.codes.iter();
        codes.map(|(code, count)| ((document.name.clone(), (*code).to_owned()), *count))
    });
    counts.collect()
}

fn differences(found: &Counts, recorded: &Counts) -> Vec<String> {
    let mut differences = Vec::new();
    for ((document, code), count) in found {
        let known = recorded
            .get(&(document.clone(), code.clone()))
            .copied()
            .unwrap_or_default();
        if *count != known {
            differences.push(format!("{document}: {count} {code}, {known} on record"));
        }
    }
    for ((document, code), count) in recorded {
        if !found.contains_key(&(document.clone(), code.clone())) {
            differences.push(format!("{document}: no {code}, {count} on record"));
        }
    }
    differences
}

fn parse(text: &str) -> Result<Counts, String> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(
            |line| match line.split(' ').collect::<Vec<_>>().as_slice() {
                [document, code, count] => {
                    let count = count.parse().map_err(|_| format!("{RECORD}: `{line}`"))?;
                    Ok((((*document).to_owned(), (*code).to_owned()), count))
                }
                _ => Err(format!(
                    "{RECORD}: `{line}` is not a document, a code and a count"
                )),
            },
        )
        .collect()
}

fn shown(counts: &Counts) -> String {
    let lines = counts
        .iter()
        .map(|((document, code), count)| format!("{document} {code} {count}\n"));
    lines.collect()
}

//! What things cost on record: `xtask/bench-record.txt`. Figures are there that are the same on every machine, or
//! nearly: lines, bytes, function bodies, crates, allocations, and peak memory, which depends on rustc's version.
//! No times. What got dearer by more than its tolerance fails the run.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::generator::Kind;
use super::report::Report;
use crate::corpus::name;

const RECORD: &str = "xtask/bench-record.txt";

const HEADER: &str = "\
# What things cost: subject, figure, count. Made by `cargo xtask bench … --record`; without it, what is
# dearer by more than a tolerance fails the run (memory 10 %, everything else 2 %).
";

/// How much dearer is no matter, in percent: memory differs from run to run, and from rustc to rustc.
const TOLERANCE: f64 = 2.0;
const TOLERANCE_OF_MEMORY: f64 = 10.0;

/// Counts, by subject and figure.
pub(super) type Figures = BTreeMap<(String, String), u64>;

/// The figures of our crates, of documents that were measured.
pub(super) fn of_report(report: &Report, documents: &[PathBuf]) -> Figures {
    let mut figures = Figures::new();
    for document in documents {
        let document = name(document);
        let subject = report.documents.get(&document);
        let ours = subject.and_then(|subject| subject.generators.get(Kind::Ours.name()));
        let Some(ours) = ours else { continue };
        let mut put = |figure: &str, count: u64| {
            figures.insert((document.clone(), figure.to_owned()), count);
        };
        if let Some(size) = ours.size {
            put("lines", count(size.lines));
            put("bytes", count(size.bytes));
        }
        if let Some(work) = ours.work {
            put("bodies", count(work.bodies));
            put("derives", count(work.derives));
        }
        if let Some(generation) = ours.generation {
            put("generate-megabytes", generation.megabytes.round() as u64);
        }
        if let Some(check) = ours.compiled.get("check") {
            put("check-megabytes", check.whole.megabytes.round() as u64);
        }
    }
    figures
}

/// A count as it stands on record.
pub(super) fn count(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// What got dearer than on record; what got cheaper is said. With `--record` it is written anew instead.
///
/// # Errors
///
/// The record cannot be read or written.
pub(super) fn compare(root: &Path, found: Figures, record: bool) -> Result<Vec<String>, String> {
    let path = root.join(RECORD);
    let mut recorded = match fs::read_to_string(&path) {
        Ok(text) => parse(&text)?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Figures::new(),
        Err(error) => return Err(format!("{RECORD}: {error}")),
    };
    if record {
        recorded.extend(found);
        let text = format!("{HEADER}{}", shown(&recorded));
        fs::write(&path, text).map_err(|error| format!("{RECORD}: {error}"))?;
        println!("{RECORD}: {} figures", recorded.len());
        return Ok(Vec::new());
    }
    let mut dearer = Vec::new();
    for ((subject, figure), now) in found {
        match recorded.get(&(subject.clone(), figure.clone())) {
            None => println!("{subject}: {figure} {now}, not on record"),
            Some(before) => match change(&figure, *before, now) {
                Change::None => {}
                Change::Dearer(percent) => {
                    dearer.push(format!(
                        "{subject}: {figure} {before} -> {now} (+{percent:.1} %)"
                    ));
                }
                Change::Cheaper(percent) => {
                    println!(
                        "{subject}: {figure} {before} -> {now} (-{percent:.1} %): put it on record"
                    );
                }
            },
        }
    }
    Ok(dearer)
}

/// How a figure differs from the record.
#[derive(Debug, PartialEq)]
enum Change {
    /// Not, or no more than its tolerance.
    None,
    /// By so many percent.
    Dearer(f64),
    /// By so many percent.
    Cheaper(f64),
}

fn change(figure: &str, before: u64, now: u64) -> Change {
    let percent = 100.0 * (now as f64 - before as f64) / (before.max(1)) as f64;
    let tolerance = match figure.ends_with("megabytes") {
        true => TOLERANCE_OF_MEMORY,
        false => TOLERANCE,
    };
    match percent {
        percent if percent > tolerance => Change::Dearer(percent),
        percent if percent < -tolerance => Change::Cheaper(-percent),
        _ => Change::None,
    }
}

fn parse(text: &str) -> Result<Figures, String> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let words: Vec<_> = line.split(' ').collect();
            match words.as_slice() {
                [subject, figure, count] => {
                    let count = count.parse().map_err(|_| format!("{RECORD}: `{line}`"))?;
                    Ok((((*subject).to_owned(), (*figure).to_owned()), count))
                }
                _ => Err(format!(
                    "{RECORD}: `{line}` is not a subject, a figure and a count"
                )),
            }
        })
        .collect()
}

fn shown(figures: &Figures) -> String {
    let lines = figures
        .iter()
        .map(|((subject, figure), count)| format!("{subject} {figure} {count}\n"));
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_got_dearer_is_told_from_what_wavers() {
        assert_eq!(change("lines", 1000, 1019), Change::None);
        assert!(matches!(change("lines", 1000, 1030), Change::Dearer(_)));
        assert_eq!(change("check-megabytes", 1000, 1090), Change::None);
        assert!(matches!(
            change("check-megabytes", 1000, 1110),
            Change::Dearer(_)
        ));
        assert!(matches!(change("bodies", 1000, 500), Change::Cheaper(_)));
    }

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let mut figures = Figures::new();
        figures.insert(("github".to_owned(), "lines".to_owned()), 12);
        figures.insert(("stripe".to_owned(), "bytes".to_owned()), 3456);
        assert_eq!(parse(&format!("{HEADER}{}", shown(&figures))), Ok(figures));
    }
}

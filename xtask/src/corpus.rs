//! `cargo xtask corpus DIR`: real documents, which are not in the repository. Each is generated twice and
//! must give the same bytes; what there is to say about all of them is counted by code.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{fs, io};

use clientsmith::options::Options;
use clientsmith::{Input, generate};

/// What came of all documents.
#[derive(Default)]
struct Totals {
    documents: usize,
    without_client: Vec<String>,
    unstable: Vec<String>,
    codes: BTreeMap<&'static str, usize>,
    slowest: Option<(Duration, String)>,
}

/// Runs every document below a folder.
pub(crate) fn run(folder: &Path) -> Result<(), String> {
    let mut paths = Vec::new();
    collect(folder, &mut paths).map_err(|error| format!("{}: {error}", folder.display()))?;
    paths.sort();
    let mut totals = Totals::default();
    for path in &paths {
        one(path, &mut totals);
    }
    print(&totals);
    match totals.unstable.is_empty() {
        true => Ok(()),
        false => Err(format!(
            "not the same bytes twice: {}",
            totals.unstable.join(", ")
        )),
    }
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_dir() {
            collect(&path, paths)?;
        } else if matches!(extension, Some("json" | "yaml" | "yml")) {
            paths.push(path);
        }
    }
    Ok(())
}

fn one(path: &Path, totals: &mut Totals) {
    let name = path.display().to_string();
    let start = Instant::now();
    let outcome = generate(Input::Path(path), &Options::default());
    let elapsed = start.elapsed();
    let again = generate(Input::Path(path), &Options::default());
    totals.documents += 1;
    if outcome.files != again.files {
        totals.unstable.push(name.clone());
    }
    if outcome.has_errors() {
        totals.without_client.push(name.clone());
    }
    for diagnostic in &outcome.diagnostics {
        *totals.codes.entry(diagnostic.code.name).or_default() += 1;
    }
    if totals
        .slowest
        .as_ref()
        .is_none_or(|(slowest, _)| elapsed > *slowest)
    {
        totals.slowest = Some((elapsed, name));
    }
}

fn print(totals: &Totals) {
    println!("{} documents", totals.documents);
    for name in &totals.without_client {
        println!("no client: {name}");
    }
    for (code, count) in &totals.codes {
        println!("{count:>8} {code}");
    }
    if let Some((elapsed, name)) = &totals.slowest {
        println!("slowest: {name}, {:.1} s", elapsed.as_secs_f64());
    }
}

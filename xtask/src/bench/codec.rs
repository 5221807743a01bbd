//! `cargo xtask bench codec DIR`: decoding and encoding a 10 MB list of GitHub's repositories by the generated types,
//! beside structs with serde's derive, in one run (`programs/codec.rs`). CPU time and allocations.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::arguments::Arguments;
use super::generator::{self, Kind, PACKAGE};
use super::process;
use super::program::Program;
use super::record::{self, Figures};
use super::table;

/// The document that has the list.
const DOCUMENT: &str = "github";

/// So many rounds for each run that is asked for.
const ROUNDS: usize = 6;

/// What the program says.
#[derive(Debug, Deserialize)]
struct Found {
    bytes: usize,
    items: usize,
    decode: Pair,
    encode: Pair,
}

#[derive(Debug, Deserialize)]
struct Pair {
    ours: Taken,
    serde: Taken,
}

#[derive(Debug, Clone, Copy, Deserialize)]
struct Taken {
    milliseconds: f64,
    allocations: usize,
    reallocations: usize,
    bytes_allocated: usize,
}

/// Runs it.
///
/// # Errors
///
/// Something does not build or run, or allocates more than on record.
pub(crate) fn run(root: &Path, arguments: &Arguments) -> Result<(), String> {
    let document = arguments.document(DOCUMENT)?;
    let program = Program {
        name: "bench-codec",
        dependencies: format!(
            "{PACKAGE} = {{ path = \"client\", default-features = false, features = [\"repos\"] }}\n\
             cpu-time = \"1\"\nserde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\nstats_alloc = \"0.1\"\n"
        ),
        text: include_str!("programs/codec.rs"),
    };
    program.assemble(root)?;
    let folder = program.folder(root);
    let client = folder.join("client");
    let ours = generator::ours(root)?.into_iter();
    for generator in ours.filter(|generator| generator.kind == Kind::Ours) {
        let mut command = generator.command(root, &document, &client, arguments.limits);
        process::run(&mut command, &folder.join("generate.log"))?;
    }
    let path = program.build(root)?;
    let found = root.join("target/bench/codec.json");
    let rounds = arguments.runs * ROUNDS;
    let mut command = process::limited(&path, arguments.limits);
    command.arg(&document).arg(rounds.to_string()).arg(&found);
    process::run(&mut command, &folder.join("run.log"))?;
    let text = fs::read(&found).map_err(|error| format!("{}: {error}", found.display()))?;
    let found: Found = serde_json::from_slice(&text).map_err(|error| format!("codec: {error}"))?;
    print(&found, rounds);
    let dearer = record::compare(root, figures(&found), arguments.record)?;
    match dearer.is_empty() {
        true => Ok(()),
        false => Err(dearer.join("\n")),
    }
}

fn print(found: &Found, rounds: usize) {
    let columns = [
        "",
        "by",
        "CPU",
        "MB/s",
        "allocations",
        "grown",
        "MB allocated",
    ];
    let mut table = table::begin(&columns, 2);
    for (what, pair) in [("decode", &found.decode), ("encode", &found.encode)] {
        for (by, taken) in [
            ("generated types", pair.ours),
            ("serde's derive", pair.serde),
        ] {
            table.add_row([
                what.to_owned(),
                by.to_owned(),
                format!("{:.1} ms", taken.milliseconds),
                format!("{:.0}", found.bytes as f64 / taken.milliseconds / 1e3),
                taken.allocations.to_string(),
                taken.reallocations.to_string(),
                format!("{:.1}", taken.bytes_allocated as f64 / 1e6),
            ]);
        }
    }
    println!("{table}\n");
    println!(
        "{} repositories, {:.1} MB; medians of {rounds} rounds in turn. Ours takes {:.2} of serde's time to decode, {:.2} to encode.",
        found.items,
        found.bytes as f64 / 1e6,
        found.decode.ours.milliseconds / found.decode.serde.milliseconds,
        found.encode.ours.milliseconds / found.encode.serde.milliseconds,
    );
}

fn figures(found: &Found) -> Figures {
    let mut figures = Figures::new();
    for (figure, taken) in [("decode", found.decode.ours), ("encode", found.encode.ours)] {
        let allocations = record::count(taken.allocations + taken.reallocations);
        figures.insert(
            ("codec".to_owned(), format!("{figure}-allocations")),
            allocations,
        );
    }
    figures
}

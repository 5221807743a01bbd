//! `cargo xtask bench crates DIR`: what generating takes, and what compiling the generated crate by itself takes,
//! over documents, ours and the rivals that are installed.

use std::fs;
use std::path::{Path, PathBuf};

use heck::ToKebabCase;

use super::arguments::Arguments;
use super::compile::Crate;
use super::generator::{self, Generator, PACKAGE};
use super::parse;
use super::process;
use super::report::{Measured, Report};
use super::size::{Size, Work};
use super::statistics::{Repeat, Series};
use super::{ratio, record, table};
use crate::corpus::name;

/// Documents beyond this length are generated from, and not compiled: Microsoft Graph, whose client is compiled by
/// its features.
const LARGE: u64 = 20_000_000;

/// Runs it all.
///
/// # Errors
///
/// Ours fails somewhere, or something is dearer than on record. A rival that fails is on the report.
pub(crate) fn run(root: &Path, arguments: &Arguments) -> Result<(), String> {
    let documents = arguments.documents()?;
    let mut generators = generator::ours(root)?;
    let parser = parse::build(root)?;
    generators.extend(generator::rivals(arguments.rivals.as_deref()));
    generators.retain(|generator| arguments.asks_for(generator.kind.name()));
    let mut report = Report::load(root);
    let mut wrong = Vec::new();
    for document in &documents {
        let name = name(document);
        let subject = report.documents.entry(name.clone()).or_default();
        subject.bytes = fs::metadata(document).map_or(0, |metadata| metadata.len());
        if generators
            .iter()
            .any(|generator| !generator.kind.is_rival())
        {
            eprintln!("{name}: parse");
            let parsed =
                parse::measure(root, &parser, document, arguments.limits, arguments.ours());
            subject.parsed = Some(parsed);
        }
        for generator in &generators {
            eprintln!("{name}: {}", generator.kind.name());
            let measured = measure(root, document, generator, arguments);
            if let (Some(failure), false) = (&measured.failure, generator.kind.is_rival()) {
                wrong.push(format!("{name}: {}: {failure}", generator.kind.name()));
            }
            let subject = report.documents.entry(name.clone()).or_default();
            let entry = subject.generators.entry(generator.kind.name().to_owned());
            entry.or_default().update(measured);
            report.write(root)?; // hours may follow
        }
    }
    super::remove_folder(&root.join(super::OLD))?;
    table::print(&report);
    ratio::print(&report);
    wrong.extend(record::compare(
        root,
        record::of_report(&report, &documents),
        arguments.record,
    )?);
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong.join("\n")),
    }
}

/// One generator on one document.
fn measure(root: &Path, document: &Path, generator: &Generator, arguments: &Arguments) -> Measured {
    let mut measured = Measured {
        version: generator.version(),
        ..Measured::default()
    };
    measured.failure = fill(root, document, generator, arguments, &mut measured).err();
    measured
}

fn fill(
    root: &Path,
    document: &Path,
    generator: &Generator,
    arguments: &Arguments,
    measured: &mut Measured,
) -> Result<(), String> {
    let repeat = match generator.kind.is_rival() {
        true => arguments.theirs(),
        false => arguments.ours(),
    };
    let folder = folder(root, document, generator);
    measured.generation = Some(generate(
        root, document, generator, arguments, &folder, repeat,
    )?);
    measured.size = Some(Size::of(&folder.join("src"))?);
    if !generator.kind.is_rival() {
        measured.work = Some(Work::of(&folder.join("src"))?);
    }
    let length = fs::metadata(document).map_or(0, |metadata| metadata.len());
    if length > LARGE || arguments.profiles.is_empty() {
        return Ok(());
    }
    generator.make_workspace(root, &folder)?;
    let measurable = Crate {
        target: target(root, generator),
        folder,
        limits: arguments.limits,
        repeat,
    };
    let further = generator.kind.further_features();
    measurable.compile(&arguments.profiles, further, &mut measured.compiled)
}

/// Where a document's crate is written.
pub(super) fn folder(root: &Path, document: &Path, generator: &Generator) -> PathBuf {
    let crates = root.join("target/bench/crates").join(name(document));
    crates
        .join(generator.kind.name().to_kebab_case())
        .join(PACKAGE)
}

/// Where a generator's crates are compiled: they have most dependencies in common.
pub(super) fn target(root: &Path, generator: &Generator) -> PathBuf {
    let target = root.join("target/bench/target");
    target.join(generator.kind.name().to_kebab_case())
}

/// Generates, each time into a folder that is not there.
pub(super) fn generate(
    root: &Path,
    document: &Path,
    generator: &Generator,
    arguments: &Arguments,
    folder: &Path,
    repeat: Repeat,
) -> Result<Series, String> {
    Series::take(repeat, || {
        super::set_aside(root, folder)?;
        if let Some(parent) = folder.parent() {
            fs::create_dir_all(parent).map_err(|error| format!("{}: {error}", parent.display()))?;
        }
        let mut command = generator.command(root, document, folder, arguments.limits);
        process::run(&mut command, &folder.with_extension("log"))
            .map_err(|error| format!("generate: {error}"))
    })
}

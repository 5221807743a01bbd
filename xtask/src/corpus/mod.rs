//! `cargo xtask corpus DIR`: real documents, which are not in the repository. Each is generated twice and
//! must give the same bytes; the diagnostics must be those on record; on demand the crates are compiled.

mod arguments;
mod compile;
mod documents;
mod generate;
mod record;
mod report;
mod table;
mod workers;

#[cfg(feature = "roundtrip")]
use std::fs;
use std::path::Path;
#[cfg(feature = "roundtrip")]
use std::path::PathBuf;

pub(crate) use arguments::Arguments;
#[cfg(feature = "roundtrip")]
pub(crate) use documents::module_name;
pub(crate) use documents::{documents_in, name};

use compile::{Compilation, Rustc};
use generate::Generation;
use report::Report;

/// What came of one document.
pub(crate) struct Document {
    /// Its file's name, without the ending.
    name: String,
    /// What was generated.
    generation: Generation,
    /// What the compiler said of it; `None` where it was not asked.
    compilation: Option<Compilation>,
}

/// Documents larger than this are left out where only some are asked for: they take minutes each.
#[cfg(feature = "roundtrip")]
const LARGE: u64 = 100_000;

/// The documents that other commands are asked to run, the small ones first: `DIR [--only NAME] [--some N]`.
///
/// # Errors
///
/// Where the arguments make no sense, or lead to no document.
#[cfg(feature = "roundtrip")]
pub(crate) fn choose(arguments: &[&str]) -> Result<Vec<PathBuf>, String> {
    let arguments = Arguments::parse(arguments)?;
    let size = |path: &PathBuf| fs::metadata(path).map_or(u64::MAX, |metadata| metadata.len());
    let mut paths = documents::collect(&arguments)?;
    paths.sort_by_key(size);
    if let arguments::Compile::Rotating(_) = arguments.compile {
        paths.retain(|path| size(path) <= LARGE);
        paths = arguments.compile.choose(&paths);
    }
    Ok(paths)
}

/// Runs every document below a folder.
///
/// # Errors
///
/// Where a document gives no client, or others the second time, or one that does not compile, or where
/// the diagnostics are not those on record.
pub(crate) fn run(root: &Path, arguments: &Arguments) -> Result<(), String> {
    let paths = documents::collect(arguments)?;
    let rustc = Rustc::new(root);
    let chosen = arguments.compile.choose(&paths);
    let documents = workers::each(&paths, |path| {
        let (generation, files) = generate::run(path);
        let compilation = chosen
            .contains(path)
            .then(|| rustc.check(&documents::name(path), &files, &generation.features));
        Document {
            name: documents::name(path),
            generation,
            compilation: compilation
                .transpose()
                .unwrap_or_else(|error| Some(Compilation::failed(error))),
        }
    });
    table::print(&documents);
    let report = Report::of(&documents);
    report.compare_and_write(root)?;
    let mut wrong = failures(&documents);
    wrong.extend(record::compare(root, &documents, arguments)?);
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong.join("\n")),
    }
}

/// What is wrong with the clients themselves.
fn failures(documents: &[Document]) -> Vec<String> {
    let mut wrong = Vec::new();
    for Document {
        name,
        generation,
        compilation,
    } in documents
    {
        if !generation.succeeded {
            wrong.push(format!("{name}: no client"));
        }
        if !generation.stable {
            wrong.push(format!("{name}: not the same bytes twice"));
        }
        if let Some(compilation) = compilation
            && !compilation.is_clean()
        {
            wrong.push(format!(
                "{name}: does not compile without a warning:\n{}",
                compilation.said
            ));
        }
    }
    wrong
}

//! `cargo xtask roundtrip DIR`: for each component schema of real documents, sample values are made from
//! the schema, held against it by a validator that is not ours, read into the generated type and written
//! back: the same JSON must come out.

mod instances;
#[path = "../../../generator/tests/roundtrip/program.rs"]
#[expect(
    clippy::expect_used,
    reason = "shared with the tests, which fail by panicking"
)]
mod program;
mod validator;

use std::path::{Path, PathBuf};
use std::{fs, io};

use clientsmith::diagnostics::Sink;
use clientsmith::{document, source};
use program::{Document, Sample, same};
use serde_json::Value;

/// What came of a document's samples.
#[derive(Debug, Default)]
struct Tally {
    made: usize,
    /// Not valid by the schema: patterns that nobody can guess, and contradictions.
    invalid: usize,
    same: usize,
    different: Vec<String>,
    /// Components for which no valid sample could be made.
    without: usize,
    components: usize,
}

/// Runs every document below a folder whose name has `only` in it.
///
/// # Errors
///
/// Where a value came back as another, or was refused.
pub(crate) fn run(folder: &Path, only: &str) -> Result<(), String> {
    let mut paths = Vec::new();
    collect(folder, &mut paths).map_err(|error| format!("{}: {error}", folder.display()))?;
    paths.sort();
    paths.retain(|path| name(path).contains(only));
    let mut total = Tally::default();
    for path in &paths {
        let tally = one(path)?;
        println!(
            "{}: {} of {} samples come back the same; {} components, {} without a valid sample; {} samples were not valid",
            name(path),
            tally.same,
            tally.made,
            tally.components,
            tally.without,
            tally.invalid
        );
        total.add(tally);
    }
    println!(
        "{} documents: {} of {} samples come back the same; {} of {} components without a valid sample",
        paths.len(),
        total.same,
        total.made,
        total.without,
        total.components
    );
    match total.different.is_empty() {
        true => Ok(()),
        false => Err(total.different.join("\n")),
    }
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.made += other.made;
        self.invalid += other.invalid;
        self.same += other.same;
        self.without += other.without;
        self.components += other.components;
        self.different.extend(other.different);
    }
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    if folder.is_file() {
        paths.push(folder.to_path_buf());
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        collect(&entry?.path(), paths)?;
    }
    Ok(())
}

fn name(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn one(path: &Path) -> Result<Tally, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut sink = Sink::new();
    let source = source::read_text(&name(path), text.clone(), &mut sink);
    let parsed = source
        .as_ref()
        .and_then(|source| document::parse_document(source, &mut sink));
    drop(sink.finish()); // the corpus command is for these
    let (Some(source), Some(parsed)) = (source, parsed) else {
        return Err(format!("{}: no document", name(path)));
    };
    let schemas = validator::Schemas::of(&source.root)?;
    let mut tally = Tally::default();
    let mut samples = Vec::new();
    for (component, id) in &parsed.component_schemas {
        tally.components += 1;
        let made = instances::of(&parsed, *id);
        let all = made.len();
        let validator = schemas.validator(component);
        let accepts = |json: &Value| {
            validator
                .as_ref()
                .is_some_and(|validator| validator.is_valid(json))
        };
        let valid: Vec<_> = made.into_iter().filter(accepts).collect();
        tally.invalid += all - valid.len();
        tally.without += usize::from(valid.is_empty());
        samples.extend(valid.into_iter().map(|json| Sample {
            component: component.clone(),
            json,
        }));
    }
    tally.made = samples.len();
    let module = format!(
        "document_{}",
        name(path).replace(|character: char| !character.is_ascii_alphanumeric(), "_")
    );
    let document = Document {
        name: module.to_lowercase(),
        text,
        samples,
    };
    let answers = program::round_trip("corpus", std::slice::from_ref(&document));
    for (answer, sample) in answers.iter().zip(&document.samples) {
        match answer {
            Ok(kept) if same(&kept.json, &sample.json) => tally.same += 1,
            Ok(kept) => tally.different.push(format!(
                "{}: {}: {} became {}, as {}",
                name(path),
                sample.component,
                sample.json,
                kept.json,
                kept.debug
            )),
            Err(error) => tally.different.push(format!(
                "{}: {}: {} was refused: {error}",
                name(path),
                sample.component,
                sample.json
            )),
        }
    }
    Ok(tally)
}

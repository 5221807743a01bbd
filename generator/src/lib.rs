//! From an OpenAPI description, a Rust client crate.
//!
//! read → overlay → parse → lower → plan → emit → write: one verb a stage, and each stage imports its own
//! data and the data of the stage before it, nothing else (`cargo xtask tidy` holds that).
//!
//! ```
//! use clientsmith::{Input, Options, generate};
//!
//! let description = "
//! openapi: 3.0.3
//! info: { title: Pets, version: 1.0.0 }
//! paths:
//!   /pets:
//!     get: { operationId: listPets, responses: { '204': { description: None. } } }
//! ";
//! let outcome = generate(Input::Text { name: "pets.yaml", text: description }, &Options::default());
//! assert!(outcome.diagnostics.is_empty());
//! assert!(outcome.files.iter().any(|file| file.path == "src/operations/list_pets.rs"));
//! ```

pub mod api;
pub mod configuration;
pub mod diagnostics;
pub mod document;
pub mod emit;
pub mod lower;
pub mod options;
pub mod overlay;
pub mod plan;
pub mod source;
pub mod write;

pub use emit::File;
pub use options::Options;

use std::path::Path;

use diagnostics::{Diagnostic, Severity, Sink, codes};
use source::{Reach, Source, read_references};

/// A description, wherever it comes from.
#[derive(Debug, Clone, Copy)]
pub enum Input<'a> {
    /// A file, in JSON or YAML.
    Path(&'a Path),
    /// Standard input, in JSON or YAML, read to its end. What it refers to is looked for from the current folder.
    Stdin,
    /// A text, in JSON or YAML, and what it is called in headers and diagnostics. It can refer to nothing else.
    Text {
        /// The name.
        name: &'a str,
        /// The text.
        text: &'a str,
    },
    /// Several texts, each with its name: the first is the description, the others are what it refers to, by
    /// names relative to its own (`openapi.yaml`, `models/pet.yaml`).
    Texts(&'a [(&'a str, &'a str)]),
    /// A description that a program built itself. What OpenAPI 3.0's types cannot hold is not in it.
    OpenApi(&'a openapiv3::OpenAPI),
}

/// What came of a description.
#[derive(Debug)]
pub struct Outcome {
    /// The files of the client, sorted by path; none where there was an error.
    pub files: Vec<File>,
    /// Everything there is to say, in the order in which it was found.
    pub diagnostics: Vec<Diagnostic>,
    /// What was read, for the places of the diagnostics; `None` where nothing could be.
    pub source: Option<Source>,
}

impl Outcome {
    /// Whether there was an error: no file was made.
    pub fn has_errors(&self) -> bool {
        self.is_at_least(Severity::Error)
    }

    /// Whether anything was left out or read generously.
    pub fn has_warnings(&self) -> bool {
        self.is_at_least(Severity::Warning)
    }

    fn is_at_least(&self, severity: Severity) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.code.severity >= severity)
    }
}

/// Makes a client from a description. Nothing is written: the files are the caller's to write
/// (see [`mod@write`]).
pub fn generate(input: Input<'_>, options: &Options) -> Outcome {
    let mut sink = Sink::new();
    let mut source = read(input, &mut sink);
    let files = source
        .as_mut()
        .map(|source| generate_files(source, reach(input), options, &mut sink));
    let failed = sink.has_errors();
    Outcome {
        files: files.flatten().filter(|_| !failed).unwrap_or_default(),
        diagnostics: sink.finish(),
        source,
    }
}

fn read(input: Input<'_>, sink: &mut Sink) -> Option<Source> {
    match input {
        Input::Path(path) => source::read_path(path, sink),
        Input::Stdin => source::read_stdin(sink),
        Input::Text { name, text } => source::read_text(name, text.to_owned(), sink),
        Input::Texts(texts) => {
            let (name, text) = texts.first().copied().unwrap_or(("", "")); // none is an empty one
            source::read_text(name, text.to_owned(), sink)
        }
        Input::OpenApi(openapi) => match serde_json::to_string(openapi) {
            Ok(text) => source::read_text("openapi.json", text, sink),
            Err(error) => {
                sink.push(codes::internal_error(format!(
                    "the description is not JSON: {error}"
                )));
                None
            }
        },
    }
}

/// What the references of a description can reach.
fn reach(input: Input<'_>) -> Reach<'_> {
    match input {
        Input::Path(path) => Reach::Files(path),
        Input::Stdin => Reach::Files(Path::new("")),
        Input::Texts(texts) => Reach::Texts(texts),
        Input::Text { .. } | Input::OpenApi(_) => Reach::Itself,
    }
}

fn generate_files(
    source: &mut Source,
    reach: Reach<'_>,
    options: &Options,
    sink: &mut Sink,
) -> Option<Vec<File>> {
    let provenance = overlay::apply_overlays(source, &options.overlays, sink);
    read_references(source, reach, sink);
    let mut said = Sink::new();
    let files = document::parse_chosen(source, &options.selection, &mut said).map(|document| {
        let api = lower::lower_chosen_api(&document, options, &mut said);
        let package = plan::plan_package(&api, source.file_name(), options, &mut said);
        emit::emit_package(&package, &mut said)
    });
    for mut diagnostic in said.finish() {
        provenance.trace(&mut diagnostic);
        sink.push(diagnostic);
    }
    files
}

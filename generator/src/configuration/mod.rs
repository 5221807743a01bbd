//! `clientsmith.toml`: what the user chose, written down. What each choice does is where it is applied.
//!
//! ```toml
//! document = "openapi.yaml"
//! output = "client"
//!
//! [package]
//! name = "pets"
//!
//! [operations]
//! include = ["tag:pets"]
//! ```
//!
//! Paths are taken from the folder of the file, but those that stand in the crate's `Cargo.toml`. A key that is not
//! known, or a value of another kind, is an error with its place: a choice that is not understood would be no choice.

mod limits;
mod package;
mod replacement;
mod section;
mod starter;
mod types;

use std::fs;
use std::path::{Path, PathBuf};

use section::{File, Section};
pub use starter::Starter;

use crate::diagnostics::{Sink, codes};
use crate::options::{Options, Overlay, Pattern};

/// The name of the file that is looked for.
pub const FILE_NAME: &str = "clientsmith.toml";

/// What stands in a `clientsmith.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Configuration {
    /// The description.
    pub document: Option<PathBuf>,
    /// The folder to write.
    pub output: Option<PathBuf>,
    /// Whether warnings are failures.
    pub strict: bool,
    /// Everything else.
    pub options: Options,
}

/// Reads a file; where that cannot be done, says why and gives nothing.
pub fn read_configuration(path: &Path, sink: &mut Sink) -> Option<Configuration> {
    let name = path.display().to_string();
    match fs::read_to_string(path) {
        Ok(text) => {
            let folder = path.parent().unwrap_or(Path::new(""));
            parse_configuration(&name, &text, folder, sink)
        }
        Err(error) => {
            sink.push(codes::unreadable_file(&name, path.is_dir(), &error));
            None
        }
    }
}

/// Reads a text that is called `name` and stands in `folder`; where anything in it is wrong, says what and
/// gives nothing.
pub fn parse_configuration(
    name: &str,
    text: &str,
    folder: &Path,
    sink: &mut Sink,
) -> Option<Configuration> {
    let file = File::new(name, text);
    let document = match toml_edit::Document::parse(text) {
        Ok(document) => document,
        Err(error) => {
            sink.push(file.fault(error.span(), error.message().to_owned()));
            return None;
        }
    };
    let before = sink.has_errors();
    let root = Section::root(&file, document.as_table());
    let configuration = read(&root, folder, sink);
    (before || !sink.has_errors()).then_some(configuration)
}

fn read(root: &Section<'_>, folder: &Path, sink: &mut Sink) -> Configuration {
    let keys = [
        "document",
        "output",
        "strict",
        "overlays",
        "package",
        "operations",
        "limits",
        "names",
        "types",
        "enums",
    ];
    root.expect_keys(&keys, sink);
    let at = |text: String| folder.join(text);
    let mut options = Options::default();
    let overlays = root.texts("overlays", sink).into_iter();
    options.overlays = overlays.map(|(text, _)| Overlay::Path(at(text))).collect();
    if let Some(package) = root.section("package", sink) {
        package::read(&package, &mut options, sink);
    }
    if let Some(operations) = root.section("operations", sink) {
        operations.expect_keys(&["include", "exclude"], sink);
        options.selection.include = patterns(&operations, "include", sink);
        options.selection.exclude = patterns(&operations, "exclude", sink);
    }
    if let Some(limits) = root.section("limits", sink) {
        options.limits = limits::read(&limits, sink);
    }
    types::read(root, &mut options, sink);
    Configuration {
        document: root.text("document", sink).map(at),
        output: root.text("output", sink).map(at),
        strict: root.boolean("strict", sink).unwrap_or_default(),
        options,
    }
}

/// Patterns for operations under a key.
fn patterns(section: &Section<'_>, key: &str, sink: &mut Sink) -> Vec<Pattern> {
    let mut patterns = Vec::new();
    for (text, span) in section.texts(key, sink) {
        match text.parse::<Pattern>() {
            Ok(pattern) => patterns.push(pattern.at(section.file.excerpt(span))),
            Err(what) => sink.push(section.file.fault(span, what)),
        }
    }
    patterns
}

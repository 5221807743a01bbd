//! Reads a document: a file or a text, JSON or YAML, into the tree. Where references lead is in `references/`.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use super::duplicates::report_duplicates;
use super::json::parse_json;
use super::limits::{Breach, Limits, MAX_DEPTH};
use super::lines::Lines;
use super::node::Node;
use super::origin::FileId;
use super::position::Span;
use super::references::References;
use super::syntax_error::SyntaxError;
use super::yaml::parse_yaml;
use crate::diagnostics::{Excerpt, Sink, codes};

/// A document as read.
#[derive(Debug, Clone)]
pub struct Source {
    /// Which of the description's files this is.
    pub file: FileId,
    /// What the user called it.
    pub name: String,
    /// The text, without a byte order mark.
    pub text: String,
    /// The tree.
    pub root: Node,
    /// The overlays that have changed the tree.
    pub overlays: Vec<Source>,
    /// The other files that this one refers to; nothing before they are read, and in those files themselves.
    pub references: References,
}

impl Source {
    /// The name without folders: the same on every machine.
    pub fn file_name(&self) -> &str {
        self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name)
    }
}

/// What standard input is called.
const STDIN: &str = "<stdin>";

/// Reads a file; where that cannot be done, says why and gives nothing.
pub fn read_path(path: &Path, sink: &mut Sink) -> Option<Source> {
    read_further_path(path, FileId::default(), sink)
}

/// Reads a file beside the description's root.
pub(crate) fn read_further_path(path: &Path, file: FileId, sink: &mut Sink) -> Option<Source> {
    let name = path.display().to_string();
    match fs::read(path) {
        Ok(bytes) => read_bytes(&name, bytes, file, sink),
        Err(error) => {
            sink.push(codes::unreadable_file(&name, path.is_dir(), &error));
            None
        }
    }
}

/// Reads standard input to its end; where that cannot be done, says why and gives nothing.
pub fn read_stdin(sink: &mut Sink) -> Option<Source> {
    let mut bytes = Vec::new();
    match io::stdin().lock().read_to_end(&mut bytes) {
        Ok(_) => read_bytes(STDIN, bytes, FileId::default(), sink),
        Err(error) => {
            sink.push(codes::unreadable_file(STDIN, false, &error));
            None
        }
    }
}

fn read_bytes(name: &str, bytes: Vec<u8>, file: FileId, sink: &mut Sink) -> Option<Source> {
    match String::from_utf8(bytes) {
        Ok(text) => read_further_text(name, text, file, sink),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let excerpt = Excerpt::of(
                name,
                &Lines::new(&String::from_utf8_lossy(&bytes)),
                Span {
                    start: valid,
                    end: valid + char::REPLACEMENT_CHARACTER.len_utf8(),
                },
            );
            sink.push(codes::not_utf_8(&bytes, valid, excerpt));
            None
        }
    }
}

/// Reads a text that is called `name`; where that cannot be done, says why and gives nothing.
pub fn read_text(name: &str, text: String, sink: &mut Sink) -> Option<Source> {
    read_further_text(name, text, FileId::default(), sink)
}

/// Reads a text beside the description's root.
pub(crate) fn read_further_text(
    name: &str,
    text: String,
    file: FileId,
    sink: &mut Sink,
) -> Option<Source> {
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    let limits = Limits::new(&text);
    let root = match parse(name, &text, &limits, sink) {
        Ok(Node::Null) => {
            sink.push(codes::empty_document(name));
            return None;
        }
        Ok(root) => root,
        Err(error) => {
            let excerpt = Excerpt::of(name, &Lines::new(&text), error.span);
            sink.push(match limits.breach() {
                Some(Breach::Depth) => codes::too_deep(MAX_DEPTH, excerpt),
                Some(Breach::Aliases) => codes::too_many_aliases(excerpt),
                None => codes::invalid_syntax(error.notation, &error.message, excerpt),
            });
            return None;
        }
    };
    let source = Source {
        file,
        name: name.to_owned(),
        text,
        root,
        overlays: Vec::new(),
        references: References::default(),
    };
    if limits.has_duplicates() {
        report_duplicates(&source.name, &source.text, source.file, sink);
    }
    Some(source)
}

/// Reads JSON where the text looks like it, else YAML. A flow mapping of YAML looks like JSON too.
fn parse(name: &str, text: &str, limits: &Limits, sink: &mut Sink) -> Result<Node, SyntaxError> {
    if !text.trim_start().starts_with(['{', '[']) {
        return parse_yaml(text, limits);
    }
    let error = match parse_json(text, limits) {
        Ok(root) => return Ok(root),
        Err(error) => error,
    };
    if limits.breach().is_some() {
        return Err(error);
    }
    match parse_yaml(text, limits) {
        Ok(root) => {
            let excerpt = Excerpt::of(name, &Lines::new(text), error.span);
            sink.push(codes::not_quite_json(&error.message, excerpt));
            Ok(root)
        }
        Err(_) => Err(error), // what was meant is JSON
    }
}

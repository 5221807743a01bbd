//! The two notations: runs JSON's or YAML's reader and turns its complaint into a place and a message.

use serde::de::DeserializeSeed;

use super::limits::{Breach, Limits};
use super::node::Node;
use super::position::Span;
use super::tree::{NodeSeed, Notation};

/// What a reader complains about.
pub(super) struct SyntaxError {
    /// Which notation was expected.
    pub(super) notation: Notation,
    /// What is wrong, without the place.
    pub(super) message: String,
    /// Where it is wrong.
    pub(super) span: Span,
}

impl Notation {
    /// What it is called.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Yaml => "YAML",
        }
    }
}

/// Reads JSON.
pub(super) fn parse_json(text: &str, limits: &Limits) -> Result<Node, SyntaxError> {
    let mut reader = serde_json::Deserializer::from_str(text);
    reader.disable_recursion_limit(); // ours is checked while the tree is built
    NodeSeed::root(Notation::Json, limits)
        .deserialize(&mut reader)
        .and_then(|root| reader.end().map(|()| root))
        .map_err(|error| SyntaxError {
            notation: Notation::Json,
            message: without_place(&error.to_string()),
            span: json_span(text, &error),
        })
}

/// Reads YAML, of which an empty text is a null.
pub(super) fn parse_yaml(text: &str, limits: &Limits) -> Result<Node, SyntaxError> {
    let reader = serde_yaml::Deserializer::from_str(text);
    NodeSeed::root(Notation::Yaml, limits)
        .deserialize(reader)
        .map_err(|error| {
            let message = without_place(&error.to_string());
            match message.as_str() {
                "recursion limit exceeded" => limits.note_breach(Breach::Depth),
                "repetition limit exceeded" => limits.note_breach(Breach::Aliases),
                _ => {}
            }
            SyntaxError {
                notation: Notation::Yaml,
                message,
                span: yaml_span(text, &error),
            }
        })
}

/// The readers end their messages with the place, which is told elsewhere.
fn without_place(message: &str) -> String {
    match message.rsplit_once(" at line ") {
        Some((message, _)) => message.to_owned(),
        None => message.to_owned(),
    }
}

/// serde_json counts columns in bytes, and names the last byte that it took.
fn json_span(text: &str, error: &serde_json::Error) -> Span {
    let start = line_start(text, error.line()) + error.column().saturating_sub(1);
    character_at(text, start)
}

/// serde_yaml counts columns in characters, from 1.
fn yaml_span(text: &str, error: &serde_yaml::Error) -> Span {
    let Some(location) = error.location() else {
        return Span { start: 0, end: 0 };
    };
    let line = line_start(text, location.line());
    let column = location.column().saturating_sub(1);
    let behind = text.get(line..).unwrap_or_default();
    let start = behind
        .char_indices()
        .nth(column)
        .map_or(text.len(), |(at, _)| line + at);
    character_at(text, start)
}

/// The byte with which a line begins, counted from 1.
fn line_start(text: &str, line: usize) -> usize {
    match line.checked_sub(2) {
        None => 0,
        Some(nth) => text
            .match_indices('\n')
            .nth(nth)
            .map_or(text.len(), |(at, _)| at + 1),
    }
}

/// The character at a byte; a point where there is none.
fn character_at(text: &str, start: usize) -> Span {
    let start = start.min(text.len());
    let length = text
        .get(start..)
        .and_then(|behind| behind.chars().next())
        .filter(|character| !character.is_control())
        .map_or(0, char::len_utf8);
    Span {
        start,
        end: start + length,
    }
}

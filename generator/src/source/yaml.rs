//! Reads YAML into the tree, from the events of saphyr-parser. What a plain text means is in `scalar`.
//!
//! serde_yaml is not used: it is no longer maintained, turns `1.10` into `1.1`, needs a time that
//! grows with the square of the nesting, and does not say where a node stands.

use saphyr_parser::{Event, Parser, ScanError};

use super::limits::{Breach, Limits};
use super::node::Node;
use super::position::Span;
use super::syntax_error::SyntaxError;
use super::tree::{Key, Tree};
use super::yaml_offsets::Offsets;
use super::yaml_scalar::{Meaning, meaning_of, resolve};

/// What is wrong, without the place.
type Complaint = String;

/// Reads a text that is one YAML document; an empty one is a null.
pub(super) fn parse_yaml(text: &str, limits: &Limits) -> Result<Node, SyntaxError> {
    let mut tree = Tree::new(limits);
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| scan_error(text, &error, limits))?;
        take(event, &mut tree).map_err(|message| SyntaxError {
            notation: "YAML",
            message,
            span: Offsets::new(text).span(&span),
        })?;
    }
    Ok(tree.into_root())
}

/// What the parser itself says.
fn scan_error(text: &str, error: &ScanError, limits: &Limits) -> SyntaxError {
    if error.info() == "recursion limit exceeded" {
        limits.note_breach(Breach::Depth);
    }
    SyntaxError {
        notation: "YAML",
        message: error.info().to_owned(),
        span: Span::character(text, Offsets::new(text).byte(error.marker())),
    }
}

/// Adds what an event says to the tree.
fn take(event: Event<'_>, tree: &mut Tree<'_>) -> Result<(), Complaint> {
    match event {
        Event::Scalar(text, style, anchor, tag) => {
            let meaning = meaning_of(style, tag.as_deref());
            if tree.awaits_key() {
                let merges = meaning == Meaning::Plain && text == "<<";
                tree.key(Key::new(text.into_owned(), merges), anchor)
            } else {
                tree.scalar(resolve(text, meaning), anchor)
            }
        }
        Event::Alias(anchor) => tree.alias(anchor),
        Event::SequenceStart(anchor, _) => tree.begin_sequence(anchor),
        Event::MappingStart(anchor, _) => tree.begin_mapping(anchor),
        Event::SequenceEnd | Event::MappingEnd => tree.end(),
        Event::Nothing
        | Event::StreamStart
        | Event::StreamEnd
        | Event::DocumentStart(_)
        | Event::DocumentEnd => Ok(()),
    }
}

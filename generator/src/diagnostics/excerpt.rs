//! The line of text that a problem stands in, as data. Not how it is drawn, nor how a node's place is found.

use std::ops::Range;

use crate::source::{Lines, Position, Span};

/// How many characters of a long line are kept before the place.
const BEFORE: usize = 60;

/// How many characters of the place itself are marked.
const MARKED: usize = 80;

/// How many characters of a long line are kept behind what is marked.
const BEHIND: usize = 40;

/// One line of a text with a place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The file as the user named it.
    pub file: String,
    /// The place in the file.
    pub position: Position,
    /// The line, cut on both sides where it is very long.
    pub line: String,
    /// The bytes of `line` that are meant; empty where the place is a point.
    pub mark: Range<usize>,
}

impl Excerpt {
    /// The line in which a span begins; what goes on in the next line is cut off.
    pub fn of(file: &str, lines: &Lines<'_>, span: Span) -> Self {
        let text = lines.text();
        let start = floor_boundary(text, span.start);
        let position = lines.position(start);
        let line_start = lines.start(position.line);
        let line_end = lines.end(position.line).max(start);
        let end = floor_boundary(text, span.end).clamp(start, line_end);
        let end = forward(text, start, end, MARKED);
        let from = back(text, line_start, start, BEFORE);
        let to = forward(text, end, line_end, BEHIND);
        let (lead, tail) = (ellipsis(from > line_start), ellipsis(to < line_end));
        let kept = text.get(from..to).unwrap_or_default();
        Self {
            file: file.to_owned(),
            position,
            line: format!("{lead}{kept}{tail}"),
            mark: lead.len() + (start - from)..lead.len() + (end - from),
        }
    }
}

/// The place itself where it is between two characters, else the beginning of the character.
fn floor_boundary(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// The place that is so many characters before another, but not before a limit.
fn back(text: &str, limit: usize, from: usize, characters: usize) -> usize {
    let between = text.get(limit..from).unwrap_or_default();
    let mut kept = between.char_indices().rev().take(characters);
    let farthest = kept.by_ref().last();
    farthest.map_or(from, |(at, _)| limit + at)
}

/// The place that is so many characters behind another, but not behind a limit.
fn forward(text: &str, from: usize, limit: usize, characters: usize) -> usize {
    let between = text.get(from..limit).unwrap_or_default();
    let cut = between.char_indices().nth(characters);
    cut.map_or(limit, |(at, _)| from + at)
}

/// What stands where something was cut off.
fn ellipsis(cut: bool) -> &'static str {
    if cut { "…" } else { "" }
}

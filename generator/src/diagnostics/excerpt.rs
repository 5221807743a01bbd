//! The line of text that a problem stands in, as data. Not how it is drawn, nor how a node's place is found.

use std::ops::Range;

use crate::source::{Position, Span};

/// How many characters of a long line are kept on each side of the place.
const CONTEXT: usize = 80;

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
    pub fn of(file: &str, text: &str, span: Span) -> Self {
        let start = floor_boundary(text, span.start);
        let before = text.get(..start).unwrap_or_default();
        let behind = text.get(start..).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line_end = start + behind.find(['\n', '\r']).unwrap_or(behind.len());
        let end = floor_boundary(text, span.end).clamp(start, line_end);
        let from = cut_before(text, line_start, start);
        let to = cut_behind(text, end, line_end);
        let (lead, tail) = (ellipsis(from > line_start), ellipsis(to < line_end));
        let marked = lead.len() + (start - from)..lead.len() + (end - from);
        Self {
            file: file.to_owned(),
            position: Position::of(text, start),
            line: format!("{lead}{}{tail}", text.get(from..to).unwrap_or_default()),
            mark: marked,
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

/// Where the excerpt begins: at the line's start, or some characters before the place.
fn cut_before(text: &str, line_start: usize, place: usize) -> usize {
    let line = text.get(line_start..place).unwrap_or_default();
    line.char_indices()
        .rev()
        .nth(CONTEXT)
        .map_or(line_start, |(at, character)| {
            line_start + at + character.len_utf8()
        })
}

/// Where the excerpt ends: at the line's end, or some characters behind the place.
fn cut_behind(text: &str, place: usize, line_end: usize) -> usize {
    let line = text.get(place..line_end).unwrap_or_default();
    line.char_indices()
        .nth(CONTEXT)
        .map_or(line_end, |(at, _)| place + at)
}

/// What stands where something was cut off.
fn ellipsis(cut: bool) -> &'static str {
    if cut { "…" } else { "" }
}

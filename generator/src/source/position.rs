//! Bytes of a text, and the lines and columns that people count. Not which node stands there.

/// A stretch of a text, in bytes: `start` is in it, `end` is the first byte behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte behind the last one.
    pub end: usize,
}

/// A place as people count: lines and characters from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

impl Span {
    /// The character that begins at a byte; a point where none can be seen there.
    pub(super) fn character(text: &str, start: usize) -> Self {
        let start = start.min(text.len());
        let length = text
            .get(start..)
            .and_then(|behind| behind.chars().next())
            .filter(|character| !character.is_control())
            .map_or(0, char::len_utf8);
        Self {
            start,
            end: start + length,
        }
    }
}

impl Position {
    /// The place of a byte; behind the end of the text, the end.
    pub fn of(text: &str, byte: usize) -> Self {
        let before = text.as_bytes();
        let before = before.get(..byte).unwrap_or(before);
        let line_start = before
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        Self {
            line: 1 + before.iter().filter(|byte| **byte == b'\n').count(),
            column: 1 + before
                .iter()
                .skip(line_start)
                .filter(|byte| is_character_start(**byte))
                .count(),
        }
    }
}

/// The byte with which a line begins, counted from 1.
pub(super) fn line_start(text: &str, line: usize) -> usize {
    match line.checked_sub(2) {
        None => 0,
        Some(nth) => text
            .match_indices('\n')
            .nth(nth)
            .map_or(text.len(), |(at, _)| at + 1),
    }
}

/// Whether a byte of UTF-8 begins a character.
fn is_character_start(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

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

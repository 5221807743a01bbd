//! Where the lines of a text begin: from bytes to the lines and columns that people count, and back.

use super::position::Position;

/// A text and the beginnings of its lines.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Counts through a text once.
    pub fn new(text: &'t str) -> Self {
        let behind_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(behind_breaks).collect(),
        }
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The place of a byte; behind the end of the text, the end.
    pub fn position(&self, byte: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let start = self.start(line);
        let before = self.text.get(start..).unwrap_or_default().as_bytes();
        let before = before.iter().take(byte.saturating_sub(start));
        Position {
            line,
            column: 1 + before.filter(|byte| is_character_start(**byte)).count(),
        }
    }

    /// The byte with which a line begins, counted from 1; behind the last line, the end.
    pub fn start(&self, line: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1));
        start.copied().unwrap_or(self.text.len())
    }
}

/// Whether a byte of UTF-8 begins a character.
fn is_character_start(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

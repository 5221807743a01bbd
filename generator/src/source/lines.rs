//! Where the lines of a text begin: from bytes to the lines and columns that people count, and back.

use super::position::Position;

/// How many bytes lie between two counts of characters: a minified document is one very long line.
const STEP: usize = 4096;

/// A text and the beginnings of its lines.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    /// How many characters begin before every [`STEP`]th byte.
    characters: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Counts through a text once.
    pub fn new(text: &'t str) -> Self {
        let behind_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let mut counted = 0;
        let mut characters = vec![0];
        for bytes in text.as_bytes().chunks(STEP) {
            counted += count_characters(bytes);
            characters.push(counted);
        }
        Self {
            text,
            starts: std::iter::once(0).chain(behind_breaks).collect(),
            characters,
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
        let column = self
            .characters_before(byte)
            .saturating_sub(self.characters_before(start));
        Position {
            line,
            column: 1 + column,
        }
    }

    /// How many characters begin before a byte.
    fn characters_before(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let step = byte / STEP;
        let known = self.characters.get(step).copied().unwrap_or_default();
        let rest = self.text.as_bytes().get(step * STEP..byte);
        known + count_characters(rest.unwrap_or_default())
    }

    /// The byte with which a line begins, counted from 1; behind the last line, the end.
    pub fn start(&self, line: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1));
        start.copied().unwrap_or(self.text.len())
    }

    /// The byte at which a line ends, its line break not counted.
    pub fn end(&self, line: usize) -> usize {
        let whole = self.text.get(self.start(line)..self.start(line + 1));
        let kept = whole.map(|whole| whole.trim_end_matches(['\n', '\r']).len());
        self.start(line) + kept.unwrap_or_default()
    }
}

/// How many characters begin in some bytes of UTF-8.
fn count_characters(bytes: &[u8]) -> usize {
    let begins = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
    bytes.iter().filter(begins).count()
}

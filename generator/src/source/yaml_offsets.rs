//! saphyr-parser counts characters, the rest of this program bytes: from one to the other.

use saphyr_parser::Marker;

use super::position::Span;

/// How many characters lie between two known places.
const STEP: usize = 64;

/// Knows the byte of each character of a text.
pub(super) struct Offsets<'t> {
    text: &'t str,
    /// The byte of every [`STEP`]th character; nothing where each character is one byte.
    known: Vec<usize>,
}

impl<'t> Offsets<'t> {
    /// Counts through a text.
    pub(super) fn new(text: &'t str) -> Self {
        let known = match text.is_ascii() {
            true => Vec::new(),
            false => text
                .char_indices()
                .step_by(STEP)
                .map(|(at, _)| at)
                .collect(),
        };
        Self { text, known }
    }

    /// The byte of a place.
    pub(super) fn byte(&self, marker: &Marker) -> usize {
        let index = marker.index();
        let Some(start) = self.known.get(index / STEP) else {
            return index.min(self.text.len()); // one byte a character, or behind the end
        };
        let behind = self.text.get(*start..).unwrap_or_default();
        behind
            .char_indices()
            .nth(index % STEP)
            .map_or(self.text.len(), |(at, _)| start + at)
    }

    /// The bytes between two places.
    pub(super) fn span(&self, span: &saphyr_parser::Span) -> Span {
        Span {
            start: self.byte(&span.start),
            end: self.byte(&span.end),
        }
    }
}

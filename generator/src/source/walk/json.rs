//! The pieces of a JSON text. It is known to be JSON, so nothing is checked here.

use std::borrow::Cow;

use serde::de::IgnoredAny;

use super::Piece;
use crate::source::position::Span;

/// Whether a text is JSON throughout.
pub(super) fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '[']) && serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// Goes through a text.
pub(super) struct Pieces<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Pieces<'t> {
    /// From the beginning.
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// How many bytes in a row are of a kind.
    fn run(&self, from: usize, is_of_kind: impl Fn(u8) -> bool) -> usize {
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| is_of_kind(**byte)).count()
    }

    /// The length of the string that begins here, quotes included.
    fn string_length(&self) -> usize {
        let mut end = self.at + 1;
        loop {
            end += self.run(end, |byte| byte != b'"' && byte != b'\\');
            match self.text.as_bytes().get(end) {
                Some(b'\\') => end += 2,
                _ => return end + 1 - self.at,
            }
        }
    }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = (Piece<'t>, Span);

    fn next(&mut self) -> Option<Self::Item> {
        self.at += self.run(self.at, |byte| b" \t\r\n,:".contains(&byte));
        let start = self.at;
        let first = *self.text.as_bytes().get(start)?;
        let length = match first {
            b'{' | b'[' | b'}' | b']' => 1,
            b'"' => self.string_length(),
            _ => self.run(start, |byte| !b" \t\r\n,:]}".contains(&byte)),
        };
        self.at += length;
        let span = Span {
            start,
            end: self.at,
        };
        let piece = match first {
            b'{' => Piece::Mapping,
            b'[' => Piece::Sequence,
            b'}' | b']' => Piece::End,
            _ => Piece::Scalar(scalar(self.text.get(start..self.at)?)),
        };
        Some((piece, span))
    }
}

/// The text that a scalar stands for.
fn scalar(written: &str) -> Cow<'_, str> {
    if !written.contains('\\') {
        return Cow::Borrowed(written.trim_matches('"'));
    }
    match serde_json::from_str(written) {
        Ok(text) => Cow::Owned(text),
        Err(_) => Cow::Borrowed(written), // the reader has accepted it
    }
}

//! What a reader complains about, before it becomes a diagnostic. Not for limits: those are breaches.

use super::position::Span;

/// A text that is not in its notation.
#[derive(Debug)]
pub(super) struct SyntaxError {
    /// Which notation was expected: `JSON`, `YAML`.
    pub(super) notation: &'static str,
    /// What is wrong, without the place.
    pub(super) message: String,
    /// Where it is wrong.
    pub(super) span: Span,
}

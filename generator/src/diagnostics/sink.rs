//! Collects diagnostics in the order in which they were found. Dropping one unread is a mistake in
//! the program, and a debug build says so.

use super::{Diagnostic, Severity};

/// What a run has to say. Passed into every stage; taken out once with [`Sink::finish`].
#[derive(Debug, Default)]
pub struct Sink {
    diagnostics: Vec<Diagnostic>,
    finished: bool,
}

impl Sink {
    /// An empty sink.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a diagnostic in.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Takes in everything that another has to say.
    pub fn append(&mut self, other: Self) {
        self.diagnostics.extend(other.finish());
    }

    /// Whether an error is among what was found so far.
    pub fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.code.severity == Severity::Error)
    }

    /// Everything that was found.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.finished = true;
        std::mem::take(&mut self.diagnostics)
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        debug_assert!(
            self.finished || self.diagnostics.is_empty() || std::thread::panicking(),
            "diagnostics were dropped unread"
        );
    }
}

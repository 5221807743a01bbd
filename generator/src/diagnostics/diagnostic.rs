//! A diagnostic as data. How it looks is the renderers' business.

use super::Excerpt;
use crate::source::Origin;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something that one may want to know, and that costs nothing: `--strict` lets it pass.
    Note,
    /// Something was left out or read generously; `--strict` turns it into an error.
    Warning,
    /// Nothing can be generated.
    Error,
}

/// A kind of problem. Its name is stable: it is what `clientsmith explain` takes and records hold.
#[derive(Debug)]
pub struct Code {
    /// The problem's name, in kebab-case: `dangling-reference`.
    pub name: &'static str,
    /// How bad a problem of this kind is.
    pub severity: Severity,
    /// One line: what is wrong.
    pub summary: &'static str,
    /// What it means, what clientsmith does about it, and how to mend the document (Markdown, with an example).
    pub explanation: &'static str,
}

/// One problem at one place.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// What kind of problem.
    pub code: &'static Code,
    /// What was found before what was expected; lower case, no full stop, the user's names in backticks.
    pub message: String,
    /// Where; `None` where no document was read.
    pub origin: Option<Origin>,
    /// The text at the place, where the place cannot be looked up by its origin.
    pub excerpt: Option<Box<Excerpt>>,
    /// What else is known, each with a place where it has one.
    pub notes: Vec<(String, Option<Origin>)>,
    /// What to write instead.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A problem at a place.
    pub fn new(code: &'static Code, origin: &Origin, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            origin: Some(origin.clone()),
            excerpt: None,
            notes: Vec::new(),
            help: None,
        }
    }

    /// A problem without a place in a document.
    pub fn placeless(code: &'static Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            origin: None,
            excerpt: None,
            notes: Vec::new(),
            help: None,
        }
    }

    /// Shows the text at the place.
    #[must_use]
    pub fn excerpt(mut self, excerpt: Excerpt) -> Self {
        self.excerpt = Some(Box::new(excerpt));
        self
    }

    /// Adds what else is known.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>, origin: Option<&Origin>) -> Self {
        self.notes.push((note.into(), origin.cloned()));
        self
    }

    /// Says what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

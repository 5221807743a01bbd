//! Why a JSON text could not be read: where, what was found, what was expected.

use std::fmt;

/// Why a JSON text could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError(Box<Inner>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Inner {
    message: String,
    offset: usize,
    /// From the innermost step outwards: it is built while the failure travels up.
    path: Vec<String>,
}

impl DecodeError {
    /// A failure at a byte of the text.
    pub(crate) fn new(message: impl Into<String>, offset: usize) -> Self {
        Self(Box::new(Inner {
            message: message.into(),
            offset,
            path: Vec::new(),
        }))
    }

    /// The same failure, seen from the object around it.
    pub(crate) fn within_property(mut self, name: &str) -> Self {
        self.0.path.push(name.replace('~', "~0").replace('/', "~1"));
        self
    }

    /// The same failure, seen from the list around it.
    pub(crate) fn within_item(mut self, index: usize) -> Self {
        self.0.path.push(index.to_string());
        self
    }

    /// What was found and what was expected.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The byte of the text at which it showed, counted from 0.
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// Where in the value: a JSON pointer (RFC 6901), empty for the whole.
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in self.0.path.iter().rev() {
            pointer.push('/');
            pointer.push_str(step);
        }
        pointer
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} at byte {}", self.0.message, self.0.offset)?;
        if self.0.path.is_empty() {
            return Ok(());
        }
        write!(formatter, ", in {}", self.pointer())
    }
}

impl std::error::Error for DecodeError {}

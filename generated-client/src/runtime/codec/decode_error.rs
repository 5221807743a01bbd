// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Why a value could not be read: where, what was found, what was expected. Not how it is shown
//! to people beyond one line.

use std::borrow::Cow;
use std::fmt;

/// Why a value could not be read.
///
/// Its `Display` is one line: what was found, what was expected, the byte, and the place in the
/// value as a JSON pointer.
///
/// ```text
/// a number where a string was expected at byte 17, in /pets/0/name
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError(Box<Inner>);

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    found: Cow<'static, str>,
    /// Empty where nothing in particular was.
    expected: Cow<'static, str>,
    /// `None` where no place in a text explains it.
    offset: Option<usize>,
    /// From the innermost step outwards: it is built while the failure travels up.
    path: Vec<Step>,
}

#[derive(Clone, PartialEq, Eq)]
enum Step {
    Property(String),
    Item(usize),
}

impl DecodeError {
    /// A failure that no place in a text explains, for decoders of other things than JSON.
    pub fn custom(message: impl Into<String>) -> Self {
        let mut error = Self::new(message.into(), 0);
        error.0.offset = None;
        error
    }

    /// A failure at a byte of the text.
    pub(crate) fn new(message: impl Into<Cow<'static, str>>, offset: usize) -> Self {
        Self::unexpected(message, "", offset)
    }

    /// Something else at a byte of the text than what was expected.
    pub(crate) fn unexpected(
        found: impl Into<Cow<'static, str>>,
        expected: impl Into<Cow<'static, str>>,
        offset: usize,
    ) -> Self {
        Self(Box::new(Inner {
            found: found.into(),
            expected: expected.into(),
            offset: Some(offset),
            path: Vec::new(),
        }))
    }

    /// The same failure, seen from the object around it.
    pub(crate) fn within_property(mut self, name: &str) -> Self {
        self.0.path.push(Step::Property(name.to_owned()));
        self
    }

    /// The same failure, seen from the list around it.
    pub(crate) fn within_item(mut self, index: usize) -> Self {
        self.0.path.push(Step::Item(index));
        self
    }

    /// What was found, and what was expected instead.
    pub fn message(&self) -> String {
        match self.0.expected.as_ref() {
            "" => self.0.found.clone().into_owned(),
            expected => format!("{} where {expected} was expected", self.0.found),
        }
    }

    /// What was found: a kind of value, a character, the number that does not fit.
    pub fn found(&self) -> &str {
        &self.0.found
    }

    /// What was expected instead, where it was something in particular.
    pub fn expected(&self) -> Option<&str> {
        Some(self.0.expected.as_ref()).filter(|expected| !expected.is_empty())
    }

    /// The byte of the text at which it showed, counted from 0; 0 where no place explains it.
    pub fn offset(&self) -> usize {
        self.0.offset.unwrap_or_default()
    }

    /// Where in the value: a JSON pointer (RFC 6901), empty for the whole.
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in self.0.path.iter().rev() {
            pointer.push('/');
            match step {
                Step::Property(name) => {
                    pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
                }
                Step::Item(index) => pointer.push_str(&index.to_string()),
            }
        }
        pointer
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message())?;
        if let Some(offset) = self.0.offset {
            write!(formatter, " at byte {offset}")?;
        }
        if self.0.path.is_empty() {
            return Ok(());
        }
        write!(formatter, ", in {}", self.pointer())
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("DecodeError")
            .field("message", &self.message())
            .field("offset", &self.offset())
            .field("pointer", &self.pointer())
            .finish()
    }
}

impl std::error::Error for DecodeError {}

//! Values held to what the document demands of them beyond their types: lengths, patterns, ranges,
//! items. Only where a caller asks for it. What a type or an operation demands is a table that generated
//! code states; a value is walked by what it writes (`codec/writer/checked.rs`).

mod check;
mod pattern;
mod rules;

use std::fmt;

pub(crate) use rules::Inside;
pub use rules::{OperationRules, Rules};

use crate::codec::{Encode, Writer};
use crate::error::{Place, Violation};

/// A type of which the document demands more than Rust's type says. Requests lead to it.
pub trait Validate: Encode {
    /// What the document demands.
    fn rules() -> &'static Rules
    where
        Self: Sized;

    /// Whether the value is what the document demands. Nothing is sent.
    ///
    /// # Errors
    ///
    /// Where it is not: with everything that is not as it should be.
    fn validate(&self) -> Result<(), ValidationError>
    where
        Self: Sized,
    {
        match violations(Place::Value, self, Self::rules()) {
            none if none.is_empty() => Ok(()),
            violations => Err(ValidationError(violations)),
        }
    }
}

/// A value that the document does not allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidationError(Vec<Violation>);

impl ValidationError {
    /// Everything that is not as it should be; at least one.
    pub fn violations(&self) -> &[Violation] {
        &self.0
    }
}

impl fmt::Display for ValidationError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.0.iter().enumerate() {
            if index > 0 {
                formatter.write_str("; ")?;
            }
            write!(formatter, "{violation}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ValidationError {}

/// Everything of a value that its rules do not allow.
pub(crate) fn violations(
    place: Place,
    value: &dyn Encode,
    rules: &'static Rules,
) -> Vec<Violation> {
    let mut writer = Writer::checking(place, rules);
    value.encode(&mut writer);
    writer.into_violations()
}

/// A step of a JSON pointer (RFC 6901).
pub(crate) fn escaped(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}

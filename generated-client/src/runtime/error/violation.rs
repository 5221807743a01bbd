// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! A value that the document does not allow: where it stands, what is demanded, what was found.

use std::fmt;

use crate::runtime::error::Rule;

/// A value that the document does not allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    pub(crate) place: Place,
    pub(crate) pointer: String,
    pub(crate) rule: Rule,
    pub(crate) found: String,
}

/// The part of a request that a value stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// The path parameter of this name.
    Path(String),
    /// The query parameter of this name.
    Query(String),
    /// The header field of this name.
    Header(String),
    /// The cookie of this name.
    Cookie(String),
    /// The body.
    Body,
    /// None: a value was asked about by itself.
    Value,
}

impl Violation {
    /// The part of the request that the value stands in.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Where the value stands in there, as a JSON pointer (RFC 6901); empty: it is all of it.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// What the document demands.
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// What was found: `65 characters`, `101`. The value of a password is not told.
    pub fn found(&self) -> &str {
        &self.found
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let separator = match (&self.place, self.pointer.as_str()) {
            (_, "") | (Place::Value, _) => "",
            _ => " ",
        };
        let Self {
            place,
            pointer,
            rule,
            found,
        } = self;
        match (place, pointer.as_str()) {
            (Place::Value, "") => write!(formatter, "{found}, where {rule}"),
            _ => write!(
                formatter,
                "{place}{separator}{pointer}: {found}, where {rule}"
            ),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(name) => write!(formatter, "path parameter `{name}`"),
            Self::Query(name) => write!(formatter, "query parameter `{name}`"),
            Self::Header(name) => write!(formatter, "header field `{name}`"),
            Self::Cookie(name) => write!(formatter, "cookie `{name}`"),
            Self::Body => formatter.write_str("body"),
            Self::Value => Ok(()),
        }
    }
}

//! A scalar that the document writes: a constant, a default.

/// A scalar.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Literal {
    /// `true` or `false`.
    Boolean(bool),
    /// A number's digits, as written.
    Number(String),
    /// A string.
    String(String),
}

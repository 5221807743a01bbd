//! What types are in Rust, where the user does not want the usual.

use std::collections::BTreeMap;

/// What types are in Rust. Types are named as in [`Names`](super::Names).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Types {
    /// Further derives by type; `all` is every struct and enumeration.
    pub derives: BTreeMap<String, Vec<String>>,
    /// Whether enumerations take unknown values from replies, unless told for one.
    pub enums: EnumForm,
    /// The same, by type.
    pub enums_by_type: BTreeMap<String, EnumForm>,
    /// What stands for strings of a format, and for exact numbers (`decimal`), by the format.
    pub formats: BTreeMap<String, Replacement>,
    /// What stands for a schema, by type.
    pub schemas: BTreeMap<String, Replacement>,
    /// Whether types that are written inline in several places, and say the same in all of them, stay types of their
    /// own. Unless told, they are one, under as many names.
    pub separate: bool,
}

/// A type that the user wants in place of the usual one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Replacement {
    /// A library that is known (`jiff`), `String`, `Value`, or the path of a type (`bank::Iban`).
    pub type_: String,
    /// How it is written; by what the schema says, unless told.
    pub notation: Option<Notation>,
    /// The path of a constant, or of a function with `()` behind it, that gives a value before anything is read;
    /// the type's `Default`, unless told.
    pub vacant: Option<String>,
    /// A text of it, for examples.
    pub example: Option<String>,
}

impl Replacement {
    /// A type, all else as usual.
    pub fn new(type_: impl Into<String>) -> Self {
        Self {
            type_: type_.into(),
            notation: None,
            vacant: None,
            example: None,
        }
    }
}

/// How a type is read and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// As a string, by `FromStr` and `Display`.
    Text,
    /// As a number, by `FromStr` and `Display`.
    Number,
    /// As any JSON, by serde's traits.
    Json,
}

/// The libraries that are known by name.
pub const LIBRARIES: &[&str] = &["chrono", "jiff", "rust_decimal", "time", "uuid"];

/// Whether an enumeration takes values from replies that the document does not list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EnumForm {
    /// It keeps them.
    #[default]
    Open,
    /// It fails to be read.
    Closed,
}

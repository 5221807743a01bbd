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
}

/// Whether an enumeration takes values from replies that the document does not list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EnumForm {
    /// It keeps them.
    #[default]
    Open,
    /// It fails to be read.
    Closed,
}

//! What things are called in Rust, where the user does not want what the document suggests.

use std::collections::BTreeMap;

/// Names in Rust, by names in the document.
///
/// A type's is its component's name, or for an inline one the words that lead to it (`Order.items.item`);
/// a property's or value's is the type's, a dot, and its own. A JSON pointer (`#/components/schemas/Pet`)
/// does for any of them, and `GET /pets` for an operation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Names {
    /// Types.
    pub types: BTreeMap<String, String>,
    /// Operations, as the client's methods are called.
    pub operations: BTreeMap<String, String>,
    /// Properties.
    pub fields: BTreeMap<String, String>,
    /// Values of enumerations.
    pub values: BTreeMap<String, String>,
}

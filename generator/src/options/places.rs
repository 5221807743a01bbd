//! Where choices are written down. Not what was chosen, and not places of the document.

use std::collections::BTreeMap;

use crate::diagnostics::Excerpt;

/// The lines of a `clientsmith.toml` in which choices stand, by table and key. Empty where a program chose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places(BTreeMap<(String, String), Excerpt>);

impl Places {
    /// Notes where a key of a table (`names.types`) stands.
    pub fn insert(&mut self, table: &str, key: &str, place: Excerpt) {
        self.0.insert((table.to_owned(), key.to_owned()), place);
    }

    /// Where a key of a table stands, if that is known.
    pub fn get(&self, table: &str, key: &str) -> Option<&Excerpt> {
        self.0.get(&(table.to_owned(), key.to_owned()))
    }
}

//! The tree that both readers build: order kept, numbers kept as written, duplicate keys kept.

use indexmap::IndexMap;
use indexmap::map::Entry;

/// A node of a document as read.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number, as it was written.
    Number(Number),
    /// A string.
    String(String),
    /// A list.
    Sequence(Vec<Node>),
    /// A mapping from names to nodes, in the document's order.
    Mapping(Mapping),
}

/// A number as it was written: integers of any width and decimals lose nothing. (JSON exponents get
/// their sign written: `1E3` is `1e+3`.)
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number(String);

/// A mapping in the document's order. The first of two equal keys wins; later ones are kept apart.
#[derive(Debug, Clone, Default)]
pub struct Mapping {
    entries: IndexMap<String, Node>,
    duplicates: Vec<String>,
}

impl Number {
    /// A number from its text, which the reader has already recognised as one.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The number as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number where it is an integer of at most 64 bits (`1.0` and `1e3` are integers too).
    pub fn as_i64(&self) -> Option<i64> {
        match self.0.parse() {
            Ok(integer) => Some(integer),
            Err(_) => {
                let float = self.as_f64()?;
                let integral = float.fract() == 0.0 && float.abs() < 9_007_199_254_740_992.0;
                integral.then_some(float as i64)
            }
        }
    }

    /// The number where it is a natural number of at most 64 bits.
    pub fn as_u64(&self) -> Option<u64> {
        match self.0.parse() {
            Ok(natural) => Some(natural),
            Err(_) => self
                .as_i64()
                .and_then(|integer| u64::try_from(integer).ok()),
        }
    }

    /// The nearest double.
    pub fn as_f64(&self) -> Option<f64> {
        self.0.parse().ok()
    }
}

impl Mapping {
    /// Adds an entry; a key that is there already keeps its first value and is noted as a duplicate.
    pub fn push(&mut self, key: String, value: Node) {
        match self.entries.entry(key) {
            Entry::Vacant(entry) => {
                entry.insert(value);
            }
            Entry::Occupied(entry) => self.duplicates.push(entry.key().clone()),
        }
    }

    /// Notes a key that stood there twice.
    pub fn push_duplicate(&mut self, key: String) {
        self.duplicates.push(key);
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries.get(key)
    }

    /// A key as it stands here, and its value.
    pub(crate) fn get_key_value(&self, key: &str) -> Option<(&str, &Node)> {
        let (key, value) = self.entries.get_key_value(key)?;
        Some((key, value))
    }

    /// The value of a key, to be changed.
    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        self.entries.get_mut(key)
    }

    /// Takes an entry out; the others keep their order.
    pub(crate) fn remove(&mut self, key: &str) -> Option<Node> {
        self.entries.shift_remove(key)
    }

    /// The entries in the document's order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Node)> {
        self.entries
            .iter()
            .map(|(key, value)| (key.as_str(), value))
    }

    /// The keys that stood there more than once, each as often as it was repeated.
    pub fn duplicates(&self) -> &[String] {
        &self.duplicates
    }

    /// The entries and the duplicates, for building another mapping.
    pub(super) fn into_parts(self) -> (impl ExactSizeIterator<Item = (String, Node)>, Vec<String>) {
        (self.entries.into_iter(), self.duplicates)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// Two mappings are equal when they have the same entries in the same order and the same duplicates.
impl PartialEq for Mapping {
    fn eq(&self, other: &Self) -> bool {
        self.entries.as_slice() == other.entries.as_slice() && self.duplicates == other.duplicates
    }
}

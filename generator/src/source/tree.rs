//! Builds the tree: one visitor for what JSON's and YAML's readers deliver. Knows of no files.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::limits::{Breach, Limits};
use super::merge::Merges;
use super::node::{Mapping, Node, Number};

/// The key under which serde_json hands over a number as it was written.
const NUMBER_KEY: &str = "$serde_json::private::Number";

/// Which of the two notations is read: `<<` means something in one of them only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notation {
    /// JSON.
    Json,
    /// YAML.
    Yaml,
}

/// Reads one node at a level of the tree.
#[derive(Clone, Copy)]
pub(super) struct NodeSeed<'a> {
    notation: Notation,
    limits: &'a Limits,
    depth: usize,
}

impl<'a> NodeSeed<'a> {
    /// Reads the root.
    pub(super) fn root(notation: Notation, limits: &'a Limits) -> Self {
        Self {
            notation,
            limits,
            depth: 0,
        }
    }

    /// Reads what stands in this node.
    fn child<E: Error>(self) -> Result<Self, E> {
        let depth = self.depth + 1;
        self.limits.enter(depth).map_err(broken)?;
        Ok(Self { depth, ..self })
    }

    fn count<E: Error>(self, text: usize) -> Result<(), E> {
        self.limits.count(text).map_err(broken)
    }

    fn number<E: Error>(self, text: impl Into<String>) -> Result<Node, E> {
        self.count(0)?;
        Ok(Node::Number(Number::from_text(text)))
    }

    fn string<E: Error>(self, text: String) -> Result<Node, E> {
        self.count(text.len())?;
        Ok(Node::String(text))
    }
}

/// Ends the reading; what is reported is the breach that [`Limits`] keeps.
fn broken<E: Error>(breach: Breach) -> E {
    E::custom(format_args!("{breach:?}"))
}

impl<'de> DeserializeSeed<'de> for NodeSeed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NodeSeed<'_> {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        self.count(0)?;
        Ok(Node::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Node, E> {
        self.visit_unit()
    }

    fn visit_bool<E: Error>(self, boolean: bool) -> Result<Node, E> {
        self.count(0)?;
        Ok(Node::Boolean(boolean))
    }

    fn visit_u64<E: Error>(self, integer: u64) -> Result<Node, E> {
        self.number(integer.to_string())
    }

    fn visit_i64<E: Error>(self, integer: i64) -> Result<Node, E> {
        self.number(integer.to_string())
    }

    fn visit_u128<E: Error>(self, integer: u128) -> Result<Node, E> {
        self.number(integer.to_string())
    }

    fn visit_i128<E: Error>(self, integer: i128) -> Result<Node, E> {
        self.number(integer.to_string())
    }

    fn visit_f64<E: Error>(self, float: f64) -> Result<Node, E> {
        match float_text(float) {
            Ok(text) => self.number(text),
            Err(text) => self.string(text.to_owned()),
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        self.string(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Node, E> {
        self.string(text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        self.count(0)?;
        let child = self.child()?;
        let mut nodes = Vec::new();
        while let Some(node) = items.next_element_seed(child)? {
            nodes.push(node);
        }
        Ok(Node::Sequence(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut next = entries.next_key_seed(KeySeed)?;
        if self.notation == Notation::Json && next.as_deref() == Some(NUMBER_KEY) {
            return self.number(entries.next_value::<String>()?);
        }
        self.count(0)?;
        let child = self.child()?;
        let mut mapping = Mapping::default();
        let mut merges = Merges::default();
        while let Some(key) = next {
            self.count(key.len())?;
            let value = entries.next_value_seed(child)?;
            if let Some(value) = merges.take(self.notation, &key, value, mapping.len()) {
                mapping.push(key, value);
            }
            next = entries.next_key_seed(KeySeed)?;
        }
        if !mapping.duplicates().is_empty() {
            self.limits.note_duplicate();
        }
        Ok(Node::Mapping(merges.apply_to(mapping)))
    }

    /// A value with a tag of the document's own: the value counts, the tag says nothing here.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Node, A::Error> {
        let (IgnoredAny, value) = tagged.variant()?;
        value.newtype_variant_seed(self)
    }
}

/// Reads a key: YAML's numbers, booleans and nulls become their text.
struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = String;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key that is a text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<String, E> {
        Ok(text)
    }
}

/// The shortest text that reads back as the same number; YAML's infinities and `.nan` are no
/// numbers of JSON and stay texts.
fn float_text(float: f64) -> Result<String, &'static str> {
    if float.is_nan() {
        Err(".nan")
    } else if float.is_infinite() {
        Err(if float > 0.0 { ".inf" } else { "-.inf" })
    } else {
        Ok(format!("{float:?}"))
    }
}

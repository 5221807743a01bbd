//! Reads JSON into the tree, by serde_json. Numbers stay as they were written.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::limits::{Breach, Limits};
use super::lines::Lines;
use super::node::{Mapping, Node, Number};
use super::position::Span;
use super::syntax_error::SyntaxError;

/// The key under which serde_json hands over a number as it was written.
const NUMBER_KEY: &str = "$serde_json::private::Number";

/// Reads a text that is JSON and nothing else.
pub(super) fn parse_json(text: &str, limits: &Limits) -> Result<Node, SyntaxError> {
    let mut reader = serde_json::Deserializer::from_str(text);
    reader.disable_recursion_limit(); // ours is checked while the tree is built
    let root = NodeSeed { limits, depth: 0 };
    root.deserialize(&mut reader)
        .and_then(|root| reader.end().map(|()| root))
        .map_err(|error| complaint(text, &error))
}

/// serde_json ends its messages with the place, counts columns in bytes, and names the last byte
/// that it took.
fn complaint(text: &str, error: &serde_json::Error) -> SyntaxError {
    let message = error.to_string();
    let message = message
        .rsplit_once(" at line ")
        .map_or(message.as_str(), |(message, _)| message);
    let start = Lines::new(text).start(error.line()) + error.column().saturating_sub(1);
    SyntaxError {
        notation: "JSON",
        message: message.to_owned(),
        span: Span::character(text, start),
    }
}

/// Reads one node at a level of the tree.
#[derive(Clone, Copy)]
struct NodeSeed<'a> {
    limits: &'a Limits,
    depth: usize,
}

impl NodeSeed<'_> {
    /// Reads what stands in this node.
    fn child<E: Error>(self) -> Result<Self, E> {
        let depth = self.depth + 1;
        self.limits.enter(depth).map_err(broken)?;
        Ok(Self { depth, ..self })
    }
}

/// Ends the reading; what is reported is the breach that [`Limits`] keeps.
fn broken<E: Error>(breach: Breach) -> E {
    E::custom(breach)
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
        Ok(Node::Null)
    }

    fn visit_bool<E: Error>(self, boolean: bool) -> Result<Node, E> {
        Ok(Node::Boolean(boolean))
    }

    fn visit_u64<E: Error>(self, integer: u64) -> Result<Node, E> {
        Ok(Node::Number(Number::from_text(integer.to_string())))
    }

    fn visit_i64<E: Error>(self, integer: i64) -> Result<Node, E> {
        Ok(Node::Number(Number::from_text(integer.to_string())))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        Ok(Node::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let child = self.child()?;
        let mut nodes = Vec::new();
        while let Some(node) = items.next_element_seed(child)? {
            nodes.push(node);
        }
        Ok(Node::Sequence(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut next = entries.next_key::<String>()?;
        if next.as_deref() == Some(NUMBER_KEY) {
            let text = entries.next_value::<String>()?;
            return Ok(Node::Number(Number::from_text(text)));
        }
        let child = self.child()?;
        let mut mapping = Mapping::default();
        while let Some(key) = next {
            mapping.push(key, entries.next_value_seed(child)?);
            next = entries.next_key()?;
        }
        if !mapping.duplicates().is_empty() {
            self.limits.note_duplicate();
        }
        Ok(Node::Mapping(mapping))
    }
}

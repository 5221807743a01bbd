//! The steps of a JSON pointer (RFC 6901). Not the document in which they are taken.

use super::uri::percent_decoded;
use super::{Node, Origin, Place};
use crate::source::origin::Token;

/// What a token of a pointer leads to, as it stands in a URI: percent-encoded, with `~1` and `~0`.
pub(super) fn child<'s>(node: &'s Node, place: &Origin, token: &str) -> Option<Place<'s>> {
    match node {
        Node::Mapping(mapping) => {
            let by = |key: String| mapping.get(&key).map(|inner| (inner, place.key(&key)));
            // a key that has a percent sign itself, and was not encoded
            by(unescaped(&percent_decoded(token))).or_else(|| by(unescaped(token)))
        }
        Node::Sequence(items) => {
            let index = index(token)?;
            Some((items.get(index)?, place.index(index)))
        }
        _ => None,
    }
}

/// What a step of a place leads to.
pub(super) fn step<'s>(node: &'s Node, token: &Token) -> Option<&'s Node> {
    match (node, token) {
        (Node::Mapping(mapping), Token::Key(key)) => mapping.get(key),
        (Node::Sequence(items), Token::Index(index)) => items.get(*index),
        _ => None,
    }
}

/// The `$ref` of a node.
pub(super) fn reference(node: &Node) -> Option<&str> {
    match node {
        Node::Mapping(mapping) => match mapping.get("$ref") {
            Some(Node::String(reference)) => Some(reference),
            _ => None,
        },
        _ => None,
    }
}

fn unescaped(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// An index: digits without leading zeros.
fn index(token: &str) -> Option<usize> {
    let is_index = token == "0" || !token.starts_with(['0', '+']);
    token.parse().ok().filter(|_| is_index)
}

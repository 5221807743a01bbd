//! `$ref`: what a JSON pointer (RFC 6901) in a URI fragment leads to.

use super::Parser;
use super::fields::Fields;
use crate::diagnostics::codes;
use crate::source::{Node, Origin};

/// How long a chain of references may be.
const LONGEST_CHAIN: usize = 32;

impl<'n> Parser<'n, '_> {
    /// What a reference leads to; `None` where that is nothing, which is said.
    pub(super) fn target(
        &mut self,
        reference: &str,
        origin: &Origin,
    ) -> Option<(&'n Node, Origin)> {
        let Some(pointer) = reference.strip_prefix('#') else {
            let diagnostic = match reference.contains(['/', '.', ':', '#']) {
                true => codes::external_reference(origin, reference),
                false => codes::dangling_reference(origin, reference),
            };
            self.sink.push(diagnostic);
            return None;
        };
        let target = self.pointed(pointer, origin);
        if target.is_none() {
            self.sink.push(codes::dangling_reference(origin, reference));
        }
        target
    }

    /// What a reference leads to in the end, through further references.
    pub(super) fn final_target(
        &mut self,
        reference: &str,
        origin: &Origin,
    ) -> Option<(&'n Node, Origin)> {
        let (mut node, mut place) = self.target(reference, origin)?;
        for _ in 0..LONGEST_CHAIN {
            let next = match node {
                Node::Mapping(mapping) => Fields::new(mapping, place.clone()).reference(),
                _ => None,
            };
            match next {
                None => return Some((node, place)),
                Some(next) => (node, place) = self.target(next, &place)?,
            }
        }
        self.sink.push(codes::dangling_reference(origin, reference));
        None
    }

    fn pointed(&self, pointer: &str, origin: &Origin) -> Option<(&'n Node, Origin)> {
        let mut node = self.root;
        let mut place = Origin::root(origin.file());
        let tokens = match pointer {
            "" => None,
            pointer => Some(pointer.strip_prefix('/')?.split('/')),
        };
        for token in tokens.into_iter().flatten() {
            let token = unescaped(token);
            (node, place) = match node {
                Node::Mapping(mapping) => (mapping.get(&token)?, place.key(&token)),
                Node::Sequence(items) => {
                    let index = token.parse().ok()?;
                    (items.get(index)?, place.index(index))
                }
                _ => return None,
            };
        }
        Some((node, place))
    }
}

/// A token of a pointer: percent-decoded (RFC 3986), then `~1` and `~0`.
fn unescaped(token: &str) -> String {
    let mut bytes = Vec::with_capacity(token.len());
    let mut rest = token.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escape = after
            .get(..2)
            .and_then(|digits| std::str::from_utf8(digits).ok());
        match escape.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    let text = String::from_utf8_lossy(&bytes);
    text.replace("~1", "/").replace("~0", "~")
}

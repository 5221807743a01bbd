//! Merging a value into a node: mappings entry by entry, lists one behind the other, anything else replaced.

use super::provenance::{Place, Provenance};
use crate::diagnostics::{Sink, codes};
use crate::source::{MAX_DEPTH, Node, Origin, Token};

/// How many nodes overlays may add: copies of copies grow fast.
const MOST_ADDED: usize = 1_000_000;

/// What a merge needs to know.
pub(super) struct Merge<'a> {
    provenance: &'a mut Provenance,
    action: &'a Origin,
    sink: &'a mut Sink,
    /// How many nodes were added so far.
    added: &'a mut usize,
    /// Where in the document.
    path: Vec<Token>,
}

/// The node at a place.
pub(super) fn find<'n>(root: &'n Node, path: &[Token]) -> Option<&'n Node> {
    path.iter()
        .try_fold(root, |node, token| match (node, token) {
            (Node::Mapping(mapping), Token::Key(key)) => mapping.get(key),
            (Node::Sequence(items), Token::Index(index)) => items.get(*index),
            _ => None,
        })
}

/// The node at a place, to be changed.
pub(super) fn find_mut<'n>(root: &'n mut Node, path: &[Token]) -> Option<&'n mut Node> {
    path.iter()
        .try_fold(root, |node, token| match (node, token) {
            (Node::Mapping(mapping), Token::Key(key)) => mapping.get_mut(key),
            (Node::Sequence(items), Token::Index(index)) => items.get_mut(*index),
            _ => None,
        })
}

impl<'a> Merge<'a> {
    /// A merge for the action that stands at a place.
    pub(super) fn new(
        provenance: &'a mut Provenance,
        action: &'a Origin,
        added: &'a mut usize,
        sink: &'a mut Sink,
    ) -> Self {
        Self {
            provenance,
            action,
            added,
            sink,
            path: Vec::new(),
        }
    }

    /// Merges a value, which was written at a place, into a node of the document.
    pub(super) fn put_at(
        &mut self,
        root: &mut Node,
        target: &[Token],
        value: &Node,
        written: &Place,
    ) {
        self.path = target.to_vec();
        if let Some(node) = find_mut(root, target) {
            match (node, value) {
                // into a list that is chosen itself, one item is put as well as a list of them
                (Node::Sequence(items), Node::Sequence(_)) => {
                    self.append(items, value, written);
                }
                (Node::Sequence(items), item) => self.push(items, item, written),
                (node, value) => self.merge(node, value, written),
            }
        }
    }

    fn merge(&mut self, node: &mut Node, value: &Node, written: &Place) {
        if !self.affords(1) {
            return;
        }
        match (node, value) {
            (Node::Mapping(mapping), Node::Mapping(added)) => {
                for (key, value) in added.iter() {
                    let token = Token::Key(key.into());
                    let written = written.step(&token);
                    self.path.push(token);
                    match mapping.get_mut(key) {
                        Some(node) => self.merge(node, value, &written),
                        None if self.fits(value) => {
                            mapping.push(key.to_owned(), value.clone());
                            self.provenance.put(&self.path, written);
                        }
                        None => {} // reported
                    }
                    self.path.pop();
                }
            }
            (Node::Sequence(items), Node::Sequence(_)) => self.append(items, value, written),
            // what a key without a value says in YAML: nothing
            (Node::Mapping(_) | Node::Sequence(_), Node::Null) => {}
            (node @ Node::Null, value) => self.replace(node, value, written),
            (node @ (Node::Mapping(_) | Node::Sequence(_)), value)
            | (node, value @ (Node::Mapping(_) | Node::Sequence(_))) => {
                let what = format!("{} cannot be merged into {}", kind(value), kind(node));
                self.mismatch(&what);
            }
            (node, value) => self.replace(node, value, written),
        }
    }

    fn replace(&mut self, node: &mut Node, value: &Node, written: &Place) {
        if self.fits(value) {
            *node = value.clone();
            self.provenance.put(&self.path, written.clone());
        }
    }

    fn append(&mut self, items: &mut Vec<Node>, value: &Node, written: &Place) {
        let Node::Sequence(added) = value else {
            return; // both callers have looked
        };
        for (index, item) in added.iter().enumerate() {
            self.push(items, item, &written.step(&Token::Index(index)));
        }
    }

    fn push(&mut self, items: &mut Vec<Node>, item: &Node, written: &Place) {
        if self.fits(item) {
            self.path.push(Token::Index(items.len()));
            self.provenance.put(&self.path, written.clone());
            self.path.pop();
            items.push(item.clone());
        }
    }

    /// Whether a value can be added without making the document deeper or larger than one may be.
    fn fits(&mut self, value: &Node) -> bool {
        let (height, size) = extent(value);
        if self.path.len() + height > MAX_DEPTH {
            self.mismatch("the document would be nested too deeply");
            return false;
        }
        self.affords(size)
    }

    /// Counts nodes that are looked at or added; says once when there are too many.
    fn affords(&mut self, nodes: usize) -> bool {
        let before = *self.added;
        *self.added = before.saturating_add(nodes);
        let affords = *self.added <= MOST_ADDED;
        if !affords && before <= MOST_ADDED {
            self.mismatch("overlays add more than a document has a use for");
        }
        affords
    }

    fn mismatch(&mut self, what: &str) {
        let place = self.provenance.written(&self.path);
        let diagnostic = codes::overlay_mismatch(self.action, what);
        self.sink
            .push(diagnostic.note("this is what it would be merged into", Some(&place)));
    }
}

/// How many levels a value has, and how many nodes.
fn extent(node: &Node) -> (usize, usize) {
    let children: &mut dyn Iterator<Item = &Node> = match node {
        Node::Mapping(mapping) => &mut mapping.iter().map(|(_, node)| node),
        Node::Sequence(items) => &mut items.iter(),
        Node::Null | Node::Boolean(_) | Node::Number(_) | Node::String(_) => return (0, 1),
    };
    children
        .map(extent)
        .fold((1, 1), |(height, size), (inner, more)| {
            (height.max(1 + inner), size + more)
        })
}

fn kind(node: &Node) -> &'static str {
    match node {
        Node::Null => "null",
        Node::Boolean(_) => "a boolean",
        Node::Number(_) => "a number",
        Node::String(_) => "a text",
        Node::Sequence(_) => "a list",
        Node::Mapping(_) => "a mapping",
    }
}

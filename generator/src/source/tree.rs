//! Builds the tree from what YAML says one after the other: keys, scalars, beginnings, ends, aliases.

use std::collections::HashMap;

use super::limits::Limits;
use super::merge::Merges;
use super::node::{Mapping, Node};

/// A tree that is being built.
pub(super) struct Tree<'a> {
    limits: &'a Limits,
    open: Vec<Open>,
    anchors: HashMap<usize, Anchored>,
    root: Option<Node>,
}

/// A key of a mapping.
pub(super) struct Key {
    text: String,
    merges: bool,
}

/// A collection whose end has not come yet.
struct Open {
    collection: Collection,
    anchor: usize,
    spent_before: usize,
    height: usize,
}

enum Collection {
    Sequence(Vec<Node>),
    Mapping {
        mapping: Mapping,
        merges: Merges,
        key: Option<Key>,
    },
}

/// A node that aliases may repeat, and what that costs.
struct Anchored {
    node: Node,
    cost: usize,
    height: usize,
}

/// The anchor of a node that has none.
const NO_ANCHOR: usize = 0;

impl Key {
    /// A key, and whether it asks for a merge.
    pub(super) fn new(text: String, merges: bool) -> Self {
        Self { text, merges }
    }
}

impl<'a> Tree<'a> {
    /// Nothing yet.
    pub(super) fn new(limits: &'a Limits) -> Self {
        Self {
            limits,
            open: Vec::new(),
            anchors: HashMap::new(),
            root: None,
        }
    }

    /// The finished tree; a null where there was nothing.
    pub(super) fn into_root(self) -> Node {
        self.root.unwrap_or(Node::Null)
    }

    /// Whether what comes next is a key.
    pub(super) fn awaits_key(&self) -> bool {
        let innermost = self.open.last().map(|open| &open.collection);
        matches!(innermost, Some(Collection::Mapping { key: None, .. }))
    }

    /// A scalar in the place of a key.
    pub(super) fn key(&mut self, key: Key, anchor: usize) -> Result<(), String> {
        self.limits.count(key.text.len())?;
        if anchor != NO_ANCHOR {
            let cost = 1 + key.text.len();
            self.keep(anchor, &Node::String(key.text.clone()), cost, 0)?;
        }
        if let Some(Open {
            collection: Collection::Mapping { key: place, .. },
            ..
        }) = self.open.last_mut()
        {
            *place = Some(key);
        }
        Ok(())
    }

    /// A scalar in the place of a value.
    pub(super) fn scalar(&mut self, node: Node, anchor: usize) -> Result<(), String> {
        let text = match &node {
            Node::String(text) => text.len(),
            _ => 0, // small ones, of about the same size
        };
        self.limits.count(text)?;
        if anchor != NO_ANCHOR {
            self.keep(anchor, &node, 1 + text, 0)?;
        }
        self.place(node, 0)
    }

    /// What stands at an anchor, once more.
    pub(super) fn alias(&mut self, anchor: usize) -> Result<(), String> {
        let Some(anchored) = self.anchors.get(&anchor) else {
            return Err("an alias stands inside of what it repeats".to_owned());
        };
        self.limits.count(anchored.cost)?;
        self.limits.enter(self.open.len() + anchored.height)?;
        let (node, height) = (anchored.node.clone(), anchored.height);
        if self.awaits_key() {
            let text = key_text(node).ok_or_else(|| not_a_key("a mapping or a list"))?;
            return self.key(Key::new(text, false), NO_ANCHOR);
        }
        self.place(node, height)
    }

    /// A list begins.
    pub(super) fn begin_sequence(&mut self, anchor: usize) -> Result<(), String> {
        self.begin(Collection::Sequence(Vec::new()), anchor, "a list")
    }

    /// A mapping begins.
    pub(super) fn begin_mapping(&mut self, anchor: usize) -> Result<(), String> {
        let collection = Collection::Mapping {
            mapping: Mapping::default(),
            merges: Merges::default(),
            key: None,
        };
        self.begin(collection, anchor, "a mapping")
    }

    /// The innermost list or mapping ends.
    pub(super) fn end(&mut self) -> Result<(), String> {
        let Some(open) = self.open.pop() else {
            return Ok(()); // the parser pairs ends with beginnings
        };
        let node = match open.collection {
            Collection::Sequence(items) => Node::Sequence(items),
            Collection::Mapping {
                mapping, merges, ..
            } => {
                if !mapping.duplicates().is_empty() {
                    self.limits.note_duplicate();
                }
                Node::Mapping(merges.apply_to(mapping))
            }
        };
        if open.anchor != NO_ANCHOR {
            let cost = self.limits.spent() - open.spent_before;
            self.keep(open.anchor, &node, cost, open.height)?;
        }
        self.place(node, open.height)
    }

    fn begin(&mut self, collection: Collection, anchor: usize, found: &str) -> Result<(), String> {
        if self.awaits_key() {
            return Err(not_a_key(found));
        }
        if self.open.is_empty() {
            self.check_first()?;
        }
        let spent_before = self.limits.spent();
        self.limits.count(0)?;
        self.limits.enter(self.open.len() + 1)?;
        self.open.push(Open {
            collection,
            anchor,
            spent_before,
            height: 1,
        });
        Ok(())
    }

    /// Puts a finished node where it belongs.
    fn place(&mut self, node: Node, height: usize) -> Result<(), String> {
        let Some(open) = self.open.last_mut() else {
            if node != Node::Null {
                self.check_first()?;
                self.root = Some(node);
            }
            return Ok(());
        };
        open.height = open.height.max(height + 1);
        match &mut open.collection {
            Collection::Sequence(items) => items.push(node),
            Collection::Mapping {
                mapping,
                merges,
                key,
            } => {
                let Some(Key {
                    text,
                    merges: asked,
                }) = key.take()
                else {
                    return Ok(()); // a key came first
                };
                let value = match asked {
                    true => merges.take(node, mapping.len()),
                    false => Some(node),
                };
                if let Some(value) = value {
                    mapping.push(text, value);
                }
            }
        }
        Ok(())
    }

    /// A stream may hold several documents; a description is one.
    fn check_first(&self) -> Result<(), String> {
        match self.root {
            None => Ok(()),
            Some(_) => Err("a second document begins here".to_owned()),
        }
    }

    fn keep(
        &mut self,
        anchor: usize,
        node: &Node,
        cost: usize,
        height: usize,
    ) -> Result<(), String> {
        self.limits.count_kept(cost)?;
        let node = node.clone();
        self.anchors.insert(anchor, Anchored { node, cost, height });
        Ok(())
    }
}

fn not_a_key(found: &str) -> String {
    format!("a key is a text, found {found}")
}

/// The text of a scalar that stands in the place of a key.
fn key_text(node: Node) -> Option<String> {
    match node {
        Node::Null => Some("null".to_owned()),
        Node::Boolean(boolean) => Some(boolean.to_string()),
        Node::Number(number) => Some(number.as_str().to_owned()),
        Node::String(text) => Some(text),
        Node::Sequence(_) | Node::Mapping(_) => None,
    }
}

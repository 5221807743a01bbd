//! Finds what may be a reference, an `$id` or an anchor in a tree. Knows which keywords hold values of the
//! user's own, in which a `$ref` is only a word, and which hold names, which are no keywords.

use indexmap::IndexSet;

use super::uri;
use super::{FileId, Node, Origin};
use crate::source::node::Mapping;

/// Keywords whose keys are names.
const NAMES: &[&str] = &[
    "properties",
    "patternProperties",
    "$defs",
    "definitions",
    "dependentSchemas",
    "schemas",
    "responses",
    "parameters",
    "examples",
    "requestBodies",
    "headers",
    "securitySchemes",
    "links",
    "callbacks",
    "pathItems",
    "mediaTypes",
    "paths",
    "x-ms-paths",
    "webhooks",
    "content",
    "encoding",
    "additionalOperations",
];

/// Keywords whose values are the user's own.
const VALUES: &[&str] = &["example", "default", "enum", "const", "value", "dataValue"];

/// What was found in a file.
#[derive(Default)]
pub(super) struct Gathered {
    /// What leads out of the file, without fragments.
    pub(super) documents: IndexSet<String>,
    /// The absolute `$id`s.
    pub(super) ids: Vec<(String, Origin)>,
    /// The anchors, each with whether it is dynamic.
    pub(super) anchors: Vec<(String, Origin, bool)>,
}

/// What a mapping is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The root of a file: it may be an object of OpenAPI, or one with names.
    Root,
    /// An object with keywords.
    Keywords,
    /// From names to objects.
    Names,
}

/// A step on the way from the root.
enum Step<'n> {
    Key(&'n str),
    Index(usize),
}

struct Walk<'n> {
    file: FileId,
    way: Vec<Step<'n>>,
    /// The `$id`s around.
    bases: Vec<String>,
    gathered: Gathered,
}

/// Walks a file.
pub(super) fn gather(root: &Node, file: FileId) -> Gathered {
    let mut walk = Walk {
        file,
        way: Vec::new(),
        bases: Vec::new(),
        gathered: Gathered::default(),
    };
    walk.node(root, Kind::Root);
    walk.gathered
}

impl<'n> Walk<'n> {
    /// Trees are not deeper than their reader allows.
    fn node(&mut self, node: &'n Node, kind: Kind) {
        match node {
            Node::Mapping(mapping) => self.mapping(mapping, kind),
            Node::Sequence(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.way.push(Step::Index(index));
                    self.node(item, Kind::Keywords);
                    self.way.pop();
                }
            }
            Node::Null | Node::Boolean(_) | Node::Number(_) | Node::String(_) => {}
        }
    }

    fn mapping(&mut self, mapping: &'n Mapping, kind: Kind) {
        let around = self.bases.len();
        let is_names = kind == Kind::Names;
        if !is_names {
            self.identify(mapping);
        }
        for (key, value) in mapping.iter() {
            match value {
                Node::String(text) => self.text(key, text, is_names),
                Node::Mapping(inner) if key == "discriminator" && !is_names => {
                    self.mappings(inner);
                }
                Node::Mapping(_) | Node::Sequence(_) => {
                    if kind == Kind::Keywords && (VALUES.contains(&key) || key.starts_with("x-")) {
                        continue;
                    }
                    let inner = match !is_names && NAMES.contains(&key) {
                        true => Kind::Names,
                        false => Kind::Keywords,
                    };
                    self.way.push(Step::Key(key));
                    self.node(value, inner);
                    self.way.pop();
                }
                Node::Null | Node::Boolean(_) | Node::Number(_) => {}
            }
        }
        self.bases.truncate(around);
    }

    /// Notes an `$id`, which holds for everything inside. (Going through the keys is faster than asking for it.)
    fn identify(&mut self, mapping: &'n Mapping) {
        for (key, value) in mapping.iter() {
            if let Node::String(text) = value
                && (key == "$id" || (key == "$self" && self.way.is_empty()))
            {
                let base = self.bases.last().map_or("", String::as_str);
                let id = uri::resolved(base, uri::split(text).0);
                self.gathered.ids.push((id.clone(), self.place()));
                self.bases.push(id);
            }
        }
    }

    fn text(&mut self, key: &str, text: &str, is_names: bool) {
        match key {
            // among names, it stands for all of them
            "$ref" => self.reference(text),
            "$dynamicRef" if !is_names => self.reference(text),
            "$anchor" | "$dynamicAnchor" if !is_names => {
                let anchor = (text.to_owned(), self.place(), key == "$dynamicAnchor");
                self.gathered.anchors.push(anchor);
            }
            _ => {}
        }
    }

    fn reference(&mut self, reference: &str) {
        let (document, _) = uri::split(reference);
        if !document.is_empty() && !self.gathered.documents.contains(document) {
            self.gathered.documents.insert(document.to_owned());
        }
    }

    /// The `mapping` of a discriminator: texts that are references, or the names of components.
    fn mappings(&mut self, discriminator: &'n Mapping) {
        let Some(Node::Mapping(mapping)) = discriminator.get("mapping") else {
            return;
        };
        for (_, value) in mapping.iter() {
            if let Node::String(text) = value
                && text.contains(['/', '.', '#'])
            {
                self.reference(text);
            }
        }
    }

    fn place(&self) -> Origin {
        let root = Origin::root(self.file);
        self.way.iter().fold(root, |place, step| match step {
            Step::Key(key) => place.key(key),
            Step::Index(index) => place.index(*index),
        })
    }
}

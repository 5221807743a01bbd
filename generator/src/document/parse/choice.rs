//! Which operations are read at all: those that the user chose. What only others lead to is never met.

use super::Parser;
use super::path_item::{Layers, METHODS};
use crate::diagnostics::{Sink, codes};
use crate::document::SchemaId;
use crate::options::{Candidate, Pattern, Selection};
use crate::source::{Mapping, Node, Origin};

/// The user's choice, and what became of it.
pub(super) struct Choice {
    selection: Selection,
    /// Every operation that there is, and whether it was chosen.
    candidates: Vec<(Candidate, bool)>,
}

impl Choice {
    pub(super) fn of(selection: &Selection) -> Self {
        Self {
            selection: selection.clone(),
            candidates: Vec::new(),
        }
    }

    /// Whether only a part is read.
    pub(super) fn is_part(&self) -> bool {
        !self.selection.is_everything()
    }

    /// Whether an operation is chosen.
    fn takes(&mut self, candidate: Candidate) -> bool {
        let is_among =
            |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.matches(&candidate));
        let Selection { include, exclude } = &self.selection;
        let chosen = (include.is_empty() || is_among(include)) && !is_among(exclude);
        self.candidates.push((candidate, chosen));
        chosen
    }

    /// Says what of the choice does not fit the document.
    pub(super) fn report(&self, sink: &mut Sink) {
        if !self.is_part() {
            return;
        }
        let Selection { include, exclude } = &self.selection;
        for (option, patterns) in [("include", include), ("exclude", exclude)] {
            for pattern in patterns {
                let mut candidates = self.candidates.iter().map(|(candidate, _)| candidate);
                if !candidates.any(|candidate| pattern.matches(candidate)) {
                    let spellings = self.candidates.iter();
                    let spellings: Vec<_> = spellings
                        .flat_map(|(candidate, _)| pattern.spellings(candidate))
                        .collect();
                    sink.push(codes::unmatched_pattern(
                        option,
                        &pattern.to_string(),
                        &spellings,
                        pattern.place(),
                    ));
                }
            }
        }
        if !self.candidates.is_empty() && !self.candidates.iter().any(|(_, chosen)| *chosen) {
            sink.push(codes::nothing_chosen(self.candidates.len()));
        }
    }
}

impl<'n> Parser<'n, '_> {
    /// The methods of a path item that are chosen, as the keys that they stand under; `None`: all of them,
    /// there being no choice to make. `path` is there for one that a client can call.
    pub(super) fn chosen_methods(
        &mut self,
        path_item: &Layers<'n>,
        path: Option<&str>,
    ) -> Option<Vec<String>> {
        let path = path.filter(|_| self.choice.is_part())?;
        let standard = METHODS.iter().chain(&["query"]);
        let standard = standard.map(|key| {
            let (fields, written) = path_item.with_method(key);
            ((*key).to_owned(), key.to_uppercase(), fields.get(written))
        });
        let mut operations: Vec<_> = standard.collect();
        if let Some(Node::Mapping(others)) = path_item
            .with("additionalOperations")
            .get("additionalOperations")
        {
            let others = others.iter();
            operations
                .extend(others.map(|(key, node)| (key.to_owned(), key.to_owned(), Some(node))));
        }
        let mut chosen = Vec::new();
        for (key, method, node) in operations {
            if let Some(Node::Mapping(operation)) = node
                && self.choice.takes(candidate(method, path, operation))
            {
                chosen.push(key);
            }
        }
        Some(chosen)
    }

    /// The `components.schemas` that something chosen leads to, in order. What extends a reached schema that
    /// has a discriminator is reached, too: a reply may bring it.
    pub(super) fn reached_component_schemas(
        &mut self,
        root: &'n Mapping,
        origin: &Origin,
    ) -> Vec<(String, SchemaId)> {
        let entries = self.component_schema_entries(root, origin);
        let prefix = self.dialect.schemas_pointer();
        loop {
            let discriminated: Vec<_> = entries
                .iter()
                .filter(|(_, _, origin)| self.has_discriminator(origin))
                .map(|(name, _, _)| reference_to(prefix, name))
                .collect();
            let found = self.schema_places.len();
            for (_, node, origin) in &entries {
                if extends_one_of(node, &discriminated) {
                    self.schema(node, origin.clone());
                }
            }
            if self.schema_places.len() == found {
                break;
            }
            self.pending_schemas();
        }
        let reached = entries.into_iter().filter_map(|(name, _, origin)| {
            let id = self.schema_places.get(&origin)?;
            Some((name.to_owned(), *id))
        });
        reached.collect()
    }

    fn has_discriminator(&self, origin: &Origin) -> bool {
        let id = self.schema_places.get(origin);
        let node = id.and_then(|id| self.schemas.get(*id));
        node.is_some_and(|node| node.schema.discriminator.is_some())
    }
}

/// What patterns look at; what is wrong with it is reported where it is read.
fn candidate(method: String, path: &str, operation: &Mapping) -> Candidate {
    let tags = match operation.get("tags") {
        Some(Node::Sequence(tags)) => tags.as_slice(),
        _ => &[],
    };
    let text = |node: &Node| match node {
        Node::String(text) => Some(text.clone()),
        _ => None,
    };
    Candidate {
        method,
        path: path.to_owned(),
        id: operation.get("operationId").and_then(text),
        tags: tags.iter().filter_map(text).collect(),
    }
}

fn reference_to(prefix: &str, name: &str) -> String {
    format!("{prefix}{}", name.replace('~', "~0").replace('/', "~1"))
}

fn extends_one_of(node: &Node, references: &[String]) -> bool {
    let Node::Mapping(schema) = node else {
        return false;
    };
    let Some(Node::Sequence(parts)) = schema.get("allOf") else {
        return false;
    };
    parts.iter().any(|part| match part {
        Node::Mapping(part) => match part.get("$ref") {
            Some(Node::String(reference)) => references.contains(reference),
            _ => false,
        },
        _ => false,
    })
}

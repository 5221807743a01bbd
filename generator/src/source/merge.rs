//! YAML's merge key: `<<: *base` stands for the entries of another mapping. Not for JSON, where it is a name.

use indexmap::IndexSet;

use super::node::{Mapping, Node};

/// The mappings that are to be merged into one, each with the place where it was asked for.
#[derive(Default)]
pub(super) struct Merges(Vec<(usize, Mapping)>);

impl Merges {
    /// Takes what `<<` stands for, at a place among the mapping's own entries; gives it back where
    /// it cannot be merged.
    pub(super) fn take(&mut self, value: Node, at: usize) -> Option<Node> {
        match value {
            Node::Mapping(mapping) => self.0.push((at, mapping)),
            Node::Sequence(items) => match mappings(items) {
                Ok(mappings) => self.0.extend(mappings.into_iter().map(|each| (at, each))),
                Err(items) => return Some(Node::Sequence(items)),
            },
            other => return Some(other),
        }
        None
    }

    /// The mapping with what is merged into it: its own entries win, then the mapping named first.
    pub(super) fn apply_to(self, mapping: Mapping) -> Mapping {
        if self.0.is_empty() {
            return mapping;
        }
        let own: IndexSet<String> = mapping.iter().map(|(key, _)| key.to_owned()).collect();
        let (entries, duplicates) = mapping.into_parts();
        let mut merged = Mapping::default();
        let mut pending = self.0.into_iter().peekable();
        for (index, (key, value)) in entries.enumerate() {
            while let Some((_, base)) = pending.next_if(|(at, _)| *at == index) {
                add_missing(&mut merged, base, &own);
            }
            merged.push(key, value);
        }
        for (_, base) in pending {
            add_missing(&mut merged, base, &own);
        }
        for key in duplicates {
            merged.push_duplicate(key);
        }
        merged
    }
}

/// Adds what is neither there already nor among the mapping's own keys.
fn add_missing(merged: &mut Mapping, base: Mapping, own: &IndexSet<String>) {
    let (entries, _) = base.into_parts(); // its duplicates are reported where it stands
    for (key, value) in entries {
        if merged.get(&key).is_none() && !own.contains(&key) {
            merged.push(key, value);
        }
    }
}

/// The items as mappings, where all of them are.
fn mappings(items: Vec<Node>) -> Result<Vec<Mapping>, Vec<Node>> {
    if !items.iter().all(|item| matches!(item, Node::Mapping(_))) {
        return Err(items);
    }
    let mappings = items.into_iter().filter_map(|item| match item {
        Node::Mapping(mapping) => Some(mapping),
        _ => None, // there is none
    });
    Ok(mappings.collect())
}

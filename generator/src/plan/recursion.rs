//! Which types lead back to themselves: where a box is needed, and which lists and maps need a name of
//! their own.

use std::collections::HashMap;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::DiGraph;

use crate::api::{self, Additional, TypeId, TypeKind, Use};

/// Which types lead back to themselves, by the way that they do.
#[derive(Debug, Default)]
pub(super) struct Recursion {
    /// Objects, unions and tuples that hold each other directly, by the number of their circle.
    held: HashMap<TypeId, usize>,
    /// Lists, maps and names that consist of each other, by the number of their circle.
    circular: HashMap<TypeId, usize>,
}

impl Recursion {
    /// Finds all circles.
    pub(super) fn of(types: &api::Types) -> Self {
        Self {
            held: circles(types, |type_| match &type_.kind {
                TypeKind::Object(object) => object
                    .properties
                    .iter()
                    .filter_map(|property| terminal(types, property.value))
                    .collect(),
                TypeKind::Tuple(items) => items
                    .iter()
                    .filter_map(|item| terminal(types, *item))
                    .collect(),
                // objects are always boxed in a union
                TypeKind::Union(union) => union
                    .variants
                    .iter()
                    .filter_map(|variant| terminal(types, variant.value))
                    .filter(|id| !is_object(types, *id))
                    .collect(),
                _ => Vec::new(), // nothing else holds anything directly
            }),
            circular: circles(types, |type_| parts(&type_.kind)),
        }
    }

    /// Whether an object's property, a union's variant or a tuple's item must be boxed.
    pub(super) fn needs_box(&self, types: &api::Types, holder: TypeId, part: Use) -> bool {
        let circle = self.held.get(&holder);
        let leads_back = |held: TypeId| {
            // the items of a tuple are boxed, and the tuple is not
            let type_ = types.get(held);
            let is_tuple = type_.is_some_and(|type_| matches!(type_.kind, TypeKind::Tuple(_)));
            !is_tuple && self.held.get(&held) == circle
        };
        circle.is_some() && terminal(types, part).is_some_and(leads_back)
    }

    /// Whether a type consists of itself without an object or a union between.
    pub(super) fn is_circular(&self, id: TypeId) -> bool {
        self.circular.contains_key(&id)
    }
}

/// What a type consists of without an object or a union between.
fn parts(kind: &TypeKind) -> Vec<TypeId> {
    match kind {
        TypeKind::Array(array) => vec![array.items.type_],
        TypeKind::Tuple(items) => items.iter().map(|item| item.type_).collect(),
        TypeKind::Map(value) | TypeKind::Alias(value) => vec![value.type_],
        TypeKind::Object(_)
        | TypeKind::Any
        | TypeKind::Null
        | TypeKind::Boolean
        | TypeKind::Integer(_)
        | TypeKind::Number { .. }
        | TypeKind::String(_)
        | TypeKind::Enumeration(_)
        | TypeKind::Union(_) => Vec::new(),
    }
}

fn is_object(types: &api::Types, id: TypeId) -> bool {
    types
        .get(id)
        .is_some_and(|type_| matches!(type_.kind, TypeKind::Object(_)))
}

/// The object or union that a use comes down to, through other names.
fn terminal(types: &api::Types, use_: Use) -> Option<TypeId> {
    let mut id = use_.type_;
    for _ in 0..types.iter().len() {
        match &types.get(id)?.kind {
            TypeKind::Alias(target) => id = target.type_,
            TypeKind::Object(_) | TypeKind::Union(_) | TypeKind::Tuple(_) => return Some(id),
            _ => return None, // a list or map puts what it holds elsewhere
        }
    }
    None
}

fn circles(
    types: &api::Types,
    edges: impl Fn(&api::Type) -> Vec<TypeId>,
) -> HashMap<TypeId, usize> {
    let mut graph = DiGraph::<TypeId, ()>::new();
    let nodes: Vec<_> = types.iter().map(|(id, _)| graph.add_node(id)).collect();
    for (from, (_, type_)) in nodes.iter().zip(types.iter()) {
        for target in edges(type_) {
            if let Some(to) = nodes.get(target.0 as usize) {
                graph.add_edge(*from, *to, ());
            }
        }
    }
    let mut circles = HashMap::new();
    for (number, circle) in kosaraju_scc(&graph).into_iter().enumerate() {
        let alone =
            circle.len() == 1 && circle.iter().all(|node| !graph.contains_edge(*node, *node));
        if !alone {
            let members = circle.iter().filter_map(|node| graph.node_weight(*node));
            circles.extend(members.map(|id| (*id, number)));
        }
    }
    circles
}

/// Every type that an object's additional properties, properties, items, variants or targets name.
pub(super) fn mentioned(kind: &TypeKind) -> Vec<TypeId> {
    match kind {
        TypeKind::Object(object) => {
            let mut mentioned: Vec<_> = object
                .properties
                .iter()
                .map(|property| property.value.type_)
                .collect();
            if let Additional::Typed(value) = &object.additional {
                mentioned.push(value.type_);
            }
            mentioned
        }
        TypeKind::Union(union) => union
            .variants
            .iter()
            .map(|variant| variant.value.type_)
            .collect(),
        other => parts(other),
    }
}

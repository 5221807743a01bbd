//! Objects: with properties, or as maps. From the keywords of one schema, or of several that hold together.

use indexmap::IndexMap;

use super::all_of::Together;
use super::name::and;
use super::union::Role;
use super::{Lowerer, Pending};
use crate::api::{Additional, Docs, Object, Presence, Property, TypeKind, Use};
use crate::diagnostics::codes;
use crate::document::{Schema, SchemaId};

/// How many types are made of schemas that hold together and are written in no one place.
const MOST_MERGED: usize = 20_000;

/// How deep `readOnly` and `writeOnly` are looked for: deeper is a circle.
const MOST_MARKED: usize = 8;

/// What an object is put together from.
#[derive(Debug, Default)]
struct Parts<'d> {
    /// By name, every schema that holds for the property, in order.
    properties: IndexMap<&'d str, Vec<SchemaId>>,
    required: Vec<&'d str>,
    additional: Option<SchemaId>,
    patterns: Vec<SchemaId>,
    min_properties: u64,
    max_properties: Option<u64>,
}

impl<'d> Parts<'d> {
    /// Adds the keywords of a schema: what comes later refines what is there, and keeps its place.
    fn add(&mut self, schema: &'d Schema) {
        for (name, id) in &schema.properties {
            let ids = self.properties.entry(name).or_default();
            if !ids.contains(id) {
                ids.push(*id);
            }
        }
        self.required
            .extend(schema.required.iter().map(String::as_str));
        self.patterns
            .extend(schema.pattern_properties.iter().map(|(_, id)| *id));
        self.additional = schema.additional_properties.or(self.additional);
        self.min_properties = self
            .min_properties
            .max(schema.min_properties.unwrap_or_default());
        self.max_properties = match (self.max_properties, schema.max_properties) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }
}

impl<'d> Lowerer<'d, '_> {
    /// An object by the own keywords of schemas that hold together, the most refined last.
    pub(super) fn object_of(&mut self, schemas: &[SchemaId], words: &[String]) -> TypeKind {
        let mut parts = Parts::default();
        for id in schemas {
            parts.add(self.schema(*id));
        }
        let additional = self.additional(&parts, words);
        if parts.properties.is_empty() {
            match additional {
                Additional::Unsaid => return TypeKind::Map(self.any_use()),
                Additional::Typed(value) => return TypeKind::Map(value),
                Additional::Forbidden => {} // an object that is empty
            }
        }
        let required: std::collections::HashSet<_> = parts.required.iter().copied().collect();
        let mut properties = Vec::new();
        for (name, ids) in &parts.properties {
            let presence = match required.contains(name) {
                true => Presence::Required,
                false => Presence::Optional,
            };
            properties.extend(self.property(name, ids, presence, words));
        }
        if additional == Additional::Unsaid {
            properties.extend(self.undeclared(schemas, &parts));
        }
        TypeKind::Object(Object {
            properties,
            additional,
            min_properties: parts.min_properties,
            max_properties: parts.max_properties,
        })
    }

    /// Properties that are required and not declared: each may be anything, and may be left out, since a name that
    /// nothing declares is more often mistyped than sent.
    fn undeclared(&mut self, schemas: &[SchemaId], parts: &Parts<'d>) -> Vec<Property> {
        let mut properties: Vec<Property> = Vec::new();
        let conditions = self.conditions(schemas);
        for id in schemas.iter().chain(&conditions) {
            let Some(node) = self.document.schemas.get(*id) else {
                continue; // never: ids are the document's own
            };
            for name in &node.schema.required {
                let known = parts.properties.contains_key(name.as_str())
                    || properties.iter().any(|property| property.name == *name);
                if known {
                    continue;
                }
                let origin = node.origin.key("required");
                self.report(codes::undeclared_required_property(&origin, name));
                properties.push(Property {
                    name: name.clone(),
                    presence: Presence::Optional,
                    value: self.any_use(),
                    read_only: false,
                    write_only: false,
                    default: None,
                    constant: None,
                    docs: Docs {
                        origin: Some(origin),
                        ..Docs::default()
                    },
                });
            }
        }
        properties
    }

    /// The schemas of unions that only say which properties must be there together.
    fn conditions(&self, schemas: &[SchemaId]) -> Vec<SchemaId> {
        let mut conditions = Vec::new();
        for (_, variants) in schemas.iter().flat_map(|id| self.unions_of(*id)) {
            if matches!(self.role(variants, schemas), Role::Conditions) {
                for variant in variants {
                    self.flatten(*variant, &mut conditions);
                }
            }
        }
        conditions
    }

    /// A property, from every schema that holds for it; there is at least one.
    fn property(
        &mut self,
        name: &str,
        ids: &[SchemaId],
        presence: Presence,
        words: &[String],
    ) -> Option<Property> {
        Some(Property {
            name: name.to_owned(),
            presence,
            value: self.use_of_all(ids, &and(words, name))?,
            read_only: ids
                .iter()
                .any(|id| self.is_marked(*id, |schema| schema.read_only, 0)),
            write_only: ids
                .iter()
                .any(|id| self.is_marked(*id, |schema| schema.write_only, 0)),
            default: ids.iter().rev().find_map(|id| self.default(*id)),
            constant: ids.iter().rev().find_map(|id| self.constant(*id)),
            docs: self.place_docs_of_all(ids),
        })
    }

    /// Whether a property's schema is marked, or one that it refers to, or a part of it.
    fn is_marked(&self, id: SchemaId, mark: fn(&Schema) -> bool, depth: usize) -> bool {
        let schema = self.schema(id);
        let target = schema.reference.as_ref().map(|(_, target)| *target);
        let mut others = target.into_iter().chain(schema.all_of.iter().copied());
        mark(schema)
            || depth < MOST_MARKED && others.any(|other| self.is_marked(other, mark, depth + 1))
    }

    /// A use of what several schemas are together; where they contradict each other, of what the last
    /// of them says.
    pub(super) fn use_of_all(&mut self, ids: &[SchemaId], words: &[String]) -> Option<Use> {
        let telling: Vec<_> = ids.iter().copied().filter(|id| self.tells(*id)).collect();
        let last = *telling.last().or(ids.last())?;
        let mut use_ = match self.refined(&telling, last) {
            Some(parts) => {
                let decided = Vec::new();
                Use {
                    type_: self.merged(Together { parts, decided }, last, words),
                    nullable: self.is_nullable(last),
                }
            }
            None => self.use_of(last, words),
        };
        use_.nullable |= ids
            .iter()
            .any(|id| !self.tells(*id) && self.is_nullable(*id));
        Some(use_)
    }

    /// The parts of what several schemas are together; `None` where the last of them says it all, or
    /// where they cannot be put together.
    fn refined(&mut self, telling: &[SchemaId], last: SchemaId) -> Option<Vec<SchemaId>> {
        let (mut parts, mut own) = (Vec::new(), Vec::new());
        for id in telling {
            self.flatten(*id, &mut parts);
        }
        self.flatten(last, &mut own);
        let says = |part: &SchemaId| {
            self.says_what(self.schema(*part)) || self.unions_of(*part).next().is_some()
        };
        let saying: Vec<_> = parts.iter().copied().filter(says).collect();
        if saying.iter().all(|part| own.contains(part)) {
            return None;
        }
        let is_union = |part: &SchemaId| self.unions_of(*part).next().is_some();
        if saying.iter().any(is_union) {
            return None; // the last chooses among variants, or has its own
        }
        let fit = self.are_objects_beside_unions(&saying)
            || self.are_scalars(&saying)
            || self.are_arrays(&saying);
        if !fit {
            let first = saying.iter().find(|part| !own.contains(part));
            let (first, last) = (first.copied()?, saying.last().copied()?);
            self.conflict(last, first, last);
        }
        fit.then_some(parts)
    }

    /// The type of schemas that hold together; `last` is where it stands.
    pub(super) fn merged(
        &mut self,
        together: Together,
        last: SchemaId,
        words: &[String],
    ) -> crate::api::TypeId {
        if let Some(type_) = self.merged.get(&together) {
            return *type_;
        }
        if self.merged.len() >= MOST_MERGED {
            if let Some(node) = self.document.schemas.get(last) {
                self.report(codes::irreconcilable_all_of(&node.origin));
            }
            return self.any();
        }
        let docs = Docs {
            examples: Vec::new(), // of a part, not of the whole
            rules: self.rules_of_parts(&together.parts),
            ..self.schema_docs(last)
        };
        let pending = Pending::Merged(together.clone(), last, words.to_vec());
        let type_ = self.reserve(docs, pending, words.to_vec());
        self.merged.insert(together, type_);
        type_
    }

    /// What other names hold. Patterns of names are not told apart.
    fn additional(&mut self, parts: &Parts<'d>, words: &[String]) -> Additional {
        let is = |id: SchemaId| self.schema(id).boolean;
        let otherwise = parts.additional.map(|id| (id, is(id)));
        let mut values: Vec<_> = parts.patterns.clone();
        match otherwise {
            Some((_, Some(true))) => values.clear(), // anything, whatever the name
            // a name that is not foreseen must not make a reply unreadable
            None if !parts.properties.is_empty() && !values.is_empty() => values.clear(),
            None if values.is_empty() => return Additional::Unsaid,
            Some((_, Some(false))) if values.is_empty() => return Additional::Forbidden,
            Some((id, None)) => values.push(id),
            None | Some((_, Some(false))) => {}
        }
        Additional::Typed(match values.as_slice() {
            [] => self.any_use(),
            [only] => self.held_use_of(*only, &and(words, "value")),
            [first, ..] => self.use_of_any(*first, &values, &and(words, "value")),
        })
    }
}

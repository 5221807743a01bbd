//! Objects: with properties, or as maps.

use super::Lowerer;
use super::name::and;
use crate::api::{Additional, Object, Presence, Property, TypeKind};
use crate::document::{Schema, SchemaId};

/// What an object is put together from: its own keywords, or those of all parts of an `allOf`.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) properties: Vec<(String, SchemaId)>,
    pub(super) required: Vec<String>,
    pub(super) additional: Option<SchemaId>,
    pub(super) min_properties: u64,
    pub(super) max_properties: Option<u64>,
}

impl Parts {
    /// Adds the keywords of a schema: what comes later refines what is there, and keeps its place.
    pub(super) fn add(&mut self, schema: &Schema) {
        for (name, id) in &schema.properties {
            match self.properties.iter_mut().find(|(other, _)| other == name) {
                Some((_, place)) => *place = *id,
                None => self.properties.push((name.clone(), *id)),
            }
        }
        for name in &schema.required {
            if !self.required.contains(name) {
                self.required.push(name.clone());
            }
        }
        self.additional = self.additional.or(schema.additional_properties);
        self.min_properties = self
            .min_properties
            .max(schema.min_properties.unwrap_or_default());
        self.max_properties = match (self.max_properties, schema.max_properties) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }
}

impl Lowerer<'_, '_> {
    /// An object by its own keywords.
    pub(super) fn object(&mut self, id: SchemaId, words: &[String]) -> TypeKind {
        let mut parts = Parts::default();
        parts.add(self.schema(id));
        self.object_of(parts, words)
    }

    /// An object from its parts. What is required and not declared is not held: nothing is known of it.
    pub(super) fn object_of(&mut self, parts: Parts, words: &[String]) -> TypeKind {
        let additional = self.additional(parts.additional, words);
        if parts.properties.is_empty() {
            return match additional {
                Additional::Unsaid => TypeKind::Map(self.any_use()),
                Additional::Typed(value) => TypeKind::Map(value),
                Additional::Forbidden => self.declared(parts, additional, words),
            };
        }
        self.declared(parts, additional, words)
    }

    fn declared(&mut self, parts: Parts, additional: Additional, words: &[String]) -> TypeKind {
        let mut properties = Vec::new();
        for (name, id) in &parts.properties {
            let required = parts.required.contains(name);
            properties.push(self.property(name, *id, required, words));
        }
        TypeKind::Object(Object {
            properties,
            additional,
            min_properties: parts.min_properties,
            max_properties: parts.max_properties,
        })
    }

    fn property(&mut self, name: &str, id: SchemaId, required: bool, words: &[String]) -> Property {
        let schema = self.schema(id);
        Property {
            name: name.to_owned(),
            presence: match required {
                true => Presence::Required,
                false => Presence::Optional,
            },
            value: self.use_of(id, &and(words, name)),
            read_only: schema.read_only,
            write_only: schema.write_only,
            docs: self.place_docs(id),
        }
    }

    fn additional(&mut self, id: Option<SchemaId>, words: &[String]) -> Additional {
        let Some(id) = id else {
            return Additional::Unsaid;
        };
        match self.schema(id).boolean {
            Some(false) => Additional::Forbidden,
            Some(true) => Additional::Typed(self.any_use()),
            None => Additional::Typed(self.use_of(id, &and(words, "value"))),
        }
    }
}

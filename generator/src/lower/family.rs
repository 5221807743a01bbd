//! Inheritance: a component with a discriminator, and those that build upon it by `allOf`. Where the
//! parent is asked for, any of its children may come.
//!
//! ```yaml
//! Pet: { properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
//! Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { purrs: { type: boolean } } }] }
//! ```
//!
//! `Cat` is an object with both properties; `Pet` is a union of `Cat` and of the pet that is no more
//! than that.

use super::Lowerer;
use super::all_of::Together;
use super::discriminator::distinct_tags;
use super::name::and;
use crate::api::{Additional, TypeKind, Union, Use, Variant};
use crate::diagnostics::codes;
use crate::document::SchemaId;

/// A larger family is one object that keeps whatever its children have.
const LARGEST: usize = 100;

impl Lowerer<'_, '_> {
    /// Finds the components that build upon one with a discriminator.
    pub(super) fn find_families(&mut self) {
        for (_, id) in &self.document.component_schemas {
            let mut parts = Vec::new();
            if !self.schema(*id).all_of.is_empty() {
                self.flatten(*id, &mut parts);
            }
            for part in parts {
                if part != *id && self.is_parent(part) {
                    self.families.entry(part).or_default().push(*id);
                    self.children.insert(*id);
                }
            }
        }
        for (_, id) in &self.document.component_schemas {
            if !self.is_parent(*id) {
                continue;
            }
            let discriminator = self.schema(*id).discriminator.iter();
            for (_, _, mapped) in discriminator.flat_map(|discriminator| &discriminator.mapping) {
                let family = self.families.entry(*id).or_default();
                if let Some(child) = mapped
                    && child != id
                    && !family.contains(child)
                {
                    family.push(*child);
                }
            }
            if self.families.get(id).is_some_and(Vec::is_empty) {
                self.families.remove(id);
            }
        }
    }

    fn is_parent(&self, id: SchemaId) -> bool {
        let schema = self.schema(id);
        schema.discriminator.is_some()
            && schema.one_of.is_empty()
            && schema.any_of.is_empty()
            && self.component_name(id).is_some()
            && schema.reference.is_none()
    }

    /// One of the children, or the parent itself.
    pub(super) fn family(&mut self, id: SchemaId, words: &[String]) -> TypeKind {
        let children = self.families.get(&id).cloned().unwrap_or_default();
        let discriminator = self.schema(id).discriminator.as_ref();
        let property = discriminator.map(|discriminator| discriminator.property_name.clone());
        let Some(property) = property.filter(|_| children.len() <= LARGEST) else {
            return self.large_family(id, children.len(), words);
        };
        let mut variants: Vec<Variant> = Vec::new();
        for child in children.iter().chain([&id]) {
            let component = self.component_name(*child).unwrap_or_default();
            let words = std::slice::from_ref(&component);
            let value = match self.families.contains_key(child) {
                true => self.base(*child, words),
                false => self.use_of(*child, words),
            };
            let tags = self.own_tags(id, *child, &property);
            variants.push(Variant {
                name: match child == &id {
                    true => "base".to_owned(),
                    false => component,
                },
                value: Use {
                    nullable: false,
                    ..value
                },
                tags,
            });
        }
        TypeKind::Union(Union {
            discriminator: distinct_tags(&mut variants).then_some(property),
            variants,
            any_of: false,
        })
    }

    /// The parent as it is by itself.
    fn base(&mut self, id: SchemaId, words: &[String]) -> Use {
        let mut parts = Vec::new();
        self.flatten(id, &mut parts);
        let decided = Vec::new();
        Use {
            type_: self.merged(Together { parts, decided }, id, &and(words, "base")),
            nullable: false,
        }
    }

    fn large_family(&mut self, id: SchemaId, children: usize, words: &[String]) -> TypeKind {
        if let Some(node) = self.document.schemas.get(id) {
            self.report(codes::large_family(&node.origin, children));
        }
        match self.all_of(id, words) {
            TypeKind::Object(mut object) => {
                if object.additional == Additional::Unsaid {
                    object.additional = Additional::Typed(self.any_use());
                }
                TypeKind::Object(object)
            }
            other => other, // it keeps everything anyway, or is no object
        }
    }
}

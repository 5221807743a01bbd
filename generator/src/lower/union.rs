//! `oneOf`, `anyOf` and lists of types: one of several.

use super::Lowerer;
use super::name::and;
use crate::api::{Docs, Type, TypeKind, TypeName, Union, Use, Variant};
use crate::document::{SchemaId, TypeKeyword};
use crate::source::Token;

impl Lowerer<'_, '_> {
    /// One of several schemas.
    pub(super) fn union(&mut self, id: SchemaId, words: &[String]) -> TypeKind {
        let schema = self.schema(id);
        let all = schema.one_of.iter().chain(&schema.any_of);
        let variants: Vec<_> = all
            .copied()
            .filter(|variant| !self.is_only_null(*variant))
            .collect();
        // variants that only say which properties must be there together
        let only_required = |id: &SchemaId| {
            let variant = self.schema(*id);
            !variant.required.is_empty()
                && variant.properties.is_empty()
                && variant.types.is_empty()
        };
        if self.says_what(schema) && variants.iter().all(only_required) {
            self.unsupported(
                id,
                if schema.one_of.is_empty() {
                    "anyOf"
                } else {
                    "oneOf"
                },
            );
            return self.kind_by_type(id, words);
        }
        let discriminator = schema.discriminator.as_ref();
        let mut planned = Vec::new();
        for (index, variant) in variants.iter().enumerate() {
            let words = and(words, &format!("variant {}", index + 1));
            planned.push(Variant {
                name: self.variant_name(*variant, index),
                value: self.use_of(*variant, &words),
                tags: self.variant_tags(id, *variant),
            });
        }
        match planned.as_slice() {
            [] => TypeKind::Null,
            [only] => TypeKind::Alias(only.value),
            _ => TypeKind::Union(Union {
                variants: planned,
                discriminator: discriminator
                    .map(|discriminator| discriminator.property_name.clone()),
            }),
        }
    }

    /// One of several types: `type: [string, integer]`.
    pub(super) fn union_of_types(
        &mut self,
        id: SchemaId,
        types: &[TypeKeyword],
        words: &[String],
    ) -> TypeKind {
        let schema = self.schema(id);
        let mut variants = Vec::new();
        for keyword in types {
            let (name, kind) = match keyword {
                TypeKeyword::Null => continue, // it belongs to the place
                TypeKeyword::Boolean => ("boolean", TypeKind::Boolean),
                TypeKeyword::Integer => ("integer", super::scalar::lower_integer(schema)),
                TypeKeyword::Number => ("number", super::scalar::lower_number(schema)),
                TypeKeyword::String => ("string", super::scalar::lower_string(schema)),
                TypeKeyword::Array => ("array", self.array(id, words)),
                TypeKeyword::Object => ("object", self.object(id, words)),
            };
            let type_ = self.types.push(Type {
                name: TypeName::Inline(and(words, name)),
                kind,
                docs: Docs::default(),
            });
            variants.push(Variant {
                name: name.to_owned(),
                value: Use {
                    type_,
                    nullable: false,
                },
                tags: Vec::new(),
            });
        }
        TypeKind::Union(Union {
            variants,
            discriminator: None,
        })
    }

    fn variant_name(&self, id: SchemaId, index: usize) -> String {
        let schema = self.schema(id);
        let title = schema.title.clone();
        self.component_name(id)
            .or(title)
            .unwrap_or_else(|| match schema.types.as_slice() {
                [only] => format!("{only:?}").to_lowercase(),
                _ => format!("variant {}", index + 1),
            })
    }

    /// The name of the component that a schema is or refers to.
    fn component_name(&self, id: SchemaId) -> Option<String> {
        let target = self
            .schema(id)
            .reference
            .as_ref()
            .map_or(id, |(_, target)| *target);
        let origin = &self.document.schemas.get(target)?.origin;
        match origin.tokens().as_slice() {
            [
                Token::Key(components),
                Token::Key(schemas),
                Token::Key(name),
            ] if &**components == "components" && &**schemas == "schemas" => Some(name.to_string()),
            _ => None,
        }
    }

    /// The discriminator's values that lead to a variant.
    fn variant_tags(&self, union: SchemaId, variant: SchemaId) -> Vec<String> {
        let Some(discriminator) = &self.schema(union).discriminator else {
            return Vec::new();
        };
        let target = self
            .schema(variant)
            .reference
            .as_ref()
            .map_or(variant, |(_, target)| *target);
        let mapped = discriminator
            .mapping
            .iter()
            .filter(|(_, _, mapped)| *mapped == Some(target));
        let tags: Vec<_> = mapped.map(|(value, _, _)| value.clone()).collect();
        match tags.is_empty() {
            true => self.component_name(variant).into_iter().collect(),
            false => tags,
        }
    }
}

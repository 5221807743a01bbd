//! `oneOf`, `anyOf` and lists of types: one of several.

use super::Lowerer;
use super::all_of::{Decided, Together};
use super::discriminator::distinct_tags;
use super::name::and;
use super::variant_name::variant_names;
use crate::api::{Docs, Type, TypeKind, TypeName, Union, Use, Variant};
use crate::document::{SchemaId, TypeKeyword};
use crate::source::Node;

/// What a union is for.
pub(super) enum Role {
    /// A value is one of several things.
    Variants,
    /// A text or number is one of several, or any.
    Values(TypeKind),
    /// A boolean or the like is one of several, which documentation says.
    Words,
    /// Properties must be there together, or a value that is known otherwise is bounded.
    Conditions,
    /// It lists those that build upon the schema: an alternative of the one that is lowered.
    Parent,
}

impl<'d> Lowerer<'d, '_> {
    /// The unions that a schema holds, each with its keyword.
    pub(super) fn unions_of(
        &self,
        id: SchemaId,
    ) -> impl Iterator<Item = (&'static str, &'d [SchemaId])> + use<'d> {
        let schema = self.schema(id);
        let unions = [
            ("oneOf", schema.one_of.as_slice()),
            ("anyOf", schema.any_of.as_slice()),
        ];
        unions
            .into_iter()
            .filter(|(_, variants)| !variants.is_empty())
    }

    /// What a union beside other keywords is for; `parts` is what holds together with it.
    pub(super) fn role(&self, variants: &[SchemaId], parts: &[SchemaId]) -> Role {
        let others = || {
            variants
                .iter()
                .filter(|variant| !self.is_only_null(**variant))
        };
        if others().any(|variant| parts.contains(&self.target(*variant))) {
            return Role::Parent;
        }
        // variants that only say which properties must be there together
        let only_required = |id: &SchemaId| {
            let mut schema = Vec::new();
            self.flatten(*id, &mut schema);
            schema.iter().all(|part| {
                let schema = self.schema(*part);
                schema.properties.is_empty()
                    && schema.items.is_none()
                    && schema.enumeration.is_none()
                    && schema.constant.is_none()
                    && schema
                        .types
                        .iter()
                        .all(|type_| *type_ == TypeKeyword::Object)
                    && self.unions_of(*part).next().is_none()
                    && (!schema.required.is_empty() || schema.not.is_some())
            })
        };
        if others().next().is_some() && others().all(only_required) {
            return Role::Conditions;
        }
        // variants that only bound what stands beside them
        let is_said = |part: &SchemaId| self.says_what(self.schema(*part));
        if parts.iter().any(is_said) && others().all(|id| self.only_bounds(*id)) {
            return Role::Conditions;
        }
        match self.values_of_union(variants) {
            Some(values) => Role::Values(values),
            None if others().all(|variant| self.is_constant(*variant)) => Role::Words,
            None => Role::Variants,
        }
    }

    /// Whether a variant says how large, long or like what a value is, and nothing of what it is.
    fn only_bounds(&self, id: SchemaId) -> bool {
        let mut parts = Vec::new();
        self.flatten(id, &mut parts);
        let says_more = |part: &SchemaId| {
            let schema = self.schema(*part);
            self.says_what(schema)
                || schema.boolean.is_some()
                || self.unions_of(*part).next().is_some()
        };
        !parts.iter().any(says_more) && !self.rules_of_parts(&parts).is_empty()
    }

    /// Whether a variant is one or several scalars.
    fn is_constant(&self, id: SchemaId) -> bool {
        let schema = self.schema(self.target(id));
        let scalar =
            |node: &Node| matches!(node, Node::Number(_) | Node::Boolean(_) | Node::String(_));
        let values = schema.enumeration.iter().flatten().chain(&schema.constant);
        (schema.enumeration.is_some() || schema.constant.is_some())
            && values.into_iter().all(scalar)
    }

    /// What a schema refers to, or itself.
    pub(super) fn target(&self, id: SchemaId) -> SchemaId {
        let reference = self.schema(id).reference.as_ref();
        reference.map_or(id, |(_, target)| *target)
    }

    /// One of several schemas; each holds together with what stands beside the union, where anything does.
    pub(super) fn union(
        &mut self,
        holder: SchemaId,
        written: &[SchemaId],
        beside: Option<(Decided, &Together)>,
        words: &[String],
    ) -> TypeKind {
        let property = self.discriminator(holder, written);
        let mut variants: Vec<Variant> = Vec::new();
        let names = variant_names(self.document, written);
        let others = written
            .iter()
            .filter(|variant| !self.is_only_null(**variant));
        let alone = others.count() == 1;
        for (variant, name) in written.iter().zip(names) {
            if self.is_only_null(*variant) {
                continue; // it belongs to the place
            }
            let inner = match alone {
                true => words.to_vec(), // it is no variant, but the whole
                false => and(words, &name),
            };
            let value = match beside {
                None => self.held_use_of(*variant, &inner),
                Some((union, together)) => self.with_base(union, *variant, together, &inner),
            };
            let tags = match &property {
                Some(property) => self.tags(holder, *variant, property),
                None => Vec::new(),
            };
            match variants.iter_mut().find(|other| other.value == value) {
                Some(same) => same.tags.extend(tags), // offered twice
                None => variants.push(Variant { name, value, tags }),
            }
        }
        self.report_unlisted(holder, written);
        let any_of = self.schema(holder).one_of.is_empty();
        match variants.as_slice() {
            [] => TypeKind::Null,
            [only] => TypeKind::Alias(only.value),
            _ => TypeKind::Union(Union {
                discriminator: distinct_tags(&mut variants).then_some(property).flatten(),
                variants,
                any_of,
            }),
        }
    }

    /// A variant together with what stands beside the union.
    fn with_base(
        &mut self,
        union: Decided,
        id: SchemaId,
        together: &Together,
        words: &[String],
    ) -> Use {
        let mut own = Vec::new();
        self.flatten(id, &mut own);
        if own.contains(&union.0) {
            return self.use_of(id, words); // it builds upon the base itself
        }
        if self.says_all_of(&own, &together.parts) && self.are_decided(together, union) {
            return self.held_use_of(id, words);
        }
        let mut together = together.clone();
        together.decided.push(union);
        let parts = &mut together.parts;
        for part in own {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        Use {
            type_: self.merged(together, id, words),
            nullable: false,
        }
    }

    /// Whether a variant says itself all that stands beside the union: `parts`, which are objects' keywords only.
    fn says_all_of(&self, variant: &[SchemaId], parts: &[SchemaId]) -> bool {
        let own = || variant.iter().map(|part| self.schema(*part));
        let is_said = |(name, schema): &(String, SchemaId)| {
            let declared = own().flat_map(|part| &part.properties);
            let mut same = declared.filter(|(other, _)| other == name);
            same.any(|(_, other)| self.document.schemas.is_alike(*schema, *other))
        };
        self.are_objects_beside_unions(parts)
            && self.rules_of_parts(parts).is_empty()
            && own().any(|part| !part.properties.is_empty())
            && parts.iter().map(|part| self.schema(*part)).all(|part| {
                let is_required = |name| own().any(|own| own.required.contains(name));
                part.additional_properties.is_none()
                    && part.pattern_properties.is_empty()
                    && part.properties.iter().all(is_said)
                    && part.required.iter().all(is_required)
            })
    }

    /// Whether of all unions that hold together one variant is chosen, with this one.
    fn are_decided(&self, together: &Together, union: Decided) -> bool {
        let mut unions = together.parts.iter().flat_map(|part| {
            let unions = self.unions_of(*part);
            unions.map(|(keyword, _)| (*part, keyword))
        });
        unions.all(|held| held == union || together.decided.contains(&held))
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
                TypeKeyword::Object => ("object", self.object_of(&[id], words)),
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
            any_of: false,
        })
    }
}

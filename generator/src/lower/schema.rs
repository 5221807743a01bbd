//! A schema as a type, and its place as a use of that type.

use super::Lowerer;
use super::name::{and, component_words};
use crate::api::{Array, Type, TypeId, TypeKind, TypeName, Use};
use crate::diagnostics::codes;
use crate::document::{Schema, SchemaId, TypeKeyword};

/// How long a chain of references is followed; the parser makes none that is longer.
const LONGEST_CHAIN: usize = 64;

impl<'d> Lowerer<'d, '_> {
    /// `components.schemas`, each a type of its own. All are reserved first, so that a reference to
    /// one never leads further down.
    pub(super) fn components(&mut self) {
        for (name, id) in &self.document.component_schemas {
            let docs = self.schema_docs(*id);
            let type_ = self.types.push(Type {
                name: TypeName::Component(name.clone()),
                kind: TypeKind::Any,
                docs,
            });
            self.lowered.insert(*id, type_);
        }
        for (name, id) in &self.document.component_schemas {
            let words = vec![name.clone()];
            let kind = match self.stands_for(*id) {
                Some(other) => TypeKind::Alias(self.use_of(other, &words)),
                None => self.kind(*id, &words),
            };
            self.complete(*id, kind);
        }
    }

    fn complete(&mut self, id: SchemaId, kind: TypeKind) {
        if let Some(type_) = self
            .lowered
            .get(&id)
            .and_then(|type_| self.types.get_mut(*type_))
        {
            type_.kind = kind;
        }
    }

    /// A schema by its index.
    pub(super) fn schema(&self, id: SchemaId) -> &'d Schema {
        static NOTHING: std::sync::LazyLock<Schema> = std::sync::LazyLock::new(Schema::default);
        self.document
            .schemas
            .get(id)
            .map_or(&NOTHING, |node| &node.schema)
    }

    /// The type of a schema at its place, and whether null may stand there.
    pub(super) fn use_of(&mut self, id: SchemaId, words: &[String]) -> Use {
        Use {
            nullable: self.is_nullable(id),
            type_: self.type_of(id, words),
        }
    }

    fn type_of(&mut self, id: SchemaId, words: &[String]) -> TypeId {
        let mut id = id;
        for _ in 0..LONGEST_CHAIN {
            if let Some(type_) = self.lowered.get(&id) {
                return *type_;
            }
            match self.stands_for(id) {
                Some(other) => id = other,
                None => return self.new_type(id, words),
            }
        }
        self.any()
    }

    fn new_type(&mut self, id: SchemaId, words: &[String]) -> TypeId {
        let node = self.document.schemas.get(id);
        let words = node
            .and_then(|node| component_words(&node.origin))
            .unwrap_or_else(|| words.to_vec());
        let docs = self.schema_docs(id);
        let type_ = self.types.push(Type {
            name: TypeName::Inline(words.clone()),
            kind: TypeKind::Any,
            docs,
        });
        self.lowered.insert(id, type_);
        let kind = self.kind(id, &words);
        self.complete(id, kind);
        type_
    }

    /// The type of any JSON.
    pub(super) fn any(&mut self) -> TypeId {
        let types = &mut self.types;
        *self.any.get_or_insert_with(|| {
            types.push(Type {
                name: TypeName::Inline(vec!["value".to_owned()]),
                kind: TypeKind::Any,
                docs: crate::api::Docs::default(),
            })
        })
    }

    /// Any JSON at a place.
    pub(super) fn any_use(&mut self) -> Use {
        Use {
            type_: self.any(),
            nullable: false,
        }
    }

    /// The schema whose type this one has: what it refers to, the only part of an `allOf` that says
    /// anything, the only variant beside null.
    pub(super) fn stands_for(&self, id: SchemaId) -> Option<SchemaId> {
        let schema = self.schema(id);
        let own = self.says_what(schema);
        match (&schema.reference, schema.all_of.as_slice()) {
            (Some((_, target)), [])
                if !own && schema.one_of.is_empty() && schema.any_of.is_empty() =>
            {
                return Some(*target);
            }
            (None, [only]) if !own && schema.one_of.is_empty() && schema.any_of.is_empty() => {
                return Some(*only);
            }
            _ => {}
        }
        let variants = match (schema.one_of.as_slice(), schema.any_of.as_slice()) {
            (variants, []) | ([], variants) => variants,
            _ => return None,
        };
        let mut others = variants
            .iter()
            .filter(|variant| !self.is_only_null(**variant));
        match (others.next(), others.next()) {
            (Some(only), None)
                if !own && schema.reference.is_none() && schema.all_of.is_empty() =>
            {
                Some(*only)
            }
            _ => None,
        }
    }

    /// Whether a schema's own keywords say what a value is.
    pub(super) fn says_what(&self, schema: &Schema) -> bool {
        schema
            .types
            .iter()
            .any(|keyword| *keyword != TypeKeyword::Null)
            || !schema.properties.is_empty()
            || schema.additional_properties.is_some()
            || schema.items.is_some()
            || !schema.prefix_items.is_empty()
            || schema.enumeration.is_some()
            || schema.constant.is_some()
            || schema.extensible_enumeration.is_some()
            || !schema.required.is_empty()
            || schema.format.is_some()
    }

    /// Whether nothing but null may stand there.
    pub(super) fn is_only_null(&self, id: SchemaId) -> bool {
        let schema = self.schema(id);
        let is_null = |node: &crate::source::Node| *node == crate::source::Node::Null;
        schema.types.as_slice() == [TypeKeyword::Null]
            || schema.constant.as_ref().is_some_and(is_null)
            || schema
                .enumeration
                .as_ref()
                .is_some_and(|values| !values.is_empty() && values.iter().all(is_null))
    }

    /// Whether null may stand there, beside other values.
    pub(super) fn is_nullable(&self, id: SchemaId) -> bool {
        self.takes_null(id, LONGEST_CHAIN)
    }

    fn takes_null(&self, id: SchemaId, further: usize) -> bool {
        let schema = self.schema(id);
        let Some(further) = further.checked_sub(1) else {
            return false; // a circle of references says nothing
        };
        let variants = schema.one_of.iter().chain(&schema.any_of);
        let part_takes_null = |part: &SchemaId| self.takes_null(*part, further);
        schema.nullable
            || (schema.types.contains(&TypeKeyword::Null) && schema.types.len() > 1)
            || (schema.types.is_empty()
                && schema
                    .enumeration
                    .as_ref()
                    .is_some_and(|values| values.contains(&crate::source::Node::Null)))
            || schema
                .reference
                .as_ref()
                .is_some_and(|(_, target)| part_takes_null(target))
            || variants
                .clone()
                .any(|variant| self.is_only_null(*variant) || self.takes_null(*variant, further))
            || (!schema.all_of.is_empty() && schema.all_of.iter().all(part_takes_null))
    }

    /// What a schema is, by its own keywords.
    pub(super) fn kind(&mut self, id: SchemaId, words: &[String]) -> TypeKind {
        let schema = self.schema(id);
        if let Some(boolean) = schema.boolean {
            if !boolean {
                self.unsupported(id, "false");
            }
            return TypeKind::Any;
        }
        self.report_keywords(id);
        if !schema.all_of.is_empty() || schema.reference.is_some() {
            return self.all_of(id, words);
        }
        if schema.one_of.len() + schema.any_of.len() > 0 {
            return self.union(id, words);
        }
        if let Some(kind) = self.enumeration(id) {
            return kind;
        }
        self.kind_by_type(id, words)
    }

    /// What a schema is, by `type` or by what its other keywords are for.
    pub(super) fn kind_by_type(&mut self, id: SchemaId, words: &[String]) -> TypeKind {
        let schema = self.schema(id);
        let types: Vec<_> = schema
            .types
            .iter()
            .filter(|keyword| **keyword != TypeKeyword::Null)
            .collect();
        match types.as_slice() {
            [] if schema.types.contains(&TypeKeyword::Null) => TypeKind::Null,
            [] if !schema.properties.is_empty() || schema.additional_properties.is_some() => {
                self.object(id, words)
            }
            [] if schema.items.is_some() || !schema.prefix_items.is_empty() => {
                self.array(id, words)
            }
            [] if !schema.required.is_empty() || schema.min_properties.is_some() => {
                self.object(id, words)
            }
            [] if schema.format.is_some()
                || schema.pattern.is_some()
                || schema.min_length.is_some() =>
            {
                super::scalar::lower_untyped(schema)
            }
            [] => TypeKind::Any,
            [TypeKeyword::Object] => self.object(id, words),
            [TypeKeyword::Array] => self.array(id, words),
            [TypeKeyword::Boolean] => TypeKind::Boolean,
            [TypeKeyword::Null] => TypeKind::Null,
            [TypeKeyword::Integer] => super::scalar::lower_integer(schema),
            [TypeKeyword::Number] => super::scalar::lower_number(schema),
            [TypeKeyword::String] => super::scalar::lower_string(schema),
            // every integer is a number
            [TypeKeyword::Integer, TypeKeyword::Number]
            | [TypeKeyword::Number, TypeKeyword::Integer] => super::scalar::lower_number(schema),
            several => {
                let several: Vec<_> = several.iter().map(|keyword| **keyword).collect();
                self.union_of_types(id, &several, words)
            }
        }
    }

    pub(super) fn array(&mut self, id: SchemaId, words: &[String]) -> TypeKind {
        let schema = self.schema(id);
        if !schema.prefix_items.is_empty() {
            self.unsupported(id, "prefixItems");
        }
        let items = match (schema.items, schema.prefix_items.is_empty()) {
            (Some(items), true) => self.use_of(items, &and(words, "item")),
            _ => self.any_use(),
        };
        TypeKind::Array(Array { items })
    }

    fn report_keywords(&mut self, id: SchemaId) {
        let schema = self.schema(id);
        let unsupported = [
            ("not", schema.not.is_some()),
            ("patternProperties", !schema.pattern_properties.is_empty()),
            ("propertyNames", schema.property_names.is_some()),
        ];
        for (keyword, _) in unsupported.iter().filter(|(_, stands_there)| *stands_there) {
            self.unsupported(id, keyword);
        }
    }

    /// Says that a keyword is not expressed.
    pub(super) fn unsupported(&mut self, id: SchemaId, keyword: &str) {
        if let Some(node) = self.document.schemas.get(id) {
            self.sink
                .push(codes::unsupported_keyword(&node.origin, keyword));
        }
    }
}

//! A schema as a type, and its place as a use of that type.

use std::collections::HashSet;

use super::name::{component_words, file_words, referenced_words};
use super::{Lowerer, Pending};
use crate::api::{Docs, Type, TypeId, TypeKind, TypeName, Use};
use crate::diagnostics::codes;
use crate::document::{Schema, SchemaId, TypeKeyword};
use crate::source::Origin;

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
            if let Some(type_) = self.lowered.get(id).copied() {
                let described = self.named_by(*id, type_);
                self.pending
                    .push_back((type_, Pending::Schema(described, words)));
            }
        }
        self.complete_pending();
    }

    /// The schema that a component is: where it is only a reference to a schema in another file, that one, and
    /// the component's name is its name.
    fn named_by(&mut self, id: SchemaId, type_: TypeId) -> SchemaId {
        let mut way = Vec::new();
        let mut place = id;
        while let Some(target) = self.only_referenced(place) {
            let node = self.document.schemas.get(target);
            let is_elsewhere = |origin: &Origin| origin.file() != self.document.origin.file();
            if !node.is_some_and(|node| is_elsewhere(&node.origin))
                || self.lowered.contains_key(&target)
                || way.contains(&target)
            {
                return id; // it has a name already, or is none
            }
            way.push(target);
            place = target;
        }
        for target in way {
            self.lowered.insert(target, type_);
        }
        if place != id {
            let docs = self.place_docs(id);
            if let Some(type_) = self.types.get_mut(type_) {
                type_.docs = docs;
            }
        }
        place
    }

    /// What a schema refers to that says nothing else of its values.
    fn only_referenced(&self, id: SchemaId) -> Option<SchemaId> {
        let (_, target) = self.schema(id).reference.as_ref()?;
        (self.stands_for(id) == Some(*target)).then_some(*target)
    }

    /// What a schema is in the end, behind references that say nothing else.
    pub(super) fn meant(&self, id: SchemaId) -> SchemaId {
        let mut place = id;
        let mut seen = HashSet::new();
        while let Some(target) = self.only_referenced(place)
            && seen.insert(place)
        {
            place = target;
        }
        place
    }

    /// Describes what was reserved, and what that reserves.
    pub(super) fn complete_pending(&mut self) {
        while let Some((type_, pending)) = self.pending.pop_front() {
            let kind = match pending {
                Pending::Schema(id, words) => self.kind(id, &words),
                Pending::Merged(together, place, words) => {
                    self.hold_together(place, &together, &words)
                }
            };
            if let Some(type_) = self.types.get_mut(type_) {
                type_.kind = kind;
            }
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
        let mut seen = HashSet::new();
        let mut place = id;
        let mut referenced = false;
        while seen.insert(place) {
            if let Some(type_) = self.lowered.get(&place) {
                return *type_;
            }
            match self.stands_for(place) {
                Some(other) => {
                    referenced |= self.schema(place).reference.is_some();
                    place = other;
                }
                None => return self.new_type(place, referenced, words),
            }
        }
        if let Some(node) = self.document.schemas.get(id) {
            let name = words.join(" ");
            self.report(codes::circular_type(&node.origin, &name));
        }
        self.any()
    }

    /// `words` lead to the place that asks, which is not the schema's own where it is `referenced`.
    fn new_type(&mut self, id: SchemaId, referenced: bool, words: &[String]) -> TypeId {
        let origin = self.document.schemas.get(id).map(|node| &node.origin);
        let other_file = origin
            .filter(|origin| referenced && origin.file() != self.document.origin.file())
            .and_then(|origin| Some((origin, self.document.file_stem(origin.file())?)));
        let (words, has_name) = match (origin, other_file) {
            (_, Some((origin, file))) => file_words(origin, file, &self.variant_names),
            (Some(origin), None) => {
                let words = match (component_words(origin, &self.variant_names), referenced) {
                    (Some(words), _) => words,
                    (None, true) => referenced_words(origin, &self.variant_names),
                    (None, false) => words.to_vec(),
                };
                (words, false)
            }
            (None, None) => (words.to_vec(), false),
        };
        let docs = self.schema_docs(id);
        let type_ = self.reserve(docs, Pending::Schema(id, words.clone()), words);
        if let Some(type_) = self.types.get_mut(type_).filter(|_| has_name)
            && let TypeName::Inline(words) = &type_.name
        {
            type_.name = TypeName::Component(words.join(" "));
        }
        self.lowered.insert(id, type_);
        type_
    }

    /// A type to be described later.
    pub(super) fn reserve(&mut self, docs: Docs, pending: Pending, words: Vec<String>) -> TypeId {
        let type_ = self.types.push(Type {
            name: TypeName::Inline(words),
            kind: TypeKind::Any,
            docs,
        });
        self.pending.push_back((type_, pending));
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
        if self.adds(schema) || self.children.contains(&id) {
            return None;
        }
        let reference = schema.reference.as_ref().map(|(_, target)| *target);
        match (
            reference,
            schema.all_of.as_slice(),
            schema.one_of.as_slice(),
            schema.any_of.as_slice(),
        ) {
            (Some(target), [], [], []) => Some(target),
            (None, [_, ..], [], []) => self.only_part(&schema.all_of),
            (None, [], variants, []) | (None, [], [], variants) => self.only_variant(variants),
            _ => None,
        }
    }

    /// The only part that says anything; `type: object` alone says nothing beside another.
    fn only_part(&self, parts: &[SchemaId]) -> Option<SchemaId> {
        let mut telling = parts.iter().filter(|part| self.tells(**part));
        match (telling.next(), telling.next()) {
            (Some(only), None) => return Some(*only),
            (None, _) => return None,
            _ => {}
        }
        let mut weighty = parts.iter().filter(|part| {
            let schema = self.schema(**part);
            let object_or_null =
                |keyword: &TypeKeyword| matches!(keyword, TypeKeyword::Object | TypeKeyword::Null);
            self.tells(**part)
                && (self.is_composed(schema)
                    || self.adds(schema)
                    || schema.format.is_some()
                    || !schema.types.iter().all(object_or_null))
        });
        match (weighty.next(), weighty.next()) {
            (Some(only), None) => Some(*only),
            _ => None,
        }
    }

    fn only_variant(&self, variants: &[SchemaId]) -> Option<SchemaId> {
        let mut others = variants
            .iter()
            .filter(|variant| !self.is_only_null(**variant));
        match (others.next(), others.next()) {
            (Some(only), None) => Some(*only),
            _ => None,
        }
    }

    /// Whether a schema says anything of a value, by itself or by others.
    pub(super) fn tells(&self, id: SchemaId) -> bool {
        let schema = self.schema(id);
        schema.boolean == Some(false) || self.says_what(schema) || self.is_composed(schema)
    }

    fn is_composed(&self, schema: &Schema) -> bool {
        schema.reference.is_some()
            || !schema.all_of.is_empty()
            || !schema.one_of.is_empty()
            || !schema.any_of.is_empty()
    }

    /// Whether a schema's own keywords say what a value is.
    pub(super) fn says_what(&self, schema: &Schema) -> bool {
        let is_type = |keyword: &TypeKeyword| *keyword != TypeKeyword::Null;
        schema.types.iter().any(is_type) || schema.format.is_some() || self.adds(schema)
    }

    /// Whether a schema's own keywords say more than a type and its format.
    pub(super) fn adds(&self, schema: &Schema) -> bool {
        !schema.properties.is_empty()
            || schema.additional_properties.is_some()
            || !schema.pattern_properties.is_empty()
            || schema.items.is_some()
            || !schema.prefix_items.is_empty()
            || schema.enumeration.is_some()
            || schema.constant.is_some()
            || schema.extensible_enumeration.is_some()
            || !schema.required.is_empty()
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
        if self.families.contains_key(&id) {
            return self.family(id, words);
        }
        if let Some(other) = self.stands_for(id) {
            return self.kind_of_other(id, other, words);
        }
        if self.is_composed(schema) {
            return self.all_of(id, words);
        }
        self.kind_alone(id, words)
    }

    /// What a schema is that stands for another: a name for a component, or what is written inside.
    fn kind_of_other(&mut self, id: SchemaId, other: SchemaId, words: &[String]) -> TypeKind {
        let mut place = other;
        let mut seen = HashSet::from([id]);
        while seen.insert(place) {
            if self.schema(place).reference.is_some() || self.lowered.contains_key(&place) {
                return TypeKind::Alias(self.use_of(place, words));
            }
            match self.stands_for(place) {
                Some(other) => place = other,
                None => return self.kind(place, words),
            }
        }
        TypeKind::Alias(self.use_of(other, words)) // a circle, which is reported there
    }

    /// What a schema is by its own keywords, whatever it consists of besides.
    pub(super) fn kind_alone(&mut self, id: SchemaId, words: &[String]) -> TypeKind {
        self.report_keywords(id);
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
            [] if !schema.properties.is_empty()
                || schema.additional_properties.is_some()
                || !schema.pattern_properties.is_empty() =>
            {
                self.object_of(&[id], words)
            }
            [] if schema.items.is_some() || !schema.prefix_items.is_empty() => {
                self.array(id, words)
            }
            [] if !schema.required.is_empty() || schema.min_properties.is_some() => {
                self.object_of(&[id], words)
            }
            [] if schema.format.is_some()
                || schema.content_media_type.is_some()
                || schema.pattern.is_some()
                || schema.min_length.is_some() =>
            {
                super::scalar::lower_untyped(schema)
            }
            [] => TypeKind::Any,
            [TypeKeyword::Object] => self.object_of(&[id], words),
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

    /// Says which keywords are not expressed: those that the parser has not reported.
    pub(super) fn report_keywords(&mut self, id: SchemaId) {
        let schema = self.schema(id);
        if schema.not.is_some() {
            self.unsupported(id, "not");
        }
        let is_string = schema.types.contains(&TypeKeyword::String);
        if !is_string
            && super::scalar::is_outgrown(schema)
            && let Some(node) = self.document.schemas.get(id)
        {
            let format = schema.format.as_deref().unwrap_or_default();
            self.report(codes::outgrown_format(&node.origin, format));
        }
    }

    /// Says that a keyword is not expressed.
    pub(super) fn unsupported(&mut self, id: SchemaId, keyword: &str) {
        if let Some(node) = self.document.schemas.get(id) {
            self.report(codes::unsupported_keyword(&node.origin, keyword));
        }
    }
}

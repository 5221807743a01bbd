//! `allOf`: objects are put together; where one part alone says what a value is, that is the type.

use super::Lowerer;
use super::object::Parts;
use crate::api::TypeKind;
use crate::diagnostics::codes;
use crate::document::{SchemaId, TypeKeyword};

impl Lowerer<'_, '_> {
    /// What all parts together are.
    pub(super) fn all_of(&mut self, id: SchemaId, words: &[String]) -> TypeKind {
        let mut parts = Vec::new();
        self.flatten(id, &mut parts);
        let saying: Vec<_> = parts
            .iter()
            .copied()
            .filter(|part| self.is_part(*part))
            .collect();
        if saying.iter().all(|part| self.is_object(*part)) && !saying.is_empty() {
            let mut object = Parts::default();
            for part in &parts {
                object.add(self.schema(*part));
            }
            return self.object_of(object, words);
        }
        match saying.as_slice() {
            [] => TypeKind::Any,
            [only] if *only == id => self
                .enumeration(id)
                .unwrap_or_else(|| self.kind_by_type(id, words)),
            [only] => TypeKind::Alias(self.use_of(*only, words)),
            [.., last] if saying.iter().all(|part| self.is_scalar(*part)) => {
                // a scalar that is refined: the last word holds, and bounds are documentation
                TypeKind::Alias(self.use_of(*last, words))
            }
            _ => {
                if let Some(node) = self.document.schemas.get(id) {
                    self.sink.push(codes::irreconcilable_all_of(&node.origin));
                }
                TypeKind::Any
            }
        }
    }

    /// The parts in order, those of parts among them; the schema's own keywords last.
    fn flatten(&self, id: SchemaId, parts: &mut Vec<SchemaId>) {
        let mut open = vec![(id, false)];
        let mut seen = std::collections::HashSet::new();
        while let Some((part, done)) = open.pop() {
            if done {
                parts.push(part);
                continue;
            }
            if !seen.insert(part) {
                continue; // it consists of itself, which adds nothing
            }
            let schema = self.schema(part);
            open.push((part, true));
            open.extend(schema.all_of.iter().rev().map(|inner| (*inner, false)));
            open.extend(schema.reference.iter().map(|(_, target)| (*target, false)));
        }
    }

    fn is_part(&self, id: SchemaId) -> bool {
        let schema = self.schema(id);
        self.says_what(schema) || !schema.one_of.is_empty() || !schema.any_of.is_empty()
    }

    fn is_object(&self, id: SchemaId) -> bool {
        let schema = self.schema(id);
        let by_type = schema
            .types
            .iter()
            .all(|type_| matches!(type_, TypeKeyword::Object | TypeKeyword::Null));
        let scalar =
            schema.enumeration.is_some() || schema.constant.is_some() || schema.items.is_some();
        by_type
            && !scalar
            && schema.format.is_none()
            && schema.one_of.is_empty()
            && schema.any_of.is_empty()
    }

    fn is_scalar(&self, id: SchemaId) -> bool {
        let schema = self.schema(id);
        let plain = [
            TypeKeyword::String,
            TypeKeyword::Integer,
            TypeKeyword::Number,
            TypeKeyword::Boolean,
        ];
        !schema.types.is_empty()
            && schema
                .types
                .iter()
                .all(|type_| plain.contains(type_) || *type_ == TypeKeyword::Null)
            && schema.one_of.is_empty()
            && schema.any_of.is_empty()
    }
}

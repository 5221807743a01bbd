//! `allOf`, and what else holds together with a schema's own keywords: objects are put together; where
//! one part alone says what a value is, that is the type. Not how objects are put together.

use super::Lowerer;
use super::union::Role;
use crate::api::TypeKind;
use crate::diagnostics::codes;
use crate::document::{SchemaId, TypeKeyword};

impl Lowerer<'_, '_> {
    /// What all parts together are: those of `allOf`, what is referred to, and the schema itself.
    pub(super) fn all_of(&mut self, id: SchemaId, words: &[String]) -> TypeKind {
        let mut parts = Vec::new();
        self.flatten(id, &mut parts);
        let mut unions = Vec::new();
        for part in &parts {
            if !self.lowered.contains_key(part) || *part == id {
                self.report_keywords(*part); // those of components are reported with them
            }
            for (keyword, variants) in self.unions_of(*part) {
                match self.role(variants, &parts) {
                    Role::Variants => unions.push((*part, variants, None)),
                    Role::Values(values) => unions.push((*part, variants, Some(values))),
                    Role::Conditions => self.unsupported(*part, keyword),
                    Role::Words | Role::Parent => {} // expressed elsewhere
                }
            }
        }
        let adding: Vec<_> = parts
            .iter()
            .copied()
            .filter(|part| self.adds(self.schema(*part)))
            .collect();
        match (unions.pop(), unions.is_empty()) {
            (None, _) => self.together(id, &parts, words),
            (Some((_, _, Some(values))), true) if adding.is_empty() => values,
            // values beside values: the schema's own are among those of the union
            (Some((_, _, Some(_))), true) if self.are_scalars(&adding) => {
                self.together(id, &parts, words)
            }
            (Some((holder, variants, _)), true) if adding.is_empty() => {
                self.union(holder, variants, &[], words)
            }
            (Some((holder, variants, None)), true) if self.are_objects_beside_unions(&adding) => {
                self.union(holder, variants, &parts, words)
            }
            _ => self.irreconcilable(id),
        }
    }

    /// What parts are whose own keywords say everything.
    fn together(&mut self, id: SchemaId, parts: &[SchemaId], words: &[String]) -> TypeKind {
        let saying: Vec<_> = parts
            .iter()
            .copied()
            .filter(|part| self.says_what(self.schema(*part)))
            .collect();
        if !saying.is_empty() && self.are_objects_beside_unions(&saying) {
            return self.object_of(parts, words);
        }
        let single = match saying.as_slice() {
            [] => return TypeKind::Any,
            [only] => *only,
            several if self.are_scalars(several) || self.are_arrays(several) => {
                self.most_telling(several)
            }
            _ => return self.irreconcilable(id),
        };
        match single != id && self.lowered.contains_key(&single) {
            true => TypeKind::Alias(self.use_of(single, words)),
            false => self.kind_alone(single, words),
        }
    }

    /// Of scalars or of lists that hold together, the one that says most: values, then items or a
    /// format, then whatever stands last. Bounds are documentation.
    fn most_telling(&self, several: &[SchemaId]) -> SchemaId {
        let weight = |id: &SchemaId| {
            let schema = self.schema(*id);
            let values = schema.enumeration.is_some()
                || schema.constant.is_some()
                || schema.extensible_enumeration.is_some();
            match (values, schema.items.is_some() || schema.format.is_some()) {
                (true, _) => 2,
                (false, true) => 1,
                (false, false) => 0,
            }
        };
        let heaviest = several.iter().copied().max_by_key(weight);
        heaviest.unwrap_or(SchemaId(u32::MAX)) // never empty
    }

    fn irreconcilable(&mut self, id: SchemaId) -> TypeKind {
        if let Some(node) = self.document.schemas.get(id) {
            self.report(codes::irreconcilable_all_of(&node.origin));
        }
        TypeKind::Any
    }

    /// The parts in order, those of parts among them; the schema's own keywords last.
    pub(super) fn flatten(&self, id: SchemaId, parts: &mut Vec<SchemaId>) {
        let mut open = vec![(id, false)];
        let mut seen: std::collections::HashSet<_> = parts.iter().copied().collect();
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

    /// Whether schemas are objects, and nothing but objects.
    pub(super) fn are_objects(&self, parts: &[SchemaId]) -> bool {
        let without_unions = parts.iter().all(|part| {
            let schema = self.schema(*part);
            schema.one_of.is_empty() && schema.any_of.is_empty()
        });
        let says = |part: &SchemaId| self.says_what(self.schema(*part));
        without_unions && parts.iter().any(says) && self.are_objects_beside_unions(parts)
    }

    fn are_objects_beside_unions(&self, parts: &[SchemaId]) -> bool {
        parts.iter().all(|part| {
            let schema = self.schema(*part);
            let is_object =
                |type_: &TypeKeyword| matches!(type_, TypeKeyword::Object | TypeKeyword::Null);
            let other = schema.enumeration.is_some()
                || schema.constant.is_some()
                || schema.extensible_enumeration.is_some()
                || schema.items.is_some()
                || !schema.prefix_items.is_empty()
                || schema.format.is_some();
            schema.types.iter().all(is_object) && !other
        })
    }

    fn are_arrays(&self, parts: &[SchemaId]) -> bool {
        parts.iter().all(|part| {
            let schema = self.schema(*part);
            let is_array =
                |type_: &TypeKeyword| matches!(type_, TypeKeyword::Array | TypeKeyword::Null);
            schema.types.iter().all(is_array)
                && schema.properties.is_empty()
                && (schema.items.is_some() || !schema.types.is_empty())
        })
    }

    /// Whether schemas are scalars that one value can be.
    fn are_scalars(&self, parts: &[SchemaId]) -> bool {
        let mut common: Option<Vec<TypeKeyword>> = None;
        for part in parts {
            let schema = self.schema(*part);
            if !schema.properties.is_empty()
                || schema.items.is_some()
                || !schema.required.is_empty()
            {
                return false;
            }
            let mut types = schema.types.clone();
            types.retain(|type_| *type_ != TypeKeyword::Null);
            if types.contains(&TypeKeyword::Number) && !types.contains(&TypeKeyword::Integer) {
                types.push(TypeKeyword::Integer); // every integer is a number
            }
            if types.is_empty() {
                continue; // values or a format without a type
            }
            match &mut common {
                None => common = Some(types),
                Some(common) => common.retain(|type_| types.contains(type_)),
            }
        }
        let other = |type_: &TypeKeyword| matches!(type_, TypeKeyword::Object | TypeKeyword::Array);
        common.is_none_or(|common| !common.is_empty() && !common.iter().any(other))
    }
}

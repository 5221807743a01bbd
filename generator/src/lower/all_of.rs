//! `allOf`, and what else holds together with a schema's own keywords: objects are put together; where
//! one part alone says what a value is, that is the type. Not how objects are put together.

use super::Lowerer;
use super::enumeration::lower_enumeration;
use super::name::and;
use super::union::Role;
use crate::api::{Array, EnumValue, TypeKind};
use crate::diagnostics::codes;
use crate::document::{SchemaId, TypeKeyword};

/// Schemas that hold together in one place.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Together {
    /// None of which refers to or consists of others that are not among them.
    pub(super) parts: Vec<SchemaId>,
    /// The unions among them of which one variant is among the parts.
    pub(super) decided: Vec<Decided>,
}

/// A union by the schema that holds it, and its keyword.
pub(super) type Decided = (SchemaId, &'static str);

/// How many unions that hold together are told apart one inside of another.
const MOST_UNIONS: usize = 4;

impl<'d> Lowerer<'d, '_> {
    /// What all parts together are: those of `allOf`, what is referred to, and the schema itself.
    pub(super) fn all_of(&mut self, id: SchemaId, words: &[String]) -> TypeKind {
        let mut parts = Vec::new();
        self.flatten(id, &mut parts);
        let decided = Vec::new();
        self.hold_together(id, &Together { parts, decided }, words)
    }

    /// What schemas are together; `id` is where they do.
    pub(super) fn hold_together(
        &mut self,
        id: SchemaId,
        together: &Together,
        words: &[String],
    ) -> TypeKind {
        let parts = &together.parts;
        let mut unions = Vec::new();
        let mut values = Vec::new();
        for part in parts {
            if !self.lowered.contains_key(part) || *part == id {
                self.report_keywords(*part); // those of components are reported with them
            }
            for (keyword, variants) in self.unions_of(*part) {
                if together.decided.contains(&(*part, keyword)) {
                    continue;
                }
                match self.role(variants, parts) {
                    Role::Variants => unions.push(((*part, keyword), variants)),
                    Role::Values(kind) => {
                        for variant in variants {
                            self.report_values(self.target(*variant));
                        }
                        values.push(((*part, keyword), variants, kind));
                    }
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
        match (unions.as_slice(), values.as_slice()) {
            ([], []) => self.together(id, together, words),
            ([], [(_, _, values)]) if adding.is_empty() => values.clone(),
            // values beside values: the schema's own are among those of the union
            ([], [_]) if self.are_scalars(&adding) => self.together(id, together, words),
            ([((holder, _), variants)], []) if adding.is_empty() => {
                self.union(*holder, variants, None, words)
            }
            ([(union, variants), ..], _) if together.decided.len() < MOST_UNIONS => {
                self.union(union.0, variants, Some((*union, together)), words)
            }
            _ => self.irreconcilable(id),
        }
    }

    /// What parts are whose own keywords say everything.
    fn together(&mut self, id: SchemaId, together: &Together, words: &[String]) -> TypeKind {
        let parts = &together.parts;
        let mut saying: Vec<_> = parts
            .iter()
            .copied()
            .filter(|part| self.says_what(self.schema(*part)))
            .collect();
        self.keep_applicable(&mut saying);
        if !saying.is_empty() && self.are_objects_beside_unions(&saying) {
            return self.object_of(parts, words);
        }
        let single = match saying.as_slice() {
            [] => return TypeKind::Any,
            [only] => *only,
            several if self.are_scalars(several) => match self.common_values(id, several) {
                Some(kind) => return kind,
                None => self.most_telling(several),
            },
            several if self.are_arrays(several) => match self.common_items(several, words) {
                Some(kind) => return kind,
                None => self.most_telling(several),
            },
            _ => return self.irreconcilable(id),
        };
        // the type of one that holds a union is the union, of which a variant is asked for here
        let holds_union = together.decided.iter().any(|(holder, _)| *holder == single);
        match single != id && !holds_union && self.lowered.contains_key(&single) {
            true => TypeKind::Alias(self.use_of(single, words)),
            false => self.kind_alone(single, words),
        }
    }

    /// Takes out what says nothing of the values at hand: without a `type`, `items` is about lists only,
    /// and `properties` about objects.
    fn keep_applicable(&self, saying: &mut Vec<SchemaId>) {
        let types: Vec<_> = saying
            .iter()
            .flat_map(|part| &self.schema(*part).types)
            .filter(|type_| **type_ != TypeKeyword::Null)
            .collect();
        if types.is_empty() {
            return; // nothing says what the values at hand are
        }
        saying.retain(|part| {
            let schema = self.schema(*part);
            let about_lists = schema.items.is_some() || !schema.prefix_items.is_empty();
            let about_objects = !schema.properties.is_empty()
                || !schema.required.is_empty()
                || !schema.pattern_properties.is_empty()
                || schema.additional_properties.is_some();
            !schema.types.is_empty()
                || !(about_lists || about_objects)
                || (about_lists && types.contains(&&TypeKeyword::Array))
                || (about_objects && types.contains(&&TypeKeyword::Object))
        });
    }

    /// The values that several lists have in common, where none of the lists has just those.
    fn common_values(&mut self, id: SchemaId, several: &[SchemaId]) -> Option<TypeKind> {
        let lists: Vec<_> = several
            .iter()
            .filter_map(|part| Some((*part, lower_enumeration(self.schema(*part))?)))
            .collect();
        let (shortest, list) = lists.iter().min_by_key(|(_, list)| list.values.len())?;
        let mut common = list.clone();
        common.values.retain(|value| {
            let lists_it = |other: &EnumValue| other.value == value.value;
            lists
                .iter()
                .all(|(_, list)| list.values.iter().any(lists_it))
        });
        if common.values.is_empty() {
            let mut others = lists.iter().map(|(part, _)| *part);
            let other = others.rfind(|part| part != shortest)?;
            self.conflict(id, other, *shortest);
            return None;
        }
        (common.values.len() < list.values.len()).then_some(TypeKind::Enumeration(common))
    }

    /// Lists whose items must be several things at once.
    fn common_items(&mut self, several: &[SchemaId], words: &[String]) -> Option<TypeKind> {
        let is_tuple = |part: &SchemaId| !self.schema(*part).prefix_items.is_empty();
        if several.iter().any(is_tuple) {
            return None;
        }
        let items: Vec<_> = several
            .iter()
            .filter_map(|part| self.schema(*part).items)
            .collect();
        let items = (items.len() > 1).then_some(items)?;
        let items = self.use_of_all(&items, &and(words, "item"))?;
        Some(TypeKind::Array(Array { items }))
    }

    /// Says that of two schemas that hold together one contradicts the other.
    pub(super) fn conflict(&mut self, id: SchemaId, one: SchemaId, other: SchemaId) {
        let origin = |id: SchemaId| self.document.schemas.get(id).map(|node| &node.origin);
        if let (Some(place), Some(one), Some(other)) = (origin(id), origin(one), origin(other)) {
            self.report(codes::conflicting_schemas(place, one, other));
        }
    }

    /// Of scalars or of lists that hold together, the one that says most: values, then an integer
    /// among numbers, then items or a format, then whatever stands last. Bounds are documentation.
    fn most_telling(&self, several: &[SchemaId]) -> SchemaId {
        let weight = |id: &SchemaId| {
            let schema = self.schema(*id);
            let values = schema.enumeration.is_some()
                || schema.constant.is_some()
                || schema.extensible_enumeration.is_some();
            let is_integer = schema.types.contains(&TypeKeyword::Integer)
                && !schema.types.contains(&TypeKeyword::Number);
            let more = schema.items.is_some() || schema.format.is_some();
            (values, is_integer, more)
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

    pub(super) fn are_objects_beside_unions(&self, parts: &[SchemaId]) -> bool {
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

    pub(super) fn are_arrays(&self, parts: &[SchemaId]) -> bool {
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
    pub(super) fn are_scalars(&self, parts: &[SchemaId]) -> bool {
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

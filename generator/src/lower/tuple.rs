//! Lists: of one kind of item, or with a schema for each place.

use super::Lowerer;
use super::name::and;
use crate::api::{Array, Docs, Type, TypeKind, TypeName, Use};
use crate::document::{Schema, SchemaId};

/// A longer tuple has none of the standard library's traits.
const LONGEST: usize = 12;

impl Lowerer<'_, '_> {
    /// A list, or a tuple.
    pub(super) fn array(&mut self, id: SchemaId, words: &[String]) -> TypeKind {
        let schema = self.schema(id);
        let item = and(words, "item");
        if schema.prefix_items.is_empty() {
            let items = match schema.items {
                Some(items) => self.held_use_of(items, &item),
                None => self.any_use(),
            };
            return TypeKind::Array(Array { items });
        }
        if self.is_exact(schema) {
            let places = schema.prefix_items.iter().enumerate();
            let uses = places.map(|(index, place)| {
                self.held_use_of(*place, &and(words, &format!("item {}", index + 1)))
            });
            return TypeKind::Tuple(uses.collect());
        }
        self.unsupported(id, "prefixItems"); // which item stands where is not expressed
        let mut places = schema.prefix_items.clone();
        places.extend(
            schema
                .items
                .filter(|rest| self.schema(*rest).boolean.is_none()),
        );
        TypeKind::Array(Array {
            items: self.use_of_any(id, &places, &item),
        })
    }

    /// Whether a list has an item at each of its places, and no other.
    fn is_exact(&self, schema: &Schema) -> bool {
        let places = schema.prefix_items.len();
        let none_further = schema
            .items
            .is_some_and(|rest| self.schema(rest).boolean == Some(false))
            || schema.max_items == Some(places as u64);
        none_further && schema.min_items == Some(places as u64) && places <= LONGEST
    }

    /// A use of one of several schemas that no union lists; `holder` is where they stand.
    pub(super) fn use_of_any(
        &mut self,
        holder: SchemaId,
        schemas: &[SchemaId],
        words: &[String],
    ) -> Use {
        let nullable = schemas.iter().any(|schema| self.is_nullable(*schema));
        let mut targets: Vec<_> = schemas.iter().map(|schema| self.target(*schema)).collect();
        targets.dedup();
        let kind = match targets.as_slice() {
            [_] => TypeKind::Alias(self.use_of(schemas.first().copied().unwrap_or(holder), words)),
            _ => match self.values_of_union(schemas) {
                Some(values) => values,
                None => self.union(holder, schemas, None, words),
            },
        };
        match kind {
            TypeKind::Alias(only) => Use {
                nullable: nullable || only.nullable,
                ..only
            },
            kind => {
                let type_ = self.types.push(Type {
                    name: TypeName::Inline(words.to_vec()),
                    kind,
                    docs: Docs::default(),
                });
                Use { type_, nullable }
            }
        }
    }
}

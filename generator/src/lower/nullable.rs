//! Whether null may stand where a schema holds. Not what else may.

use super::Lowerer;
use crate::document::{Schema, SchemaId, TypeKeyword};
use crate::source::Node;

/// How far references and compositions are followed; what is deeper says nothing.
const DEEPEST: usize = 128;

impl Lowerer<'_, '_> {
    /// Whether null may stand there, beside other values.
    pub(super) fn is_nullable(&mut self, id: SchemaId) -> bool {
        self.takes_null(id, DEEPEST) == Some(true)
    }

    /// Whether nothing but null may stand there, by itself or by what it refers to (drf-spectacular's `NullEnum`).
    pub(super) fn is_only_null(&self, id: SchemaId) -> bool {
        let schema = self.schema(self.target(id));
        let is_null = |node: &Node| *node == Node::Null;
        schema.types.as_slice() == [TypeKeyword::Null]
            || schema.constant.as_ref().is_some_and(is_null)
            || schema
                .enumeration
                .as_ref()
                .is_some_and(|values| !values.is_empty() && values.iter().all(is_null))
    }

    /// `None`: the schema does not say.
    fn takes_null(&mut self, id: SchemaId, further: usize) -> Option<bool> {
        if let Some(known) = self.nullable.get(&id) {
            return *known;
        }
        let further = further.checked_sub(1)?;
        self.nullable.insert(id, None); // where it leads back to itself it says nothing
        let takes = self.ask(id, further);
        self.nullable.insert(id, takes);
        takes
    }

    fn ask(&mut self, id: SchemaId, further: usize) -> Option<bool> {
        let schema = self.schema(id);
        if says_null(schema) {
            return Some(true);
        }
        if let Some((_, target)) = &schema.reference {
            return self.takes_null(*target, further);
        }
        let own = self.says_what(schema).then_some(false);
        let parts = self.parts_take_null(&schema.all_of, further);
        let mut variants = Vec::new();
        for variant in schema.one_of.iter().chain(&schema.any_of) {
            variants.push(match self.is_only_null(*variant) {
                true => Some(true),
                false => self.takes_null(*variant, further),
            });
        }
        if variants.contains(&Some(true)) && schema.all_of.is_empty() {
            return Some(true);
        }
        let variants = match variants.is_empty() || variants.contains(&None) {
            true => None,
            false => Some(false),
        };
        parts.or(variants).or(own)
    }

    /// What parts say together: one that says nothing but `nullable: true` speaks for all of them.
    fn parts_take_null(&mut self, parts: &[SchemaId], further: usize) -> Option<bool> {
        let mut together = None;
        for part in parts {
            match self.takes_null(*part, further) {
                Some(true) if !self.tells(*part) => return Some(true),
                Some(true) => together = together.or(Some(true)),
                Some(false) => together = Some(false),
                None => {}
            }
        }
        together
    }
}

fn says_null(schema: &Schema) -> bool {
    schema.nullable
        || (schema.types.contains(&TypeKeyword::Null) && schema.types.len() > 1)
        || schema
            .enumeration
            .as_ref()
            .is_some_and(|values| values.len() > 1 && values.contains(&Node::Null))
}

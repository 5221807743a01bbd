//! `x-ms-discriminator-value`: the text that stands for a schema, where that is not its name.

use std::collections::HashSet;

use super::super::Parser;
use super::super::fields::Fields;
use crate::document::SchemaId;

impl<'n> Parser<'n, '_> {
    /// Notes the text that stands for a schema wherever a discriminator may lead to it.
    pub(in super::super) fn note_discriminator_value(&mut self, id: SchemaId, fields: &Fields<'n>) {
        if let Some(value) = self.text(fields, "x-ms-discriminator-value") {
            self.defaults.discriminator_values.push((id, value));
        }
    }

    /// Enters the noted texts in the mapping of every discriminator that the schemas build upon.
    pub(in super::super) fn map_discriminator_values(&mut self) {
        for (id, value) in std::mem::take(&mut self.defaults.discriminator_values) {
            for parent in self.built_upon(id) {
                let Some(node) = self.schemas.get_mut(parent) else {
                    continue; // never: it is of this arena
                };
                if let Some(discriminator) = &mut node.schema.discriminator {
                    let written = value.clone();
                    discriminator
                        .mapping
                        .push((written, value.clone(), Some(id)));
                }
            }
        }
    }

    /// A schema, and what it consists of by `allOf`, however deep.
    fn built_upon(&self, id: SchemaId) -> Vec<SchemaId> {
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue; // it leads back to itself
            }
            let Some(node) = self.schemas.get(id) else {
                continue; // never: it is of this arena
            };
            open.extend(node.schema.reference.as_ref().map(|(_, target)| *target));
            open.extend(&node.schema.all_of);
            found.push(id);
        }
        found
    }
}

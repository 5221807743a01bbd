//! What a schema is made of: references, `allOf`, `anyOf`, `oneOf`, `not`, and the discriminator that tells
//! variants apart.

use super::{Fields, Parser, kind};
use crate::diagnostics::codes;
use crate::document::{Dialect, Discriminator, Schema, SchemaId};
use crate::source::{FileId, Node, Origin};

impl<'n> Parser<'n, '_> {
    pub(super) fn read_composition(&mut self, fields: &Fields<'n>, schema: &mut Schema) {
        schema.reference = self.reference(fields);
        schema.all_of = self.list(fields, "allOf");
        schema.any_of = self.list(fields, "anyOf");
        schema.one_of = self.list(fields, "oneOf");
        schema.not = self.one(fields, "not");
        schema.discriminator = self.discriminator(fields);
    }

    /// `$ref`, or a `$dynamicRef` that can only lead to one schema.
    fn reference(&mut self, fields: &Fields<'n>) -> Option<(String, SchemaId)> {
        let (reference, target) = match (self.text(fields, "$ref"), fields.get("$dynamicRef")) {
            (Some(reference), dynamic) => {
                if dynamic.is_some() {
                    let origin = fields.at("$dynamicRef");
                    self.sink
                        .push(codes::unsupported_keyword(&origin, "$dynamicRef"));
                }
                let target = self.target(&reference, &fields.at("$ref"));
                (reference, target)
            }
            (None, _) => {
                let reference = self.text(fields, "$dynamicRef")?;
                let target = self.dynamic_target(&reference, &fields.at("$dynamicRef"));
                (reference, target)
            }
        };
        target.map(|(node, origin)| (reference, self.schema(node, origin)))
    }

    fn discriminator(&mut self, fields: &Fields<'n>) -> Option<Discriminator> {
        if let Some(Node::String(name)) = fields.get("discriminator") {
            // as in Swagger 2.0
            return Some(Discriminator {
                property_name: name.clone(),
                mapping: Vec::new(),
            });
        }
        let fields = self.inner(fields, "discriminator")?;
        if self.dialect == Dialect::V2_0 {
            let keyword = "discriminator.propertyName";
            self.sink
                .push(codes::foreign_keyword(&fields.origin, keyword));
        }
        let property_name =
            self.required(&fields, "propertyName", "the discriminator is passed over")?;
        let mut mapping = Vec::new();
        for (value, node, origin) in self.entries(&fields, "mapping") {
            let Node::String(reference) = node else {
                self.sink
                    .push(codes::wrong_type(&origin, kind(node), "a reference"));
                continue;
            };
            let target = self
                .mapped(reference, &origin)
                .map(|(node, origin)| self.schema(node, origin));
            mapping.push((value.to_owned(), reference.clone(), target));
        }
        Some(Discriminator {
            property_name,
            mapping,
        })
    }

    /// What a value of a discriminator's `mapping` leads to: the name of a component, else a reference.
    fn mapped(&mut self, reference: &str, origin: &Origin) -> Option<(&'n Node, Origin)> {
        let name = format!("{}{reference}", self.dialect.schemas_pointer());
        let is_name = !reference.contains(['/', '#']);
        let components = Origin::root(FileId(0));
        for near in [origin, &components].into_iter().filter(|_| is_name) {
            if let Ok(found) = self.source.follow(&name, near) {
                return Some(found);
            }
        }
        match is_name && !reference.contains('.') {
            true => self.target(&name, origin),
            false => self.target(reference, origin),
        }
    }
}

//! `components`: schemas in their order, and the security schemes. What else stands there is read where
//! something refers to it.

use openapiv3::Components;

use super::Parser;
use super::fields::Fields;
use crate::document::{Dialect, SchemaId};
use crate::source::{Mapping, Node, Origin};

const KEYWORDS: &[&str] = &[
    "schemas",
    "responses",
    "parameters",
    "examples",
    "requestBodies",
    "headers",
    "securitySchemes",
    "links",
    "callbacks",
    "pathItems",
    "mediaTypes",
];

impl<'n> Parser<'n, '_> {
    /// `definitions` (Swagger 2.0) and `components.schemas`, in order.
    pub(super) fn component_schemas(
        &mut self,
        root: &'n Mapping,
        origin: &Origin,
    ) -> Vec<(String, SchemaId)> {
        let entries = self.component_schema_entries(root, origin);
        let schemas = entries
            .into_iter()
            .map(|(name, node, origin)| (name.to_owned(), self.schema(node, origin)));
        schemas.collect()
    }

    /// The same, not read: the name of each, what stands there, and where.
    pub(super) fn component_schema_entries(
        &mut self,
        root: &'n Mapping,
        origin: &Origin,
    ) -> Vec<(&'n str, &'n Node, Origin)> {
        let root = Fields::new(root, origin.clone());
        let mut entries = match self.dialect {
            Dialect::V2_0 => self.entries(&root, "definitions"),
            Dialect::V3_0 | Dialect::V3_1 | Dialect::V3_2 => Vec::new(),
        };
        if let Some(components) = self.inner(&root, "components") {
            entries.extend(self.entries(&components, "schemas"));
        }
        entries
    }

    pub(super) fn components(&mut self, root: &Fields<'n>) -> Option<Components> {
        if !matches!(
            root.get("components"),
            Some(crate::source::Node::Mapping(_))
        ) {
            return None; // anything but a mapping was reported with the schemas
        }
        let components = self.inner(root, "components")?;
        self.known(&components, "the Components Object", KEYWORDS);
        Some(Components {
            security_schemes: self.security_schemes(&components, "securitySchemes"),
            ..Components::default()
        })
    }
}

//! Enumerations: of strings they are types, of anything else they are words in the documentation.

use super::Lowerer;
use super::docs::json_text;
use crate::api::{EnumValue, Enumeration, Extensible, TypeKind};
use crate::diagnostics::codes;
use crate::document::{Schema, SchemaId};
use crate::source::Node;

impl Lowerer<'_, '_> {
    /// What `enum`, `const` or `x-extensible-enum` make of a schema; `None` where there is none, or
    /// none of strings.
    pub(super) fn enumeration(&mut self, id: SchemaId) -> Option<TypeKind> {
        let schema = self.schema(id);
        let constant = schema.constant.as_ref().map(std::slice::from_ref);
        let closed = schema.enumeration.as_deref().or(constant);
        let (nodes, extensible) = match (closed, schema.extensible_enumeration.as_deref()) {
            (Some(nodes), _) => (nodes, Extensible::Closed),
            (None, Some(nodes)) => (nodes, Extensible::Open),
            (None, None) => return None,
        };
        let others: Vec<_> = nodes.iter().filter(|node| **node != Node::Null).collect();
        let texts: Option<Vec<_>> = others.iter().map(|node| text(node, schema)).collect();
        match texts {
            Some(texts) if texts.is_empty() => None, // only null, which belongs to the place
            Some(texts) => Some(TypeKind::Enumeration(Enumeration {
                values: values(texts, schema),
                extensible,
            })),
            None => {
                self.report_enumeration(id, &others);
                None
            }
        }
    }

    fn report_enumeration(&mut self, id: SchemaId, values: &[&Node]) {
        if let Some(node) = self.document.schemas.get(id) {
            let values: Vec<_> = values
                .iter()
                .take(8)
                .map(|value| format!("`{}`", json_text(value)))
                .collect();
            self.sink.push(codes::unsupported_enumeration(
                &node.origin,
                &values.join(", "),
            ));
        }
    }
}

/// A value's text; booleans and numbers are texts where the schema says that its values are strings
/// (YAML reads `enum: [on, 1]` as other things).
fn text(node: &Node, schema: &Schema) -> Option<String> {
    use crate::document::TypeKeyword::String as StringType;
    match node {
        Node::String(text) => Some(text.clone()),
        Node::Boolean(boolean) if schema.types.contains(&StringType) => Some(boolean.to_string()),
        Node::Number(number) if schema.types.contains(&StringType) => {
            Some(number.as_str().to_owned())
        }
        _ => None,
    }
}

/// The values, each once.
fn values(texts: Vec<String>, schema: &Schema) -> Vec<EnumValue> {
    let mut seen = std::collections::HashSet::new();
    let numbered = texts
        .into_iter()
        .enumerate()
        .filter(|(_, value)| seen.insert(value.clone()));
    numbered
        .map(|(index, value)| EnumValue {
            value,
            name: schema.enum_names.get(index).cloned(),
            description: schema.enum_descriptions.get(index).cloned(),
        })
        .collect()
}

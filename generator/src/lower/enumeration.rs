//! Enumerations: of strings they are types, of anything else they are words in the documentation.

use super::Lowerer;
use super::docs::json_text;
use crate::api::{EnumValue, Enumeration, Extensible, TypeKind};
use crate::document::{Schema, SchemaId, TypeKeyword};
use crate::source::Node;

impl Lowerer<'_, '_> {
    /// What `enum`, `const` or `x-extensible-enum` make of a schema; `None` where there is none, or
    /// none of strings.
    pub(super) fn enumeration(&mut self, id: SchemaId) -> Option<TypeKind> {
        lower_enumeration(self.schema(id)).map(TypeKind::Enumeration)
    }
}

/// The enumeration that a schema's own keywords are. Null among its values belongs to the place;
/// values other than strings are words of the documentation ([`value_words`]).
pub(super) fn lower_enumeration(schema: &Schema) -> Option<Enumeration> {
    let (nodes, extensible) = nodes(schema)?;
    let mut texts = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        if *node != Node::Null {
            texts.push((index, text(node, schema)?));
        }
    }
    let values = values(texts, schema);
    (!values.is_empty()).then_some(Enumeration { values, extensible })
}

/// The values that are allowed, in words, where the type does not say them.
pub(super) fn value_words(schema: &Schema) -> Option<String> {
    let (nodes, _) = nodes(schema)?;
    if lower_enumeration(schema).is_some() {
        return None;
    }
    let texts: Vec<_> = nodes
        .iter()
        .filter(|node| **node != Node::Null)
        .map(json_text)
        .filter(|text| !text.contains('`'))
        .map(|text| format!("`{text}`"))
        .collect();
    match texts.as_slice() {
        [] => None,
        [only] => Some(format!("always {only}")),
        several => Some(format!("one of {}", several.join(", "))),
    }
}

fn nodes(schema: &Schema) -> Option<(&[Node], Extensible)> {
    let constant = schema.constant.as_ref().map(std::slice::from_ref);
    let closed = constant.or(schema.enumeration.as_deref());
    match (closed, schema.extensible_enumeration.as_deref()) {
        (Some(nodes), _) => Some((nodes, Extensible::Closed)),
        (None, Some(nodes)) => Some((nodes, Extensible::Open)),
        (None, None) => None,
    }
}

/// A value's text; booleans and numbers are texts where the schema says that its values are strings
/// (YAML reads `enum: [on, 1]` as other things).
fn text(node: &Node, schema: &Schema) -> Option<String> {
    let mut types = schema
        .types
        .iter()
        .filter(|type_| **type_ != TypeKeyword::Null);
    let (only, more) = (types.next(), types.next());
    let strings = more.is_none() && only == Some(&TypeKeyword::String);
    match node {
        Node::String(text) if only.is_none() || strings => Some(text.clone()),
        Node::Boolean(boolean) if strings => Some(boolean.to_string()),
        Node::Number(number) if strings => Some(number.as_str().to_owned()),
        _ => None,
    }
}

/// The values, each once.
fn values(texts: Vec<(usize, String)>, schema: &Schema) -> Vec<EnumValue> {
    let mut seen = std::collections::HashSet::new();
    texts
        .into_iter()
        .filter(|(_, value)| seen.insert(value.clone()))
        .map(|(index, value)| EnumValue {
            value,
            name: schema.enum_names.get(index).cloned(),
            description: schema.enum_descriptions.get(index).cloned(),
        })
        .collect()
}

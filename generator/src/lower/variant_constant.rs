//! What tells inline variants apart in the document's own words: a property that is another constant in each, or the
//! only property of each.
//!
//! ```yaml
//! oneOf:
//!   - { properties: { event: { const: run.created }, data: {} } }
//!   - { properties: { event: { const: run.failed }, data: {} } }
//! ---
//! oneOf:
//!   - { properties: { Circle: {} }, required: [Circle] }
//!   - { properties: { Square: {} }, required: [Square] }
//! ```

use crate::document::{Document, Schema, SchemaId};
use crate::source::Node;

/// A constant longer than this is a sentence, not a name.
const LONGEST: usize = 40;

/// A word for each variant, where it has one; no two are the same.
pub(super) fn telling_words(document: &Document, variants: &[SchemaId]) -> Vec<Option<String>> {
    let parts: Vec<_> = variants
        .iter()
        .map(|variant| parts(document, *variant))
        .collect();
    by_constant(document, &parts)
        .or_else(|| by_only_property(&parts))
        .unwrap_or_else(|| vec![None; variants.len()])
}

/// An inline variant and the inline parts of its `allOf`.
fn parts(document: &Document, variant: SchemaId) -> Vec<&Schema> {
    let inline = |id: SchemaId| {
        let schema = &document.schemas.get(id)?.schema;
        schema.reference.is_none().then_some(schema)
    };
    let own = inline(variant);
    let inner = own.into_iter().flat_map(|schema| &schema.all_of);
    own.into_iter()
        .chain(inner.filter_map(|part| inline(*part)))
        .collect()
}

/// By the property that tells most of them apart; of several the first.
fn by_constant(document: &Document, variants: &[Vec<&Schema>]) -> Option<Vec<Option<String>>> {
    let mut best: Option<(usize, Vec<Option<String>>)> = None;
    let mut tried = Vec::new();
    let properties = variants.iter().flatten().flat_map(|part| &part.properties);
    for (property, _) in properties {
        if tried.contains(&property) {
            continue;
        }
        tried.push(property);
        let words = variants
            .iter()
            .map(|parts| constant(document, parts, property));
        let words: Vec<_> = words.collect();
        let told = words.iter().flatten().count();
        if told > best.as_ref().map_or(1, |(told, _)| *told) && are_distinct(&words) {
            best = Some((told, words));
        }
    }
    best.map(|(_, words)| words)
}

/// The text that a property always is.
fn constant(document: &Document, parts: &[&Schema], property: &str) -> Option<String> {
    let declared = parts.iter().flat_map(|part| &part.properties);
    let mut declared = declared.filter(|(name, _)| name == property);
    let schema = declared.find_map(|(_, id)| {
        let schema = &document.schemas.get(*id)?.schema;
        let says = schema.constant.is_some() || schema.enumeration.is_some();
        says.then_some(schema)
    })?;
    let value = match (&schema.constant, schema.enumeration.as_deref()) {
        (Some(value), _) | (None, Some([value])) => value,
        _ => return None,
    };
    match value {
        Node::String(text) if text.len() <= LONGEST => Some(text.clone()),
        _ => None,
    }
}

fn by_only_property(variants: &[Vec<&Schema>]) -> Option<Vec<Option<String>>> {
    let words = variants.iter().map(|parts| match parts.as_slice() {
        [only] => match (only.properties.as_slice(), only.required.as_slice()) {
            ([(name, _)], [required]) if name == required => Some(name.clone()),
            _ => None,
        },
        _ => None,
    });
    let words: Vec<_> = words.collect();
    (words.iter().flatten().count() > 1 && are_distinct(&words)).then_some(words)
}

fn are_distinct(words: &[Option<String>]) -> bool {
    let words: Vec<_> = words.iter().flatten().collect();
    let mut others = words.clone();
    others.sort();
    others.dedup();
    others.len() == words.len()
}

//! What the variants of a union are called: by their component, their title, a constant of theirs, or the kind of
//! their values; by their place where that does not tell them apart.

use super::Lowerer;
use super::name::{VariantNames, file_words, nameless_variant};
use super::variant_constant::telling_words;
use crate::document::{Document, SchemaId, TypeKeyword, schema_component};

/// A title longer than this is a sentence, not a name.
const LONGEST_TITLE: usize = 40;

/// The names of all variants that are written inline, by their place.
pub(super) fn inline_variants(document: &Document) -> VariantNames {
    let mut names = VariantNames::new();
    for node in document.schemas.iter() {
        for variants in [&node.schema.one_of, &node.schema.any_of] {
            for (variant, name) in variants.iter().zip(variant_names(document, variants)) {
                let written = document.schemas.get(*variant);
                if let Some(written) = written
                    && written.schema.reference.is_none()
                {
                    names.insert(written.origin.clone(), name);
                }
            }
        }
    }
    names
}

/// The names of a union's variants. Of those that are written alike the first has the name: they come to one.
pub(super) fn variant_names(document: &Document, variants: &[SchemaId]) -> Vec<String> {
    let wished: Vec<_> = variants
        .iter()
        .zip(telling_words(document, variants))
        .map(|(variant, word)| (*variant, wished_name(document, *variant, word)))
        .collect();
    let names = wished.iter().enumerate().map(|(index, (variant, name))| {
        let mut others = wished.iter().enumerate();
        let is_taken = others.any(|(place, (other, wish))| {
            let is_other = place != index && wish == name;
            is_other && (place < index || !document.schemas.is_alike(*variant, *other))
        });
        let own = name.clone().filter(|_| !is_taken);
        own.unwrap_or_else(|| nameless_variant(index))
    });
    names.collect()
}

/// `word` is what tells it from the other variants.
fn wished_name(document: &Document, variant: SchemaId, word: Option<String>) -> Option<String> {
    if let Some(name) = component_name(document, variant) {
        return Some(name);
    }
    let schema = &document.schemas.get(variant)?.schema;
    let title = schema.title.clone();
    let values = schema
        .constant
        .iter()
        .chain(schema.enumeration.iter().flatten());
    let mut types = schema
        .types
        .iter()
        .filter(|type_| **type_ != TypeKeyword::Null);
    title
        .filter(|title| title.len() <= LONGEST_TITLE)
        .or(word)
        .or_else(|| match (types.next(), types.next(), &schema.format) {
            (Some(TypeKeyword::String), None, Some(format)) if values.count() == 0 => {
                Some(format.clone())
            }
            (Some(only), None, _) => Some(format!("{only:?}").to_lowercase()),
            _ => None,
        })
}

/// The name of the component that a schema is or refers to.
fn component_name(document: &Document, id: SchemaId) -> Option<String> {
    let reference = document.schemas.get(id)?.schema.reference.as_ref();
    let target = reference.map_or(id, |(_, target)| *target);
    let origin = &document.schemas.get(target)?.origin;
    if let Some(name) = schema_component(origin) {
        return Some(name.to_owned());
    }
    if origin.file() == document.origin.file() {
        return None;
    }
    let mut components = document.component_schemas.iter();
    let named = components.find(|(_, component)| *component == target);
    let file = document.file_stem(origin.file())?;
    let (words, has_name) = file_words(origin, file, &VariantNames::new());
    let own = has_name.then(|| words.join(" "));
    named.map(|(name, _)| name.clone()).or(own)
}

impl Lowerer<'_, '_> {
    /// The name of the component that a schema is or refers to.
    pub(super) fn component_name(&self, id: SchemaId) -> Option<String> {
        component_name(self.document, id)
    }
}

//! What tells the variants of a union apart by a property's text: as the document says, or because
//! every variant has a text of its own there.

use std::collections::HashSet;

use super::Lowerer;
use super::enumeration::lower_enumeration;
use crate::api::{Extensible, Variant};
use crate::document::SchemaId;

impl Lowerer<'_, '_> {
    /// The property that tells variants apart.
    pub(super) fn discriminator(&self, union: SchemaId, variants: &[SchemaId]) -> Option<String> {
        match &self.schema(union).discriminator {
            Some(discriminator) => Some(discriminator.property_name.clone()),
            None => self.implied_discriminator(variants),
        }
    }

    /// A property that every object among the variants has, each with texts that no other has.
    fn implied_discriminator(&self, variants: &[SchemaId]) -> Option<String> {
        let mut objects = Vec::new();
        for variant in variants {
            let mut parts = Vec::new();
            self.flatten(*variant, &mut parts);
            if self.are_objects(&parts) {
                objects.push(*variant);
            } else if self.may_be_an_object(&parts) {
                return None;
            }
        }
        let (first, others) = objects.split_first()?;
        if others.is_empty() {
            return None;
        }
        let mut parts = Vec::new();
        self.flatten(*first, &mut parts);
        let mut names = parts
            .iter()
            .flat_map(|part| &self.schema(*part).properties)
            .map(|(name, _)| name);
        let tells = |name: &&String| {
            let mut seen = HashSet::new();
            objects.iter().all(|object| {
                let texts = self.texts(*object, name);
                !texts.is_empty() && texts.into_iter().all(|text| seen.insert(text))
            })
        };
        names.find(tells).cloned()
    }

    /// Whether something that is not an object alone may be one too.
    fn may_be_an_object(&self, parts: &[SchemaId]) -> bool {
        parts.iter().all(|part| {
            let schema = self.schema(*part);
            schema.types.is_empty() && schema.enumeration.is_none() && schema.constant.is_none()
        })
    }

    /// The texts of a discriminator that lead to a variant: those of the mapping, else those that the
    /// variant's property allows, else the component's name.
    pub(super) fn tags(&self, union: SchemaId, variant: SchemaId, property: &str) -> Vec<String> {
        let discriminator = self.schema(union).discriminator.as_ref();
        let target = self.target(variant);
        let mapping = discriminator
            .iter()
            .flat_map(|discriminator| &discriminator.mapping);
        let mapped: Vec<_> = mapping
            .filter(|(_, _, mapped)| *mapped == Some(target))
            .map(|(text, _, _)| text.clone())
            .collect();
        if !mapped.is_empty() {
            return mapped;
        }
        let texts = self.texts(variant, property);
        match texts.is_empty() && discriminator.is_some() {
            true => self.component_name(variant).into_iter().collect(),
            false => texts,
        }
    }

    /// The only texts that a property of an object may have.
    fn texts(&self, object: SchemaId, property: &str) -> Vec<String> {
        let mut parts = Vec::new();
        self.flatten(object, &mut parts);
        let properties = parts.iter().flat_map(|part| &self.schema(*part).properties);
        let enumerations = properties
            .filter(|(name, _)| name == property)
            .filter_map(|(_, schema)| lower_enumeration(self.schema(self.target(*schema))))
            .filter(|enumeration| enumeration.extensible == Extensible::Closed);
        // the part that says least texts says it for all
        let fewest = enumerations.min_by_key(|enumeration| enumeration.values.len());
        let values = fewest.map(|enumeration| enumeration.values);
        let texts = values.into_iter().flatten().map(|value| value.value);
        texts.collect()
    }
}

/// Whether no text leads to two variants; texts that do are of no use, and taken away.
pub(super) fn distinct_tags(variants: &mut [Variant]) -> bool {
    let mut seen = HashSet::new();
    let all = variants.iter().flat_map(|variant| &variant.tags);
    let distinct = all.into_iter().all(|tag| seen.insert(tag.clone()));
    if !distinct {
        variants.iter_mut().for_each(|variant| variant.tags.clear());
    }
    distinct && variants.iter().any(|variant| !variant.tags.is_empty())
}

//! What tells the variants of a union apart by a property's text: as the document says, or because
//! every variant has a text of its own there.

use std::collections::{HashMap, HashSet};

use super::Lowerer;
use super::docs::json_text;
use super::enumeration::lower_enumeration;
use crate::api::{EnumKind, Extensible, Variant};
use crate::diagnostics::codes;
use crate::document::{Schema, SchemaId};
use crate::source::Node;

/// How far unions of unions are followed.
const DEEPEST: usize = 8;

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

    /// The texts of a discriminator that lead to a variant: those of the mapping, those of the variants
    /// that it has itself, those that its property allows, else the component's name.
    pub(super) fn tags(&self, union: SchemaId, variant: SchemaId, property: &str) -> Vec<String> {
        self.tags_within(union, variant, property, DEEPEST)
    }

    /// The texts that lead to a variant itself, and not to one that it has.
    pub(super) fn own_tags(
        &self,
        union: SchemaId,
        variant: SchemaId,
        property: &str,
    ) -> Vec<String> {
        self.tags_within(union, variant, property, 0)
    }

    fn tags_within(
        &self,
        union: SchemaId,
        variant: SchemaId,
        property: &str,
        further: usize,
    ) -> Vec<String> {
        let discriminator = self.schema(union).discriminator.as_ref();
        let target = self.meant(self.target(variant));
        let mapping = discriminator
            .iter()
            .flat_map(|discriminator| &discriminator.mapping);
        let mut tags: Vec<_> = mapping
            .filter(|(_, _, mapped)| mapped.map(|mapped| self.meant(mapped)) == Some(target))
            .map(|(text, _, _)| text.clone())
            .collect();
        if target != union
            && let Some(further) = further.checked_sub(1)
        {
            for inner in self.inner_variants(target) {
                tags.extend(self.tags_within(target, inner, property, further));
            }
        }
        if !tags.is_empty() {
            return tags;
        }
        let texts = self.texts(variant, property);
        let name = self
            .component_name(variant)
            .filter(|_| discriminator.is_some());
        match (texts.as_slice(), name) {
            ([_], _) | (_, None) => texts,
            ([], Some(name)) => vec![name],
            // a list of all variants, which one of them inherits: its name is among them
            (several, Some(name)) => {
                let own = several.iter().find(|text| text.eq_ignore_ascii_case(&name));
                own.map_or_else(|| texts.clone(), |own| vec![own.clone()])
            }
        }
    }

    /// The variants of a variant.
    fn inner_variants(&self, id: SchemaId) -> Vec<SchemaId> {
        if let Some(children) = self.families.get(&id) {
            return children.iter().copied().chain([id]).collect();
        }
        let unions = self.unions_of(id);
        unions.flat_map(|(_, variants)| variants).copied().collect()
    }

    /// Says which schemas a mapping leads to that the union does not list.
    pub(super) fn report_unlisted(&mut self, union: SchemaId, variants: &[SchemaId]) {
        let Some(discriminator) = &self.schema(union).discriminator else {
            return;
        };
        let listed: HashSet<_> = variants
            .iter()
            .flat_map(|variant| [*variant, self.target(*variant)])
            .collect();
        for (text, _, target) in &discriminator.mapping {
            if let Some(target) = target
                && !listed.contains(target)
                && let Some(node) = self.document.schemas.get(union)
            {
                let place = node.origin.key("discriminator").key("mapping").key(text);
                self.report(codes::unlisted_variant(&place, text));
            }
        }
    }

    /// The only texts that a property of an object may have; numbers and booleans as JSON writes them.
    fn texts(&self, object: SchemaId, property: &str) -> Vec<String> {
        let mut parts = Vec::new();
        self.flatten(object, &mut parts);
        let properties = parts.iter().flat_map(|part| &self.schema(*part).properties);
        let lists = properties
            .filter(|(name, _)| name == property)
            .filter_map(|(_, schema)| listed_texts(self.schema(self.target(*schema))));
        // the part that says least texts says it for all
        lists.min_by_key(Vec::len).unwrap_or_default()
    }
}

/// The texts of the values that a schema lists, where they are all it takes.
fn listed_texts(schema: &Schema) -> Option<Vec<String>> {
    if let Some(enumeration) = lower_enumeration(schema) {
        let closed =
            enumeration.extensible == Extensible::Closed && enumeration.kind != EnumKind::Mixed; // JSON is no text
        let texts = enumeration.values.into_iter().map(|value| value.value);
        return closed.then(|| texts.collect());
    }
    let listed = schema.constant.as_ref().map(std::slice::from_ref);
    let listed = listed.or(schema.enumeration.as_deref())?;
    let text =
        |node: &Node| matches!(node, Node::Number(_) | Node::Boolean(_)).then(|| json_text(node));
    listed.iter().map(text).collect()
}

/// Takes away the texts that lead to two variants, which are of no use; tells whether any are left.
pub(super) fn distinct_tags(variants: &mut [Variant]) -> bool {
    let mut leading: HashMap<String, usize> = HashMap::new();
    for variant in variants.iter_mut() {
        let mut seen = HashSet::new();
        variant.tags.retain(|tag| seen.insert(tag.clone()));
        for tag in &variant.tags {
            *leading.entry(tag.clone()).or_default() += 1;
        }
    }
    for variant in variants.iter_mut() {
        variant.tags.retain(|tag| leading.get(tag) == Some(&1));
    }
    variants.iter().any(|variant| !variant.tags.is_empty())
}

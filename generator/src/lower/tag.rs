//! The discriminator of a variant that declares it as any string: the union says which text leads there, so
//! that is its only value in a request. A reply may bring another, as it may for every constant.
//!
//! ```yaml
//! Pet: { oneOf: [ { $ref: Cat }, { $ref: Dog } ], discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } } }
//! Cat: { required: [kind], properties: { kind: { type: string } } }
//! ```
//!
//! is a `Cat` whose `kind` is `cat`. Where two texts lead to it, or two unions disagree, the caller says which.

use std::collections::BTreeMap;

use crate::api::{Literal, Presence, StringFormat, TypeId, TypeKind, Types};

/// The text that leads to a type by a property; `None` where there are several.
type Tags = BTreeMap<(TypeId, String), Option<String>>;

/// Notes the only text of each variant's discriminator.
pub(super) fn settle_tags(types: &mut Types) {
    for ((id, name), tag) in tags(types) {
        let Some(tag) = tag else {
            continue; // the caller's choice
        };
        let held = property_type(types, id, &name);
        let is_plain = |kind: &TypeKind| matches!(kind, TypeKind::String(StringFormat::Plain(_)));
        let is_text =
            held.is_some_and(|id| types.get(id).is_some_and(|type_| is_plain(&type_.kind)));
        let type_ = types.get_mut(id).filter(|_| is_text);
        let Some(TypeKind::Object(object)) = type_.map(|type_| &mut type_.kind) else {
            continue; // an enumeration, which says by itself what it may be
        };
        let mut properties = object.properties.iter_mut();
        if let Some(property) = properties.find(|property| property.name == name)
            && property.presence == Presence::Required
        {
            property.constant.get_or_insert(Literal::String(tag));
        }
    }
}

fn tags(types: &Types) -> Tags {
    let mut tags = Tags::new();
    for (_, type_) in types.iter() {
        let TypeKind::Union(union) = &type_.kind else {
            continue;
        };
        let Some(property) = &union.discriminator else {
            continue;
        };
        for variant in &union.variants {
            let tag = match variant.tags.as_slice() {
                [tag] => Some(tag.clone()),
                _ => None,
            };
            let id = types.resolved(variant.value.type_);
            let known = tags
                .entry((id, property.clone()))
                .or_insert_with(|| tag.clone());
            if *known != tag {
                *known = None;
            }
        }
    }
    tags
}

/// What a property of an object holds.
fn property_type(types: &Types, id: TypeId, name: &str) -> Option<TypeId> {
    let TypeKind::Object(object) = &types.get(id)?.kind else {
        return None;
    };
    let mut properties = object.properties.iter();
    let property = properties.find(|property| property.name == name)?;
    Some(types.resolved(property.value.type_))
}

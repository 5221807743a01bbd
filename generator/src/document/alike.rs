//! Whether two schemas are written alike: what several media types of one body often are. Not whether
//! they mean the same.

use super::{Arena, Schema, SchemaId};

/// Deeper schemas are not compared: they count as different.
const DEEPEST: u32 = 32;

impl Arena {
    /// Whether two schemas are written alike, apart from their words and examples.
    pub fn is_alike(&self, one: SchemaId, other: SchemaId) -> bool {
        self.alike(one, other, DEEPEST)
    }

    fn alike(&self, one: SchemaId, other: SchemaId, depth: u32) -> bool {
        if one == other {
            return true;
        }
        let (Some(one), Some(other), Some(depth)) =
            (self.get(one), self.get(other), depth.checked_sub(1))
        else {
            return false;
        };
        let (one, other) = (&one.schema, &other.schema);
        let all = |one: &[SchemaId], other: &[SchemaId]| {
            let mut pairs = one.iter().zip(other);
            one.len() == other.len() && pairs.all(|(one, other)| self.alike(*one, *other, depth))
        };
        let option = |one: Option<SchemaId>, other: Option<SchemaId>| match (one, other) {
            (None, None) => true,
            (Some(one), Some(other)) => self.alike(one, other, depth),
            _ => false,
        };
        let named = |one: &[(String, SchemaId)], other: &[(String, SchemaId)]| {
            let mut pairs = one.iter().zip(other);
            one.len() == other.len()
                && pairs.all(|((one, schema), (other, alike))| {
                    one == other && self.alike(*schema, *alike, depth)
                })
        };
        let target = |schema: &Schema| schema.reference.as_ref().map(|(_, target)| *target);
        // what a reference leads to is one schema, or it is not: no recursion through references
        target(one) == target(other)
            && is_alike_itself(one, other)
            && named(&one.properties, &other.properties)
            && named(&one.pattern_properties, &other.pattern_properties)
            && option(one.additional_properties, other.additional_properties)
            && option(one.property_names, other.property_names)
            && option(one.content_schema, other.content_schema)
            && option(one.items, other.items)
            && option(one.not, other.not)
            && all(&one.prefix_items, &other.prefix_items)
            && all(&one.all_of, &other.all_of)
            && all(&one.any_of, &other.any_of)
            && all(&one.one_of, &other.one_of)
    }
}

/// Whether what two schemas say without others is alike.
fn is_alike_itself(one: &Schema, other: &Schema) -> bool {
    let discriminator = |schema: &Schema| {
        schema
            .discriminator
            .as_ref()
            .map(|it| it.property_name.clone())
    };
    one.boolean == other.boolean
        && one.types == other.types
        && one.nullable == other.nullable
        && one.format == other.format
        && one.content_encoding == other.content_encoding
        && one.content_media_type == other.content_media_type
        && one.enumeration == other.enumeration
        && one.constant == other.constant
        && one.extensible_enumeration == other.extensible_enumeration
        && one.required == other.required
        && one.title == other.title
        && discriminator(one) == discriminator(other)
}

//! Samples with something that the document does not know: what a later version of the API may send.

use clientsmith::document::{Document, SchemaId, TypeKeyword};
use serde_json::{Value, json};

use super::form::Form;
use super::instances::{Extent, MOST, Maker};

/// What a sample holds that the document does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// Nothing.
    Nothing,
    /// Values of enumerations.
    Values,
    /// Texts of discriminators; kinds of JSON where unions have none.
    Variants,
    /// Properties.
    Fields,
}

/// A property that no document declares.
pub(crate) const UNKNOWN_FIELD: &str = "x-unknown-field";

/// A text that no document lists.
pub(super) const UNKNOWN_TEXT: &str = "x-unknown-text";

/// A number that no document lists.
const UNKNOWN_NUMBER: i64 = 987_654;

/// How far references and unions of unions are followed for the kinds of JSON that a union takes.
const DEEPEST: usize = 8;

/// Values of a schema with all there may be, one for each choice, and the same with what the document does
/// not know in it; none where there is no place for that.
pub(crate) fn with_unknown(
    document: &Document,
    id: SchemaId,
    form: Form,
    unknown: Unknown,
) -> Vec<(Value, Value)> {
    let maker = |unknown| Maker {
        document,
        form,
        unknown,
    };
    let (known, unknown) = (maker(Unknown::Nothing), maker(unknown));
    let mut pairs: Vec<(Value, Value)> = Vec::new();
    for choice in 0..known.choices(id, 0).clamp(1, MOST) {
        let make = |maker: &Maker<'_>| maker.value(id, Extent::Most, choice, 0);
        if let (Some(known), Some(value)) = (make(&known), make(&unknown))
            && known != value
            && !pairs.iter().any(|(_, other)| *other == value)
        {
            pairs.push((known, value));
        }
    }
    pairs
}

impl Unknown {
    /// A value of an enumeration, or one that it does not list.
    pub(super) fn listed(self, value: Value) -> Value {
        match value {
            Value::String(_) if self == Self::Values => UNKNOWN_TEXT.into(),
            Value::Number(_) if self == Self::Values => UNKNOWN_NUMBER.into(),
            value => value,
        }
    }
}

impl Maker<'_> {
    /// For a union that has no discriminator and lists several kinds of JSON: a value of another kind.
    pub(super) fn other_kind(&self, id: SchemaId) -> Option<Value> {
        let schema = self
            .schema(id)
            .filter(|_| self.unknown == Unknown::Variants)?;
        let variants = match schema.one_of.is_empty() {
            true => &schema.any_of,
            false => &schema.one_of,
        };
        if variants.is_empty() || schema.discriminator.is_some() || !schema.types.is_empty() {
            return None;
        }
        let mut kinds = Vec::new();
        let told = variants
            .iter()
            .all(|variant| self.kinds(*variant, 0, &mut kinds));
        let several = kinds.iter().any(|kind| Some(kind) != kinds.first());
        let others = [
            (TypeKeyword::Boolean, json!(true)),
            (TypeKeyword::Number, json!(UNKNOWN_NUMBER)),
            (TypeKeyword::Array, json!([UNKNOWN_TEXT, 1])),
        ];
        let other = others.into_iter().find(|(kind, _)| !kinds.contains(kind));
        other.map(|(_, value)| value).filter(|_| told && several)
    }

    /// Adds the kinds of JSON that a schema takes; whether it says so.
    fn kinds(&self, id: SchemaId, depth: usize, kinds: &mut Vec<TypeKeyword>) -> bool {
        let Some(schema) = self.schema(id).filter(|_| depth < DEEPEST) else {
            return false;
        };
        if let Some((_, target)) = schema.reference {
            return self.kinds(target, depth + 1, kinds);
        }
        if !schema.types.is_empty() {
            let types = schema
                .types
                .iter()
                .filter(|kind| **kind != TypeKeyword::Null);
            kinds.extend(types.map(|kind| match kind {
                TypeKeyword::Integer => TypeKeyword::Number,
                kind => *kind,
            }));
            return true;
        }
        let variants = schema.one_of.iter().chain(&schema.any_of);
        let (mut some, mut all) = (false, true);
        for variant in variants {
            some = true;
            all &= self.kinds(*variant, depth + 1, kinds);
        }
        some && all && schema.all_of.is_empty()
    }
}

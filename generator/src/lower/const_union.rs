//! Unions of constants: an enumeration whose values have words of their own, and one that is open where
//! any text or number may stand beside them.
//!
//! ```yaml
//! oneOf:
//!   - { const: 1, title: Low, description: Hardly any. }
//!   - { const: 2, title: High }
//! ```

use super::Lowerer;
use super::enumeration::{are_booleans, lower_values};
use super::scalar::lower_string;
use crate::api::{EnumKind, Enumeration, Extensible, StringFormat, TypeKind};
use crate::document::{Schema, SchemaId, TypeKeyword};

impl Lowerer<'_, '_> {
    /// The enumeration that variants are which are values: enumerations, single values, and any string
    /// or number, which opens it. `None` where any other is among them.
    pub(super) fn values_of_union(&self, variants: &[SchemaId]) -> Option<TypeKind> {
        let others = || {
            let others = variants.iter().filter(|id| !self.is_only_null(**id));
            others.map(|id| self.schema(self.target(*id)))
        };
        if others().next().is_some() && others().all(are_booleans) {
            return Some(TypeKind::Boolean);
        }
        let mut all: Option<Enumeration> = None;
        let mut opened_by = None;
        for schema in others() {
            match (described(schema), self.anything(schema)) {
                (Some(more), _) => match &mut all {
                    None => all = Some(more),
                    Some(all) => add(all, more),
                },
                (None, Some(kind)) if opened_by.is_none_or(|other| other == kind) => {
                    opened_by = Some(kind);
                }
                (None, _) => return None,
            }
        }
        let mut all = all?;
        match opened_by {
            Some(kind) if kind != all.kind => return None, // another type beside the values
            // `''` beside a string of a format: nothing may stand there, too
            Some(EnumKind::Strings) if all.values.iter().all(|value| value.value.is_empty()) => {
                return Some(TypeKind::String(StringFormat::Plain(None)));
            }
            Some(_) => all.extensible = Extensible::Open,
            None => {}
        }
        Some(TypeKind::Enumeration(all))
    }

    /// What a schema without values is, where any string or any number may stand there.
    fn anything(&self, schema: &Schema) -> Option<EnumKind> {
        let lists = schema.enumeration.is_some()
            || schema.constant.is_some()
            || schema.extensible_enumeration.is_some();
        if lists || is_composed(schema) {
            return None;
        }
        let mut kind = None;
        for type_ in &schema.types {
            kind = Some(match type_ {
                TypeKeyword::Null => continue, // it belongs to the place
                TypeKeyword::String if kind.is_none() && self.is_any_text(schema) => {
                    EnumKind::Strings
                }
                TypeKeyword::Integer | TypeKeyword::Number if kind != Some(EnumKind::Strings) => {
                    EnumKind::Numbers
                }
                _ => return None,
            });
        }
        kind
    }

    /// Whether a string's format means nothing here, and nothing to the user.
    fn is_any_text(&self, schema: &Schema) -> bool {
        match lower_string(schema) {
            TypeKind::String(StringFormat::Plain(format)) => {
                format.is_none_or(|format| !self.formats.contains_key(&format))
            }
            _ => false,
        }
    }
}

/// The values of a variant; a single one has the variant's words.
fn described(schema: &Schema) -> Option<Enumeration> {
    let mut values = lower_values(schema).filter(|_| !is_composed(schema))?;
    if let [only] = values.values.as_mut_slice() {
        only.name = only.name.take().or_else(|| schema.title.clone());
        only.description = only
            .description
            .take()
            .or_else(|| schema.description.clone());
        only.deprecated |= schema.deprecated;
    }
    Some(values)
}

fn add(all: &mut Enumeration, more: Enumeration) {
    if more.extensible == Extensible::Open {
        all.extensible = Extensible::Open;
    }
    let kind = match all.kind == more.kind {
        true => all.kind,
        false => EnumKind::Mixed,
    };
    let as_json = |values: &mut Enumeration| {
        if values.kind == EnumKind::Strings && kind == EnumKind::Mixed {
            for value in &mut values.values {
                value.value = serde_json::Value::from(value.value.as_str()).to_string();
            }
        }
        values.kind = kind;
    };
    let mut more = more;
    as_json(all);
    as_json(&mut more);
    for value in more.values {
        if all.values.iter().all(|other| other.value != value.value) {
            all.values.push(value);
        }
    }
}

fn is_composed(schema: &Schema) -> bool {
    !schema.all_of.is_empty() || !schema.any_of.is_empty() || !schema.one_of.is_empty()
}

//! Values for parameters and bodies, from the schemas: the largest that is valid. What can stand where is
//! decided here; how a value is made of a schema stands in `crate::samples`.

use clientsmith::document::{Document, SchemaId};
use serde_json::{Value, json};

use crate::samples::{Form, Schemas, mended, of};

/// What values are made from.
pub(super) struct Samples<'d> {
    pub(super) document: &'d Document,
    pub(super) schemas: &'d Schemas,
}

impl Samples<'_> {
    /// A value for a place that takes any JSON.
    pub(super) fn whole(&self, schema: SchemaId) -> Result<Value, String> {
        self.first(schema, Some)
    }

    /// A value for a place that no null, and nothing without a schema but text, can stand in.
    pub(super) fn flat(&self, schema: SchemaId) -> Result<Value, String> {
        self.first(schema, there)
    }

    /// The same for a place where not every character can stand.
    pub(super) fn plain(&self, schema: SchemaId) -> Result<Value, String> {
        self.first(schema, |value| there(value).map(in_ascii))
    }

    /// The first valid one of the values, the largest first. Where none is, or our validator does not take
    /// the schema, the largest: whoever checks the request will say what is wrong with it.
    fn first(&self, schema: SchemaId, fit: fn(Value) -> Option<Value>) -> Result<Value, String> {
        let node = self.document.schemas.get(schema).ok_or("no schema")?;
        let mut made: Vec<_> = of(self.document, schema, Form::Request)
            .into_iter()
            .filter_map(fit)
            .collect();
        if made.len() > 1 {
            made.swap(0, 1); // the least comes first, then the most
        }
        let largest = made.first().cloned();
        let valid = self
            .schemas
            .validator(&node.origin)
            .ok()
            .and_then(|validator| {
                let mut made = made.into_iter();
                made.find_map(|value| mended(&validator, value).ok())
            });
        valid
            .or(largest)
            .ok_or_else(|| "no value can be made of the schema".to_owned())
    }
}

/// What can stand where no null can: an optional parameter that may be null is left out for that.
fn there(value: Value) -> Option<Value> {
    (!value.is_null()).then(|| flattened(value))
}

/// Any JSON, as `crate::samples` makes it, becomes text; null is left out.
fn flattened(value: Value) -> Value {
    match value {
        Value::Object(object) if object.len() == 1 && object.contains_key("any") => json!("text"),
        Value::Object(object) => {
            let there = object.into_iter().filter(|(_, value)| !value.is_null());
            there
                .map(|(name, value)| (name, flattened(value)))
                .collect()
        }
        Value::Array(items) => {
            let there = items.into_iter().filter(|item| !item.is_null());
            there.map(flattened).collect()
        }
        value => value,
    }
}

/// Texts of visible ASCII, without what separates values.
fn in_ascii(value: Value) -> Value {
    let stays = |character: &char| character.is_ascii_graphic() && !matches!(character, ',' | ';');
    match value {
        Value::String(text) => text.chars().filter(stays).collect::<String>().into(),
        Value::Array(items) => items.into_iter().map(in_ascii).collect(),
        Value::Object(object) => {
            let inside = object.into_iter();
            inside
                .map(|(name, value)| {
                    (
                        name.chars().filter(stays).collect::<String>(),
                        in_ascii(value),
                    )
                })
                .collect()
        }
        value => value,
    }
}

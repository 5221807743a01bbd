//! `application/x-www-form-urlencoded`: an object as pairs, each property by its encoding (OpenAPI,
//! Encoding Object). Where the specification is silent, what servers read: see [`FormField`].

use crate::codec::{Encode, EncodeError, Map, Value, parameter_value, to_json, to_value};
use crate::request::percent::{Keep, push};
use crate::request::{Explode, Style, style};

/// How a property of a form becomes pairs. Absent properties are left out; null is an empty text, and
/// is left out of lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormField {
    /// Without an encoding: a text as it is, a list pair by pair, an object as JSON.
    Plain,
    /// As JSON, whatever it is; a list item by item.
    Json,
    /// By a style. [`Style::DeepObject`] is only defined for objects of texts; here it goes on into what
    /// nests deeper, lists by index: `items[0][price]=9`.
    Styled(Style, Explode),
    /// By a style, reserved characters unescaped but for `&`, `=` and `+`.
    Reserved(Style, Explode),
}

/// An object as a form; `named` are properties that are written in another way than the `others`.
pub(super) fn form(
    body: &dyn Encode,
    others: FormField,
    named: &[(&str, FormField)],
) -> Result<String, EncodeError> {
    let Value::Object(properties) = to_value(body)? else {
        return Err(EncodeError::new("a form is an object"));
    };
    let mut text = String::new();
    for (name, value) in &properties {
        let field = named.iter().find(|(known, _)| *known == name);
        push_field(
            &mut text,
            name,
            value,
            field.map_or(others, |(_, field)| *field),
        )?;
    }
    Ok(text)
}

fn push_field(
    text: &mut String,
    name: &str,
    value: &Value,
    field: FormField,
) -> Result<(), EncodeError> {
    let (style, explode, keep) = match field {
        FormField::Styled(style, explode) => (style, explode, Keep::Form),
        FormField::Reserved(style, explode) => (style, explode, Keep::FormReserved),
        FormField::Plain | FormField::Json => (Style::Form, Explode::Yes, Keep::Form),
    };
    match (field, value) {
        (FormField::Plain, Value::Object(_)) => pair(text, name, &json(value)?, keep),
        (FormField::Json, Value::Array(items)) => {
            for item in items {
                pair(text, name, &json(item)?, keep);
            }
        }
        (FormField::Json, _) => pair(text, name, &json(value)?, keep),
        _ if style == Style::DeepObject => {
            leaves(name, value, &mut |name, value| {
                pair(text, name, value, keep)
            });
        }
        _ => style::query(text, style, explode, keep, name, &parameter_value(value)?),
    }
    Ok(())
}

/// Every text in a value, with the name that leads to it: `items[0][price]`.
pub(super) fn leaves(name: &str, value: &Value, leaf: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::Null => leaf(name, ""),
        Value::Boolean(true) => leaf(name, "true"),
        Value::Boolean(false) => leaf(name, "false"),
        Value::Number(number) => leaf(name, number.as_str()),
        Value::String(string) => leaf(name, string),
        Value::Array(items) => {
            let items = items.iter().filter(|item| !item.is_null());
            for (index, item) in items.enumerate() {
                leaves(&format!("{name}[{index}]"), item, leaf);
            }
        }
        Value::Object(properties) => inner(name, properties, leaf),
    }
}

fn inner(name: &str, properties: &Map<Value>, leaf: &mut dyn FnMut(&str, &str)) {
    for (key, value) in properties {
        leaves(&format!("{name}[{key}]"), value, leaf);
    }
}

fn pair(text: &mut String, name: &str, value: &str, keep: Keep) {
    style::pair(text, name, keep, |text| push(text, value, keep));
}

fn json(value: &Value) -> Result<String, EncodeError> {
    Ok(String::from_utf8_lossy(&to_json(value)?).into_owned())
}

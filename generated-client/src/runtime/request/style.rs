// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! The styles of OpenAPI's Parameter Object: from a value taken apart to text (RFC 6570 where the
//! specification follows it).

use crate::runtime::codec::ParameterValue;
use crate::runtime::request::percent::{Keep, push};

/// How a parameter's value becomes text (OpenAPI, Parameter Object, style values).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `;color=blue`, in the path.
    Matrix,
    /// `.blue`, in the path.
    Label,
    /// `blue,black`, in the path and in header fields.
    Simple,
    /// `color=blue`, in the query and in cookies.
    Form,
    /// `color=blue%20black`, in the query.
    SpaceDelimited,
    /// `color=blue%7Cblack`, in the query.
    PipeDelimited,
    /// `color%5BR%5D=100`, in the query.
    DeepObject,
    /// `color=blue; color=black` without escapes, in cookies.
    Cookie,
}

/// Whether lists and objects become several pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Explode {
    /// They do.
    Yes,
    /// They become one text.
    No,
}

/// Appends a path parameter's text.
pub(super) fn path(
    path: &mut String,
    style: Style,
    explode: Explode,
    keep: Keep,
    name: &str,
    value: &ParameterValue,
) {
    let (separator, first) = match (style, explode) {
        (Style::Label, Explode::Yes) => (".", "."),
        (Style::Label, Explode::No) => (",", "."),
        (Style::Matrix, Explode::Yes) => (";", ";"),
        (Style::Matrix, Explode::No) => (",", ";"),
        _ => (",", ""),
    };
    if matches!(value, ParameterValue::Absent) || is_empty(value) {
        return;
    }
    path.push_str(first);
    match (value, style, explode) {
        (ParameterValue::Absent, ..) => {}
        (ParameterValue::Null, Style::Matrix, _) => push(path, name, Keep::Unreserved),
        (ParameterValue::Null, ..) => {}
        (ParameterValue::Scalar(text), Style::Matrix, _) => {
            named(path, name, |path| push(path, text, keep));
        }
        (ParameterValue::Scalar(text), ..) => push(path, text, keep),
        (ParameterValue::Array(items), Style::Matrix, Explode::Yes) => {
            join(path, items, separator, |path, item| {
                named(path, name, |path| push(path, item, keep));
            });
        }
        (ParameterValue::Array(items), Style::Matrix, Explode::No) => {
            named(path, name, |path| {
                join(path, items, separator, |path, item| push(path, item, keep));
            });
        }
        (ParameterValue::Array(items), ..) => {
            join(path, items, separator, |path, item| push(path, item, keep));
        }
        (ParameterValue::Object(properties), _, Explode::Yes) => {
            join(path, properties, separator, |path, (key, value)| {
                push(path, key, keep);
                path.push('=');
                push(path, value, keep);
            });
        }
        (ParameterValue::Object(properties), Style::Matrix, Explode::No) => {
            named(path, name, |path| flat(path, properties, ",", keep));
        }
        (ParameterValue::Object(properties), _, Explode::No) => flat(path, properties, ",", keep),
    }
}

/// Appends a query parameter's pairs. `deepObject` is not among the styles: see `deep.rs`.
pub(super) fn query(
    query: &mut String,
    style: Style,
    explode: Explode,
    keep: Keep,
    name: &str,
    value: &ParameterValue,
) {
    let delimiter = match style {
        Style::SpaceDelimited => "%20",
        Style::PipeDelimited => "%7C",
        _ => ",",
    };
    match (value, style, explode) {
        (ParameterValue::Absent, ..) => {}
        (ParameterValue::Null, ..) => pair(query, name, keep, |_| {}),
        (ParameterValue::Scalar(text), ..) => {
            pair(query, name, keep, |query| push(query, text, keep));
        }
        (ParameterValue::Array(items), ..) if items.is_empty() => {}
        (ParameterValue::Array(items), _, Explode::Yes) => {
            for item in items {
                pair(query, name, keep, |query| push(query, item, keep));
            }
        }
        (ParameterValue::Array(items), _, Explode::No) => pair(query, name, keep, |query| {
            join(query, items, delimiter, |query, item| {
                push(query, item, keep);
            });
        }),
        (ParameterValue::Object(properties), _, Explode::Yes) => {
            for (key, value) in properties {
                pair(query, key, keep, |query| push(query, value, keep));
            }
        }
        (ParameterValue::Object(properties), ..) if properties.is_empty() => {}
        (ParameterValue::Object(properties), _, Explode::No) => {
            pair(query, name, keep, |query| {
                flat(query, properties, delimiter, keep);
            });
        }
    }
}

/// The text of a header field: as `simple`, without escapes.
pub(super) fn header(explode: Explode, value: ParameterValue) -> Option<String> {
    let mut field = String::new();
    match (value, explode) {
        (ParameterValue::Absent, _) => return None,
        (ParameterValue::Array(items), _) if items.is_empty() => return None,
        (ParameterValue::Object(properties), _) if properties.is_empty() => return None,
        (ParameterValue::Null, _) => {}
        (ParameterValue::Scalar(text), _) => field = text,
        (ParameterValue::Array(items), _) => field = items.join(","),
        (ParameterValue::Object(properties), explode) => {
            let between = match explode {
                Explode::Yes => '=',
                Explode::No => ',',
            };
            join(&mut field, &properties, ",", |field, (key, value)| {
                field.push_str(key);
                field.push(between);
                field.push_str(value);
            });
        }
    }
    Some(field)
}

/// Appends a pair; `write` appends its value, escaped. A name keeps nothing that is reserved.
pub(super) fn pair(query: &mut String, name: &str, keep: Keep, write: impl FnOnce(&mut String)) {
    if !query.is_empty() {
        query.push('&');
    }
    push(query, name, keep.of_name());
    query.push('=');
    write(query);
}

fn flat(text: &mut String, properties: &[(String, String)], delimiter: &str, keep: Keep) {
    join(text, properties, delimiter, |text, (key, value)| {
        push(text, key, keep);
        text.push_str(delimiter);
        push(text, value, keep);
    });
}

/// Appends `name=…`, and the name alone where there is no text (RFC 6570, section 3.2.7).
fn named(path: &mut String, name: &str, write: impl FnOnce(&mut String)) {
    push(path, name, Keep::Unreserved);
    path.push('=');
    let length = path.len();
    write(path);
    if path.len() == length {
        path.pop();
    }
}

fn join<T>(
    text: &mut String,
    items: &[T],
    separator: &str,
    mut write: impl FnMut(&mut String, &T),
) {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push_str(separator);
        }
        write(text, item);
    }
}

/// Whether it is a list or an object of nothing, which counts as not being there (RFC 6570, section 2.3).
fn is_empty(value: &ParameterValue) -> bool {
    match value {
        ParameterValue::Array(items) => items.is_empty(),
        ParameterValue::Object(properties) => properties.is_empty(),
        _ => false,
    }
}

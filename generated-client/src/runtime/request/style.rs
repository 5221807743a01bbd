// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! The styles of OpenAPI's Parameter Object: from a value taken apart to text (RFC 6570 where the
//! specification follows it).

use crate::runtime::codec::ParameterValue;
use crate::runtime::request::percent::{Keep, encode, push};

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
}

/// Whether lists and objects become several pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Explode {
    /// They do.
    Yes,
    /// They become one text.
    No,
}

/// The text of a path parameter; `None` where there is nothing to write.
pub(super) fn path(
    style: Style,
    explode: Explode,
    keep: Keep,
    name: &str,
    value: &ParameterValue,
) -> Option<String> {
    let encoded = |text: &str| encode(text, keep);
    let (separator, first) = match (style, explode) {
        (Style::Label, Explode::Yes) => (".", "."),
        (Style::Label, Explode::No) => (",", "."),
        (Style::Matrix, Explode::Yes) => (";", ";"),
        (Style::Matrix, Explode::No) => (",", ";"),
        _ => (",", ""),
    };
    let named = |text: String| match text.is_empty() {
        true => encode(name, keep),
        false => format!("{}={text}", encode(name, keep)),
    };
    let body = match (value, style, explode) {
        (ParameterValue::Absent, ..) => return None,
        (ParameterValue::Null, Style::Matrix, _) => named(String::new()),
        (ParameterValue::Null, ..) => String::new(),
        (ParameterValue::Scalar(text), Style::Matrix, _) => named(encoded(text)),
        (ParameterValue::Scalar(text), ..) => encoded(text),
        (ParameterValue::Array(items), ..) if items.is_empty() => return Some(String::new()),
        (ParameterValue::Array(items), Style::Matrix, Explode::Yes) => {
            join(items.iter().map(|item| named(encoded(item))), separator)
        }
        (ParameterValue::Array(items), Style::Matrix, Explode::No) => {
            named(join(items.iter().map(|item| encoded(item)), separator))
        }
        (ParameterValue::Array(items), ..) => {
            join(items.iter().map(|item| encoded(item)), separator)
        }
        (ParameterValue::Object(properties), _, Explode::Yes) => join(
            properties
                .iter()
                .map(|(key, value)| format!("{}={}", encoded(key), encoded(value))),
            separator,
        ),
        (ParameterValue::Object(properties), Style::Matrix, Explode::No) => {
            named(flat(properties, ",", keep))
        }
        (ParameterValue::Object(properties), _, Explode::No) => flat(properties, ",", keep),
    };
    Some(format!("{first}{body}"))
}

/// Appends a query parameter's pairs.
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
        (ParameterValue::Null, ..) => pair(query, name, "", keep),
        (ParameterValue::Scalar(text), ..) => pair(query, name, &encode(text, keep), keep),
        (ParameterValue::Array(items), ..) if items.is_empty() => {}
        (ParameterValue::Array(items), Style::DeepObject, _) => {
            items
                .iter()
                .for_each(|item| deep(query, name, "", item, keep));
        }
        (ParameterValue::Array(items), _, Explode::Yes) => {
            items
                .iter()
                .for_each(|item| pair(query, name, &encode(item, keep), keep));
        }
        (ParameterValue::Array(items), _, Explode::No) => {
            pair(
                query,
                name,
                &join(items.iter().map(|item| encode(item, keep)), delimiter),
                keep,
            );
        }
        (ParameterValue::Object(properties), Style::DeepObject, _) => {
            properties
                .iter()
                .for_each(|(key, value)| deep(query, name, key, value, keep));
        }
        (ParameterValue::Object(properties), _, Explode::Yes) => {
            properties
                .iter()
                .for_each(|(key, value)| pair(query, key, &encode(value, keep), keep));
        }
        (ParameterValue::Object(properties), ..) if properties.is_empty() => {}
        (ParameterValue::Object(properties), _, Explode::No) => {
            pair(query, name, &flat(properties, delimiter, keep), keep);
        }
    }
}

/// The text of a header field: as `simple`, without escapes.
pub(super) fn header(explode: Explode, value: &ParameterValue) -> Option<String> {
    Some(match (value, explode) {
        (ParameterValue::Absent, _) => return None,
        (ParameterValue::Null, _) => String::new(),
        (ParameterValue::Scalar(text), _) => text.clone(),
        (ParameterValue::Array(items), _) => items.join(","),
        (ParameterValue::Object(properties), Explode::Yes) => join(
            properties
                .iter()
                .map(|(key, value)| format!("{key}={value}")),
            ",",
        ),
        (ParameterValue::Object(properties), Explode::No) => join(
            properties
                .iter()
                .map(|(key, value)| format!("{key},{value}")),
            ",",
        ),
    })
}

/// Appends a pair whose value is encoded already.
pub(super) fn pair(query: &mut String, name: &str, value: &str, keep: Keep) {
    if !query.is_empty() {
        query.push('&');
    }
    push(query, name, keep);
    query.push('=');
    query.push_str(value);
}

fn deep(query: &mut String, name: &str, key: &str, value: &str, keep: Keep) {
    if !query.is_empty() {
        query.push('&');
    }
    push(query, name, keep);
    query.push_str("%5B");
    push(query, key, keep);
    query.push_str("%5D=");
    push(query, value, keep);
}

fn flat(properties: &[(String, String)], delimiter: &str, keep: Keep) -> String {
    let pairs = properties
        .iter()
        .map(|(key, value)| format!("{}{delimiter}{}", encode(key, keep), encode(value, keep)));
    join(pairs, delimiter)
}

fn join(texts: impl Iterator<Item = String>, separator: &str) -> String {
    texts.collect::<Vec<_>>().join(separator)
}

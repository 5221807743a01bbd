// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Cookies: name and value, `; ` between them (RFC 6265, section 4.2.1).

use crate::runtime::codec::ParameterValue;
use crate::runtime::request::percent::{self, Keep};
use crate::runtime::request::{Explode, Style};

/// Whether a value that is not escaped would end its cookie and begin another.
pub(super) fn is_split(value: &ParameterValue) -> bool {
    let splits = |text: &String| text.contains(';');
    match value {
        ParameterValue::Absent | ParameterValue::Null => false,
        ParameterValue::Scalar(text) => splits(text),
        ParameterValue::Array(items) => items.iter().any(splits),
        ParameterValue::Object(properties) => properties
            .iter()
            .any(|(key, value)| splits(key) || splits(value)),
    }
}

/// Appends a cookie's pairs: one, or one for each item or property where it explodes. In the style
/// `cookie` nothing is escaped; what cannot stand there makes the request fail when it is finished.
pub(super) fn push(
    cookies: &mut String,
    style: Style,
    explode: Explode,
    keep: Keep,
    name: &str,
    value: &ParameterValue,
) {
    let escape = |text: &mut String, part: &str| match style {
        Style::Cookie => text.push_str(part),
        _ => percent::push(text, part, keep),
    };
    let mut pair = |name: &str, parts: &[&str]| {
        if !cookies.is_empty() {
            cookies.push_str("; ");
        }
        match style {
            Style::Cookie => cookies.push_str(name),
            _ => percent::push(cookies, name, Keep::Cookie),
        }
        cookies.push('=');
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                cookies.push(',');
            }
            escape(cookies, part);
        }
    };
    match (value, explode) {
        (ParameterValue::Absent, _) => {}
        (ParameterValue::Null, _) => pair(name, &[]),
        (ParameterValue::Scalar(text), _) => pair(name, &[text]),
        (ParameterValue::Array(items), Explode::Yes) => {
            items.iter().for_each(|item| pair(name, &[item]));
        }
        (ParameterValue::Object(properties), Explode::Yes) => {
            properties
                .iter()
                .for_each(|(key, value)| pair(key, &[value]));
        }
        (ParameterValue::Array(items), Explode::No) => {
            let parts: Vec<&str> = items.iter().map(String::as_str).collect();
            if !parts.is_empty() {
                pair(name, &parts);
            }
        }
        (ParameterValue::Object(properties), Explode::No) => {
            let parts: Vec<&str> = properties
                .iter()
                .flat_map(|(key, value)| [key.as_str(), value.as_str()])
                .collect();
            if !parts.is_empty() {
                pair(name, &parts);
            }
        }
    }
}

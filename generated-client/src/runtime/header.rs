// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Header fields of replies as values: `simple` style, and JSON. Which there are, the document says.

use std::fmt;

use http::HeaderMap;
use http::header::SET_COOKIE;

use crate::runtime::codec::{Decode, DecodeError, Number, Writer, from_json};

/// How a header field holds its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderForm {
    /// Text.
    Text,
    /// A number or a boolean.
    Literal,
    /// Texts between commas.
    Texts,
    /// Numbers or booleans between commas.
    Literals,
    /// Names and values, all between commas: `R,100,G,200`.
    Pairs,
    /// Names with their values, between commas: `R=100,G=200`.
    ExplodedPairs,
    /// JSON.
    Json,
}

/// A header field that is not what the document says. The reply is none the worse for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderError {
    name: &'static str,
    text: String,
    error: DecodeError,
}

impl HeaderError {
    /// The field's name.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What it holds.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for HeaderError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, text, error } = self;
        let message = error.message();
        write!(
            formatter,
            "the header field `{name}: {text}` is not what is documented: {message}"
        )
    }
}

impl std::error::Error for HeaderError {}

/// A header field's value; `None` where the field is not there.
///
/// # Errors
///
/// Where it is not of the type's shape.
pub fn header_field<T: Decode>(
    headers: &HeaderMap,
    name: &'static str,
    form: HeaderForm,
) -> Result<Option<T>, HeaderError> {
    let lines = lines(headers, name);
    if lines.is_empty() {
        return Ok(None);
    }
    let texts = texts(&lines, name, form);
    let (first, second) = (json(&texts, form, Guess::Literals), Guess::Texts);
    from_json(first.as_bytes())
        .or_else(|error| match form {
            // what looks like a number may be meant as text
            HeaderForm::Pairs | HeaderForm::ExplodedPairs => {
                from_json(json(&texts, form, second).as_bytes())
            }
            _ => Err(error),
        })
        .map(Some)
        .map_err(|error| HeaderError {
            name,
            text: lines.join(", "),
            error,
        })
}

/// The field's lines; bytes that are no UTF-8 are ISO-8859-1.
fn lines(headers: &HeaderMap, name: &str) -> Vec<String> {
    let values = headers.get_all(name).iter();
    let lines = values.map(|value| match std::str::from_utf8(value.as_bytes()) {
        Ok(text) => text.to_owned(),
        Err(_) => value.as_bytes().iter().copied().map(char::from).collect(),
    });
    lines.collect()
}

/// What a value is that looks like a number or a boolean.
#[derive(Clone, Copy)]
enum Guess {
    Literals,
    Texts,
}

/// The parts of a list; the whole where it is none.
fn texts(lines: &[String], name: &str, form: HeaderForm) -> Vec<String> {
    match form {
        HeaderForm::Text | HeaderForm::Literal | HeaderForm::Json => vec![lines.join(", ")],
        // a cookie has commas of its own
        HeaderForm::Texts if name == SET_COOKIE.as_str() => lines.to_vec(),
        _ => {
            let parts = lines.iter().flat_map(|line| line.split(','));
            let parts = parts.map(|part| part.trim().to_owned());
            parts.filter(|part| !part.is_empty()).collect()
        }
    }
}

/// The JSON that a field stands for.
fn json(texts: &[String], form: HeaderForm, guess: Guess) -> String {
    match form {
        HeaderForm::Json | HeaderForm::Literal => texts.concat().trim().to_owned(),
        HeaderForm::Text => string(&texts.concat()),
        HeaderForm::Texts => list(texts.iter().map(|text| string(text))),
        HeaderForm::Literals => list(texts.iter().cloned()),
        HeaderForm::Pairs => {
            let pairs = texts.chunks(2).map(|pair| match pair {
                [name, value] => property(name, value, guess),
                other => property(&other.concat(), "", guess),
            });
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
        }
        HeaderForm::ExplodedPairs => {
            let pairs = texts.iter().map(|text| {
                let (name, value) = text.split_once('=').unwrap_or((text, ""));
                property(name, value, guess)
            });
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
        }
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

fn property(name: &str, value: &str, guess: Guess) -> String {
    let is_literal = matches!(value, "true" | "false" | "null") || value.parse::<Number>().is_ok();
    match guess {
        Guess::Literals if is_literal => format!("{}:{value}", string(name)),
        _ => format!("{}:{}", string(name), string(value)),
    }
}

fn string(text: &str) -> String {
    let mut writer = Writer::new();
    writer.string(text);
    let text = writer.finish().unwrap_or_default();
    String::from_utf8(text).unwrap_or_default()
}

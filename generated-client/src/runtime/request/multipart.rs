// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! `multipart/form-data` (RFC 7578): parts, how they are named, and what stands between them.

mod part;
mod parts;
mod rules;

pub use part::{Files, Part};
pub(crate) use parts::{Parts, is_boundary, random_boundary};

use crate::runtime::codec::{Encode, EncodeError, Value, to_json, to_value};
use crate::runtime::error::RequestError;
use crate::runtime::request::form::{FormField, leaves};
use crate::runtime::request::{Explode, Style};

/// The media type of what is not said to be anything else.
const ANY_BYTES: &str = "application/octet-stream";

/// What can be sent as a multipart body.
pub trait EncodeParts {
    /// Writes the parts.
    fn encode_parts(&self, parts: &mut Multipart);

    /// Whether there is no body.
    fn is_absent(&self) -> bool {
        false
    }
}

impl<T: EncodeParts> EncodeParts for Option<T> {
    fn encode_parts(&self, parts: &mut Multipart) {
        self.iter().for_each(|body| body.encode_parts(parts));
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: EncodeParts> EncodeParts for Box<T> {
    fn encode_parts(&self, parts: &mut Multipart) {
        (**self).encode_parts(parts);
    }
}

/// A multipart body, part by part, in the order in which they are added.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Multipart {
    parts: Vec<Named>,
    error: Option<RequestError>,
    #[cfg(feature = "validate")]
    held: rules::Held,
}

/// A part under a name.
#[derive(Debug, Clone, PartialEq)]
struct Named {
    name: String,
    part: Part,
    content_type: Option<String>,
    file_name: Option<String>,
}

impl Multipart {
    /// A body without parts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text.
    #[must_use]
    pub fn text(mut self, name: &str, text: impl Into<String>) -> Self {
        self.push_text(name, None, text.into());
        self
    }

    /// Adds a file.
    #[must_use]
    pub fn file(mut self, name: &str, file: impl Into<Part>) -> Self {
        self.push_files(name, ANY_BYTES, &file.into());
        self
    }

    /// Adds files under one name, under a content type unless they have another.
    pub fn push_files(&mut self, name: &str, content_type: &str, files: &dyn Files) {
        self.hold_files(name, files);
        files.each(&mut |file| {
            let chosen = file.body.chosen_content_type();
            let file_name = file.file_name.as_deref().unwrap_or("blob");
            self.parts.push(Named {
                name: name.to_owned(),
                content_type: Some(chosen.unwrap_or(content_type).to_owned()),
                file_name: Some(file_name.to_owned()),
                part: file.clone(),
            });
        });
    }

    /// Adds a value: a text as it is, an object as JSON, a list item by item; a style as in a form,
    /// without escapes. An absent value adds nothing.
    pub fn push(&mut self, name: &str, field: FormField, value: &dyn Encode) {
        if !value.is_absent() {
            self.hold(name, value);
            let pushed = to_value(value).and_then(|value| self.push_value(name, field, &value));
            self.fail_where(name, pushed);
        }
    }

    /// Adds a value under a content type, a list item by item. An absent value adds nothing.
    pub fn push_as(&mut self, name: &str, content_type: &str, value: &dyn Encode) {
        if !value.is_absent() {
            self.hold(name, value);
            let pushed = to_value(value).and_then(|value| {
                let items = match &value {
                    Value::Array(items) => items.as_slice(),
                    one => std::slice::from_ref(one),
                };
                items.iter().try_for_each(|item| {
                    self.push_text(name, Some(content_type), text(item)?);
                    Ok(())
                })
            });
            self.fail_where(name, pushed);
        }
    }

    fn push_value(
        &mut self,
        name: &str,
        field: FormField,
        value: &Value,
    ) -> Result<(), EncodeError> {
        let (style, explode) = match field {
            FormField::Plain | FormField::Json => (Style::Form, Explode::Yes),
            FormField::Styled(style, explode) | FormField::Reserved(style, explode) => {
                (style, explode)
            }
        };
        match (field, value) {
            _ if style == Style::DeepObject => {
                leaves(name, value, &mut |name, text| {
                    self.push_text(name, None, text.to_owned());
                });
            }
            (_, Value::Array(items)) if explode == Explode::Yes => {
                for item in items.iter().filter(|item| !item.is_null()) {
                    self.push_one(name, field, item)?;
                }
            }
            (FormField::Styled(..) | FormField::Reserved(..), Value::Object(properties))
                if explode == Explode::Yes =>
            {
                for (key, value) in properties {
                    self.push_text(key, None, text(value)?);
                }
            }
            (_, Value::Array(items)) => {
                let items: Result<Vec<_>, _> = items.iter().map(text).collect();
                self.push_text(name, None, items?.join(delimiter(style)));
            }
            (FormField::Styled(..) | FormField::Reserved(..), Value::Object(properties)) => {
                let mut items = Vec::new();
                for (key, value) in properties {
                    items.extend([key.to_owned(), text(value)?]);
                }
                self.push_text(name, None, items.join(delimiter(style)));
            }
            (_, one) => self.push_one(name, field, one)?,
        }
        Ok(())
    }

    fn push_one(&mut self, name: &str, field: FormField, value: &Value) -> Result<(), EncodeError> {
        match (field, value) {
            (FormField::Json, _) => {
                self.push_text(name, Some("application/json"), json(value)?);
            }
            (_, Value::Array(_) | Value::Object(_)) => {
                self.push_text(name, Some("application/json"), json(value)?);
            }
            _ => self.push_text(name, None, text(value)?),
        }
        Ok(())
    }

    fn push_text(&mut self, name: &str, content_type: Option<&str>, text: String) {
        self.parts.push(Named {
            name: name.to_owned(),
            content_type: content_type.map(str::to_owned),
            file_name: None,
            part: text.into(),
        });
    }

    fn fail_where(&mut self, name: &str, result: Result<(), EncodeError>) {
        if let Err(error) = result {
            let error = RequestError::encode(name, error);
            self.error.get_or_insert(error);
        }
    }
}

impl EncodeParts for Multipart {
    fn encode_parts(&self, parts: &mut Multipart) {
        parts.parts.extend_from_slice(&self.parts);
        parts.error = parts.error.take().or_else(|| self.error.clone());
    }
}

/// A text as it is, null as none, anything that nests as JSON.
fn text(value: &Value) -> Result<String, EncodeError> {
    match value {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(text.clone()),
        other => json(other),
    }
}

fn json(value: &Value) -> Result<String, EncodeError> {
    Ok(String::from_utf8_lossy(&to_json(value)?).into_owned())
}

fn delimiter(style: Style) -> &'static str {
    match style {
        Style::SpaceDelimited => " ",
        Style::PipeDelimited => "|",
        _ => ",",
    }
}

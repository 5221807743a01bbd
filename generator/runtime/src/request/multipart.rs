//! `multipart/form-data` (RFC 7578): parts, how they are named, and what stands between them.

mod rules;

use std::fmt::Write as _;
use std::hash::{BuildHasher, RandomState};
use std::path::PathBuf;

use http::{HeaderName, HeaderValue};

use crate::codec::{Encode, EncodeError, Nullable, Value, to_json, to_value};
use crate::error::RequestError;
use crate::request::body::{RequestBody, Source};
use crate::request::form::{FormField, leaves};
use crate::request::{Explode, Style};
use crate::transport::Body;

/// The media type of what is not said to be anything else.
const ANY_BYTES: &str = "application/octet-stream";

/// A part of a multipart body: a file as a rule, from memory (`Part::from(bytes)`), by its path, or
/// as a stream.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    body: RequestBody,
    file_name: Option<String>,
    headers: Vec<(String, String)>,
}

impl Part {
    /// The contents of a file, under its own name. It is opened when the request is sent.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        Self {
            file_name: name,
            ..RequestBody::path(path).into()
        }
    }

    /// The file's name; without one it is called `blob`, as a browser calls it.
    #[must_use]
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// The part's content type; `application/octet-stream` unless the document says another one.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.body = self.body.content_type(content_type);
        self
    }

    /// A further header field of the part.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }
}

impl<B: Into<RequestBody>> From<B> for Part {
    fn from(body: B) -> Self {
        Self {
            body: body.into(),
            file_name: None,
            headers: Vec::new(),
        }
    }
}

/// Files under one name: one, none, or several.
pub trait Files {
    /// Calls `file` with each.
    fn each(&self, file: &mut dyn FnMut(&Part));
}

impl Files for Part {
    fn each(&self, file: &mut dyn FnMut(&Part)) {
        file(self);
    }
}

impl<F: Files> Files for Option<F> {
    fn each(&self, file: &mut dyn FnMut(&Part)) {
        self.iter().for_each(|files| files.each(file));
    }
}

impl<F: Files> Files for Nullable<F> {
    fn each(&self, file: &mut dyn FnMut(&Part)) {
        if let Self::Value(files) = self {
            files.each(file);
        }
    }
}

impl<F: Files> Files for Vec<F> {
    fn each(&self, file: &mut dyn FnMut(&Part)) {
        self.iter().for_each(|files| files.each(file));
    }
}

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

    /// Puts the boundary between the parts.
    ///
    /// # Errors
    ///
    /// Where a part could not be written.
    pub(crate) fn close(self, boundary: &str) -> Result<Parts, RequestError> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let mut pieces = Vec::new();
        for (index, named) in self.parts.iter().enumerate() {
            let mut head = String::new();
            if index > 0 {
                head.push_str("\r\n");
            }
            named.write_head(boundary, &mut head)?;
            pieces.push(Source::Bytes(head.into()));
            pieces.push(named.part.body.source().clone());
        }
        let end = match self.parts.is_empty() {
            true => format!("--{boundary}--\r\n"),
            false => format!("\r\n--{boundary}--\r\n"),
        };
        pieces.push(Source::Bytes(end.into()));
        Ok(Parts(pieces))
    }
}

impl EncodeParts for Multipart {
    fn encode_parts(&self, parts: &mut Multipart) {
        parts.parts.extend_from_slice(&self.parts);
        parts.error = parts.error.take().or_else(|| self.error.clone());
    }
}

impl Named {
    fn write_head(&self, boundary: &str, head: &mut String) -> Result<(), RequestError> {
        // Writing to a String does not fail.
        let _ = write!(
            head,
            "--{boundary}\r\nContent-Disposition: form-data; name=\""
        );
        push_quoted(head, &self.name);
        head.push('"');
        if let Some(name) = &self.file_name {
            head.push_str("; filename=\"");
            push_quoted(head, name);
            head.push('"');
        }
        head.push_str("\r\n");
        let content_type = self
            .content_type
            .iter()
            .map(|value| ("Content-Type", value.as_str()));
        let others = self.part.headers.iter();
        let others = others.map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in content_type.chain(others) {
            let valid = HeaderName::from_bytes(name.as_bytes()).is_ok()
                && HeaderValue::from_str(value).is_ok();
            if !valid {
                return Err(RequestError::header(name));
            }
            let _ = write!(head, "{name}: {value}\r\n");
        }
        head.push_str("\r\n");
        Ok(())
    }
}

/// A multipart body with its boundaries, ready to be opened.
#[derive(Debug)]
pub(crate) struct Parts(Vec<Source>);

impl Parts {
    /// Whether all of it can be sent a second time.
    pub(crate) fn is_repeatable(&self) -> bool {
        self.0.iter().all(Source::is_repeatable)
    }

    /// The bytes, to be sent once.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, or a stream was sent before.
    pub(crate) async fn open(&self) -> Result<Body, RequestError> {
        let mut bodies = Vec::with_capacity(self.0.len());
        for source in &self.0 {
            bodies.push(source.open().await?);
        }
        Ok(Body::chain(bodies))
    }
}

/// A boundary that no content has: 128 bits at random.
pub(crate) fn random_boundary() -> String {
    let random = || RandomState::new().hash_one(0_u8);
    format!("boundary-{:016x}{:016x}", random(), random())
}

/// Whether a text can be a boundary without quotes (RFC 2046, section 5.1.1).
pub(crate) fn is_boundary(text: &str) -> bool {
    let plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'+');
    (1..=70).contains(&text.len()) && text.bytes().all(plain)
}

/// Appends a name as browsers write it (WHATWG HTML, multipart/form-data encoding algorithm).
fn push_quoted(head: &mut String, name: &str) {
    for character in name.chars() {
        match character {
            '"' => head.push_str("%22"),
            '\r' => head.push_str("%0D"),
            '\n' => head.push_str("%0A"),
            other => head.push(other),
        }
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

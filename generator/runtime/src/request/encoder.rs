//! Collects what an operation writes, and the first thing that could not be written.

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE};
use http::{HeaderName, HeaderValue};

use crate::codec::{Encode, EncodeError, ParameterValue, parameter_value_in, to_json};
use crate::error::RequestError;
use crate::operation::OperationSpec;
use crate::request::percent::{Keep, push};
use crate::request::target::Target;
use crate::request::{Explode, Fields, FormField, Style, form, push_pair, style};

/// Room for the text of a parameter, so that most take no allocation of their own.
const ROOM: usize = 48;

/// Collects what an operation writes.
#[derive(Debug)]
pub struct RequestEncoder {
    spec: &'static OperationSpec,
    target: Target,
    query: String,
    /// Room for the text of one parameter after the other.
    room: String,
    headers: Fields,
    cookies: String,
    body: Option<Bytes>,
    error: Option<RequestError>,
}

/// A request that is written but for the server and the credentials.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) spec: &'static OperationSpec,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: Fields,
    pub(crate) body: Option<Bytes>,
}

impl RequestEncoder {
    /// An empty request of an operation.
    pub fn new(spec: &'static OperationSpec) -> Self {
        Self {
            spec,
            target: Target::new(spec.path),
            query: String::new(),
            room: String::new(),
            headers: Fields::default(),
            cookies: String::new(),
            body: None,
            error: None,
        }
    }

    pub(crate) fn spec(&self) -> &'static OperationSpec {
        self.spec
    }

    /// Writes a path parameter.
    pub fn path(&mut self, name: &'static str, style: Style, explode: Explode, value: &dyn Encode) {
        let value = self.value(name, value);
        if value != ParameterValue::Absent {
            self.target
                .fill(name, |path| style::path(path, style, explode, name, &value));
        }
        self.reuse(value);
    }

    /// Writes a query parameter.
    pub fn query(
        &mut self,
        name: &'static str,
        style: Style,
        explode: Explode,
        value: &dyn Encode,
    ) {
        self.query_pairs(name, style, explode, Keep::Unreserved, value);
    }

    /// Writes a query parameter whose reserved characters go unescaped (`allowReserved`).
    pub fn query_reserved(
        &mut self,
        name: &'static str,
        style: Style,
        explode: Explode,
        value: &dyn Encode,
    ) {
        self.query_pairs(name, style, explode, Keep::Reserved, value);
    }

    /// Writes a query parameter as JSON (`content: application/json`).
    pub fn query_json(&mut self, name: &'static str, value: &dyn Encode) {
        if let Some(text) = self.json_text(name, value) {
            push_pair(&mut self.query, name, &text);
        }
    }

    /// Writes a path parameter as JSON (`content: application/json`).
    pub fn path_json(&mut self, name: &'static str, value: &dyn Encode) {
        if let Some(text) = self.json_text(name, value) {
            self.target
                .fill(name, |path| push(path, &text, Keep::Unreserved));
        }
    }

    /// Writes a header parameter.
    pub fn header(&mut self, name: &'static str, explode: Explode, value: &dyn Encode) {
        let value = self.value(name, value);
        if let Some(text) = style::header(explode, value) {
            self.header_text(name, &text);
        }
    }

    /// Writes a header parameter as JSON (`content: application/json`).
    pub fn header_json(&mut self, name: &'static str, value: &dyn Encode) {
        if let Some(text) = self.json_text(name, value) {
            self.header_text(name, &text);
        }
    }

    /// Writes a cookie.
    pub fn cookie(&mut self, name: &'static str, explode: Explode, value: &dyn Encode) {
        let value = self.value(name, value);
        let mut pairs = String::new();
        style::query(
            &mut pairs,
            Style::Form,
            explode,
            Keep::Unreserved,
            name,
            &value,
        );
        for pair in pairs.split('&').filter(|pair| !pair.is_empty()) {
            if !self.cookies.is_empty() {
                self.cookies.push_str("; ");
            }
            self.cookies.push_str(pair);
        }
    }

    /// Writes the body as JSON, under its own media type. An absent value sends no body.
    pub fn json(&mut self, media_type: &'static str, body: &dyn Encode) {
        if body.is_absent() {
            return;
        }
        match to_json(body) {
            Ok(text) => self.body(media_type, text),
            Err(error) => self.fail(RequestError::encode("body", error)),
        }
    }

    /// Writes the body as a form: the properties in `named` in their own way, all others alike. An absent
    /// value sends no body.
    pub fn form(
        &mut self,
        media_type: &'static str,
        others: FormField,
        named: &[(&str, FormField)],
        body: &dyn Encode,
    ) {
        if body.is_absent() {
            return;
        }
        match form::form(body, others, named) {
            Ok(text) => self.body(media_type, text),
            Err(error) => self.fail(RequestError::encode("body", error)),
        }
    }

    /// Writes the body as text.
    pub fn text(&mut self, media_type: &'static str, body: impl Into<Option<String>>) {
        if let Some(body) = body.into() {
            self.body(media_type, body);
        }
    }

    /// Writes the body as it is.
    pub fn bytes(&mut self, media_type: &'static str, body: impl Into<Option<Bytes>>) {
        if let Some(body) = body.into() {
            self.body(media_type, body);
        }
    }

    /// Notes that the request must not be sent: the first such note is what the caller is told.
    pub fn fail(&mut self, error: RequestError) {
        self.error.get_or_insert(error);
    }

    fn body(&mut self, media_type: &'static str, body: impl Into<Bytes>) {
        self.headers
            .insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
        self.body = Some(body.into());
    }

    fn query_pairs(
        &mut self,
        name: &str,
        style: Style,
        explode: Explode,
        keep: Keep,
        value: &dyn Encode,
    ) {
        let value = self.value(name, value);
        style::query(&mut self.query, style, explode, keep, name, &value);
        self.reuse(value);
    }

    fn value(&mut self, name: &str, value: &dyn Encode) -> ParameterValue {
        if value.is_absent() {
            return ParameterValue::Absent;
        }
        let mut room = std::mem::take(&mut self.room);
        room.clear();
        room.reserve(ROOM);
        parameter_value_in(room, value).unwrap_or_else(|error| self.encode_failed(name, error))
    }

    /// Keeps the room that a parameter's text had for the next one.
    fn reuse(&mut self, value: ParameterValue) {
        if let ParameterValue::Scalar(room) = value {
            self.room = room;
        }
    }

    fn encode_failed(&mut self, name: &str, error: EncodeError) -> ParameterValue {
        self.fail(RequestError::encode(name, error));
        ParameterValue::Absent
    }

    fn json_text(&mut self, name: &str, value: &dyn Encode) -> Option<String> {
        if value.is_absent() {
            return None;
        }
        match to_json(value) {
            Ok(text) => Some(String::from_utf8_lossy(&text).into_owned()),
            Err(error) => {
                self.fail(RequestError::encode(name, error));
                None
            }
        }
    }

    fn header_text(&mut self, name: &'static str, text: &str) {
        match (
            HeaderName::from_bytes(name.as_bytes()),
            HeaderValue::from_bytes(text.as_bytes()),
        ) {
            (Ok(name), Ok(value)) => self.headers.insert(name, value),
            _ => self.fail(RequestError::header(name)),
        }
    }

    /// The request, if it can be sent.
    pub(crate) fn finish(mut self) -> Result<Prepared, RequestError> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let path = self.target.finish()?;
        if !self.cookies.is_empty() {
            let cookies =
                HeaderValue::from_str(&self.cookies).map_err(|_| RequestError::header("Cookie"))?;
            self.headers.insert(COOKIE, cookies);
        }
        if !self.spec.accept.is_empty() {
            self.headers
                .insert_default(&ACCEPT, &HeaderValue::from_static(self.spec.accept));
        }
        Ok(Prepared {
            spec: self.spec,
            path,
            query: self.query,
            headers: self.headers,
            body: self.body,
        })
    }
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Collects what an operation writes, and the first thing that could not be written. Its parameters
//! are written in `encoder/parameters.rs`.

mod parameters;

use bytes::Bytes;
use http::HeaderValue;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE};

use crate::runtime::codec::{Encode, to_json};
use crate::runtime::error::RequestError;
use crate::runtime::operation::OperationSpec;
use crate::runtime::request::target::Target;
use crate::runtime::request::{Fields, FormField, form};

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

//! Collects what an operation writes, and the first thing that could not be written. Its parameters
//! are written in `encoder/parameters.rs`; what the document demands of them is asked in `encoder/rules.rs`.

mod parameters;
mod rules;

use std::mem::take;

use bytes::Bytes;
use http::HeaderValue;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE};

use crate::codec::{Encode, to_json};
use crate::error::RequestError;
use crate::operation::OperationSpec;
#[cfg(feature = "binary")]
use crate::request::body::{RequestBody, Source};
#[cfg(feature = "multipart")]
use crate::request::multipart::{EncodeParts, Multipart, Parts};
use crate::request::percent::{self, Keep};
use crate::request::target::Target;
use crate::request::{Fields, FormField, form};
use crate::transport::Body;

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
    body: Written,
    #[cfg(feature = "multipart")]
    parts: Option<Multipart>,
    error: Option<RequestError>,
    held: rules::Held,
}

/// The body of a request, as far as it can be written before it is sent.
#[derive(Debug, Default)]
pub(crate) enum Written {
    /// None.
    #[default]
    Nothing,
    /// All of it.
    Bytes(Bytes),
    #[cfg(feature = "binary")]
    /// What is in a file, or comes from a stream.
    Source(Source),
    #[cfg(feature = "multipart")]
    /// Several of these.
    Parts(Parts),
}

impl Written {
    /// The body, where it can be had at once.
    pub(crate) fn ready(&self) -> Option<Body> {
        match self {
            Self::Nothing => Some(Body::empty()),
            Self::Bytes(bytes) => Some(bytes.clone().into()),
            #[cfg(feature = "binary")]
            Self::Source(_) => None,
            #[cfg(feature = "multipart")]
            Self::Parts(_) => None,
        }
    }

    /// Whether it can be sent a second time.
    pub(crate) fn is_repeatable(&self) -> bool {
        match self {
            Self::Nothing | Self::Bytes(_) => true,
            #[cfg(feature = "binary")]
            Self::Source(source) => source.is_repeatable(),
            #[cfg(feature = "multipart")]
            Self::Parts(parts) => parts.is_repeatable(),
        }
    }

    /// The body, to be sent once.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, or a stream was sent before.
    pub(crate) async fn open(&self) -> Result<Body, RequestError> {
        match self {
            Self::Nothing => Ok(Body::empty()),
            Self::Bytes(bytes) => Ok(bytes.clone().into()),
            #[cfg(feature = "binary")]
            Self::Source(source) => source.open().await,
            #[cfg(feature = "multipart")]
            Self::Parts(parts) => parts.open().await,
        }
    }
}

/// A request that is written but for the server and the credentials.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) spec: &'static OperationSpec,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: Fields,
    pub(crate) body: Written,
    #[cfg(feature = "multipart")]
    /// A multipart body, which still needs a boundary.
    pub(crate) parts: Option<Multipart>,
}

impl RequestEncoder {
    /// An empty request of an operation.
    pub fn new(spec: &'static OperationSpec) -> Self {
        let (path, fixed) = split_query(spec.path);
        let mut query = String::new();
        percent::push(&mut query, fixed, Keep::Reserved);
        Self {
            spec,
            target: Target::new(path),
            query,
            room: String::new(),
            headers: Fields::default(),
            cookies: String::new(),
            body: Written::Nothing,
            #[cfg(feature = "multipart")]
            parts: None,
            error: None,
            held: rules::Held::default(),
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
        self.hold_body(media_type, body);
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
        self.hold_body(media_type, body);
        match form::form(body, others, named) {
            Ok(text) => self.body(media_type, text),
            Err(error) => self.fail(RequestError::encode("body", error)),
        }
    }

    #[cfg(feature = "multipart")]
    /// Writes the body part by part, as `multipart/form-data`. An absent value sends no body.
    pub fn multipart(&mut self, body: &dyn EncodeParts) {
        if !body.is_absent() {
            let held = self.held_parts();
            let parts = self.parts.get_or_insert_default();
            parts.hold_to(held);
            body.encode_parts(parts);
            let violations = parts.take_violations();
            self.held.note(violations);
        }
    }

    /// Writes the body as text.
    pub fn text<'b>(&mut self, media_type: &'static str, body: impl Into<Option<&'b String>>) {
        if let Some(body) = body.into() {
            self.hold_body(media_type, body);
            self.body(media_type, body.clone());
        }
    }

    #[cfg(feature = "binary")]
    /// Writes the body as it is, under the content type that it has, or the document's. Where that is
    /// a range of several, the caller must have chosen one.
    pub fn bytes<'b>(
        &mut self,
        media_type: &'static str,
        body: impl Into<Option<&'b RequestBody>>,
    ) {
        let Some(body) = body.into() else {
            return;
        };
        let content_type = match (body.chosen_content_type(), media_type) {
            (Some(chosen), _) => HeaderValue::from_str(chosen),
            (None, "*/*" | "application/*") => {
                Ok(HeaderValue::from_static("application/octet-stream"))
            }
            (None, range) if range.contains('*') => {
                return self.fail(RequestError::content_type(range));
            }
            (None, media_type) => Ok(HeaderValue::from_static(media_type)),
        };
        match content_type {
            Ok(content_type) => self.headers.insert(CONTENT_TYPE, content_type),
            Err(_) => return self.fail(RequestError::header("Content-Type")),
        }
        self.body = match body.source() {
            Source::Bytes(bytes) => Written::Bytes(bytes.clone()),
            other => Written::Source(other.clone()),
        };
    }

    /// Notes that the request must not be sent: the first such note is what the caller is told.
    pub fn fail(&mut self, error: RequestError) {
        self.error.get_or_insert(error);
    }

    fn body(&mut self, media_type: &'static str, body: impl Into<Bytes>) {
        self.headers
            .insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
        self.body = Written::Bytes(body.into());
    }

    /// What has been written, if it can be sent. Nothing of it stays here.
    pub(crate) fn finish(&mut self) -> Result<Prepared, RequestError> {
        if let Some(error) = self.error.take() {
            return Err(error);
        }
        self.held.finish()?;
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
            query: take(&mut self.query),
            headers: take(&mut self.headers),
            body: take(&mut self.body),
            #[cfg(feature = "multipart")]
            parts: self.parts.take(),
        })
    }
}

/// A path template, and the query that it has itself.
fn split_query(template: &'static str) -> (&'static str, &'static str) {
    let mark = template.bytes().position(|byte| byte == b'?');
    match mark.and_then(|mark| template.split_at_checked(mark)) {
        Some((path, query)) => (path, query.strip_prefix('?').unwrap_or(query)),
        None => (template, ""),
    }
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! A reply that has arrived whole.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::runtime::codec::{Decode, DecodeError, from_json, to_json};
use crate::runtime::operation::content_type;

/// A reply that has arrived whole.
#[derive(Debug, Clone)]
pub struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Reply {
    /// A reply from its parts.
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            headers,
            body: body.into(),
        }
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The header fields.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The `Content-Type`, where there is one.
    pub fn content_type(&self) -> Option<&str> {
        content_type::content_type(&self.headers)
    }

    /// Whether the body is labelled as a media type or range: `text/csv`, `image/*`.
    pub fn is(&self, range: &str) -> bool {
        self.content_type()
            .is_some_and(|content_type| content_type::is_of(content_type, range))
    }

    /// Whether the body is labelled as JSON, under whatever media type.
    pub fn is_json(&self) -> bool {
        self.content_type().is_some_and(content_type::is_json)
    }

    /// The body as JSON, however it is labelled: many a server calls its JSON `text/plain`. What is labelled so
    /// and is no JSON is a string, where the type may be one.
    ///
    /// # Errors
    ///
    /// Where it is not JSON, or not of the type's shape.
    pub fn json<T: Decode>(&self) -> Result<T, DecodeError> {
        from_json(content_type::without_mark(&self.body)).or_else(|error| {
            let text = self.text_in_json().ok_or_else(|| error.clone())?;
            from_json(&text).map_err(|_| error)
        })
    }

    /// The text of a body that is labelled as `text/plain`, as a JSON string.
    fn text_in_json(&self) -> Option<Vec<u8>> {
        let is_text = self.is("text/plain");
        to_json(&self.text().ok().filter(|_| is_text)?).ok()
    }

    /// The body as text, by its charset: UTF-8 unless the `Content-Type` says otherwise.
    ///
    /// # Errors
    ///
    /// Where it is not UTF-8, or of a charset other than UTF-8, US-ASCII and ISO-8859-1.
    pub fn text(&self) -> Result<String, DecodeError> {
        content_type::text(self.content_type(), &self.body)
    }

    /// Why the body cannot be read: it is of none of the media types that the document has.
    pub fn unexpected(&self, documented: &str) -> DecodeError {
        let found = self.content_type().unwrap_or("nothing");
        DecodeError::custom(format!(
            "the content type `{found}`, where {documented} was expected"
        ))
    }

    /// The body as it came.
    ///
    /// # Errors
    ///
    /// None: it is a `Result` so that all bodies are read alike.
    pub fn bytes(&self) -> Result<Bytes, DecodeError> {
        Ok(self.body.clone())
    }

    pub(crate) fn into_parts(self) -> (StatusCode, HeaderMap, Bytes) {
        (self.status, self.headers, self.body)
    }
}

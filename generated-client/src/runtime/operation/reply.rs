// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! A reply that has arrived whole.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::runtime::codec::{Decode, DecodeError, from_json};

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

    /// The body as JSON.
    ///
    /// # Errors
    ///
    /// Where it is not JSON, or not of the type's shape.
    pub fn json<T: Decode>(&self) -> Result<T, DecodeError> {
        from_json(&self.body)
    }

    /// The body as text.
    ///
    /// # Errors
    ///
    /// Where it is not UTF-8.
    pub fn text(&self) -> Result<String, DecodeError> {
        match std::str::from_utf8(&self.body) {
            Ok(text) => Ok(text.to_owned()),
            Err(error) => Err(DecodeError::new(
                "text that is not UTF-8",
                error.valid_up_to(),
            )),
        }
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

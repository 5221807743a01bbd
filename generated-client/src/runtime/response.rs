// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! What a successful call returns.

use std::ops::{Deref, DerefMut};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::runtime::operation::Reply;

/// What a successful call returns: the body, and what came with it. It can be used like the body.
#[derive(Debug, Clone)]
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    body: T,
    bytes: Bytes,
    attempts: u32,
}

impl<T> Response<T> {
    pub(crate) fn new(reply: Reply, body: T, attempts: u32) -> Self {
        let (status, headers, bytes) = reply.into_parts();
        Self {
            status,
            headers,
            body,
            bytes,
            attempts,
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

    /// How often the request was tried.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The body.
    pub fn body(&self) -> &T {
        &self.body
    }

    /// The body as it came: what the document does not know of it is there too, and all of one that it
    /// does not expect; nothing of one that is taken in piece by piece. It is kept for as long as the response.
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// The same response with another body.
    pub(crate) fn with_body<U>(self, body: U) -> Response<U> {
        Response {
            status: self.status,
            headers: self.headers,
            body,
            bytes: self.bytes,
            attempts: self.attempts,
        }
    }

    /// The body itself.
    pub fn into_body(self) -> T {
        self.body
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.body
    }
}

impl<T> DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.body
    }
}

//! A multipart body as it is sent: heads, boundaries, and what is between them (RFC 7578, RFC 2046).

use std::fmt::Write as _;
use std::hash::{BuildHasher, RandomState};

use http::{HeaderName, HeaderValue};

use super::{Multipart, Named};
use crate::error::RequestError;
use crate::request::body::Source;
use crate::transport::Body;

impl Multipart {
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

//! What the client adds to a multipart body: the boundary between its parts.

use http::HeaderValue;
use http::header::CONTENT_TYPE;

use crate::client::BuildError;
use crate::client::core::Shared;
use crate::error::RequestError;
use crate::request::{Fields, Multipart, Written, is_boundary, random_boundary};

/// A boundary of the caller's own, where there is one.
///
/// # Errors
///
/// Where it is no boundary (RFC 2046, 5.1.1).
pub(super) fn checked_boundary(boundary: Option<String>) -> Result<Option<String>, BuildError> {
    match boundary {
        Some(boundary) if !is_boundary(&boundary) => {
            Err(BuildError(format!("{boundary:?} is no boundary")))
        }
        boundary => Ok(boundary),
    }
}

/// The body of these parts, between the client's boundary or one that is drawn by lot.
pub(super) fn close(
    shared: &Shared,
    parts: Multipart,
    headers: &mut Fields,
) -> Result<Written, RequestError> {
    let boundary = shared.boundary.clone().unwrap_or_else(random_boundary);
    let content_type = format!("multipart/form-data; boundary={boundary}");
    let content_type = HeaderValue::try_from(content_type);
    let content_type = content_type.map_err(|_| RequestError::header("Content-Type"))?;
    headers.insert(CONTENT_TYPE, content_type);
    parts.close(&boundary).map(Written::Parts)
}

//! A request being written: target, header fields, body. Credentials come later, and are not known here.

#[cfg(feature = "binary")]
mod body;
mod cookie;
mod deep;
mod encoder;
mod fields;
mod form;
#[cfg(feature = "multipart")]
mod multipart;
mod percent;
mod style;
mod target;

#[cfg(feature = "binary")]
pub use body::RequestBody;
pub use encoder::RequestEncoder;
pub(crate) use encoder::{Prepared, Written};
pub(crate) use fields::Fields;
pub use form::FormField;
#[cfg(feature = "multipart")]
pub use multipart::{EncodeParts, Files, Multipart, Part};
#[cfg(feature = "multipart")]
pub(crate) use multipart::{is_boundary, random_boundary};
pub use style::{Explode, Style};

#[cfg(feature = "client-credentials")]
/// Appends a text, percent-encoded.
pub(crate) fn push_text(target: &mut String, text: &str) {
    percent::push(target, text, percent::Keep::Unreserved);
}

/// Appends a query pair, both sides percent-encoded.
pub(crate) fn push_pair(query: &mut String, name: &str, value: &str) {
    let keep = percent::Keep::Unreserved;
    style::pair(query, name, keep, |query| percent::push(query, value, keep));
}

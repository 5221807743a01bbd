//! How a property of a form or multipart body is written (OpenAPI, Encoding Object).

use super::{Header, MediaType, Style};
use crate::source::Origin;

/// How a property of a form or multipart body is written, as far as the document says it.
#[derive(Debug, Clone, PartialEq)]
pub struct Encoding {
    /// The property's name on the wire.
    pub property: String,
    /// By which rule.
    pub rule: EncodingRule,
    /// Header fields of its part of a multipart body.
    pub headers: Vec<Header>,
    /// Where it stands.
    pub origin: Origin,
}

/// By which rule a property is written: a style rules a media type out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EncodingRule {
    /// The document says neither.
    Default,
    /// Under media types, in the document's order; ranges among them.
    ContentType(Vec<MediaType>),
    /// By a style, as a query parameter is.
    Style {
        /// The style.
        style: Style,
        /// Whether lists and objects become several pairs, the style's default applied.
        explode: bool,
        /// Whether reserved characters go unescaped.
        allow_reserved: bool,
    },
}

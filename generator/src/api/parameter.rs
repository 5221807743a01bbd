//! A parameter: where it goes, how it is written, what it holds.

use super::{Docs, Literal, MediaType, Use};

/// A parameter of an operation.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// Its name on the wire.
    pub name: String,
    /// Where it goes.
    pub location: ParameterLocation,
    /// Whether a call must give it.
    pub presence: Presence,
    /// How its value becomes text.
    pub serialization: Serialization,
    /// What it holds.
    pub value: Use,
    /// What the server takes where it is left out, where that is a scalar.
    pub default: Option<Literal>,
    /// Its only value, where it has only one and that is a scalar.
    pub constant: Option<Literal>,
    /// Its words and its place.
    pub docs: Docs,
}

/// Where a parameter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParameterLocation {
    /// Into the path template.
    Path,
    /// Into the query.
    Query,
    /// As the whole query string (3.2).
    Querystring,
    /// Into a header field.
    Header,
    /// Into the `Cookie` header field.
    Cookie,
}

/// Whether something must be there. Whether it may be null is [`Use::nullable`], another fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It must be there.
    Required,
    /// It may be left out.
    Optional,
}

/// How a parameter's value becomes text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Serialization {
    /// By a style (OpenAPI, Parameter Object, style values).
    Style {
        /// The style, the location's default applied.
        style: Style,
        /// Whether lists and objects become several pairs, the style's default applied.
        explode: bool,
        /// What goes unescaped: in the path, the query or a cookie.
        unescaped: Unescaped,
    },
    /// As a document of a media type: `content` with `application/json`.
    Content(MediaType),
}

/// Which reserved characters of a parameter's value go unescaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unescaped {
    /// None.
    Nothing,
    /// Those that do not end the place where it stands (`allowReserved`).
    Reserved,
    /// In the path slashes too: the value is several segments.
    Segments,
}

/// The styles of the specification's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `;color=blue` (RFC 6570).
    Matrix,
    /// `.blue` (RFC 6570).
    Label,
    /// `blue,black`.
    Simple,
    /// `color=blue`.
    Form,
    /// `color=blue%20black`.
    SpaceDelimited,
    /// `color=blue%7Cblack`.
    PipeDelimited,
    /// `color[R]=100`.
    DeepObject,
    /// `color=blue`, without escapes (3.2).
    Cookie,
}

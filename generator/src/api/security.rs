//! Who may call: security schemes and requirements.

use super::Docs;

/// A security scheme by its name.
#[derive(Debug, Clone, PartialEq)]
pub struct SecurityScheme {
    /// Its name in the description.
    pub name: String,
    /// What it asks for.
    pub kind: SecuritySchemeKind,
    /// Its words and its place.
    pub docs: Docs,
}

/// What a security scheme asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecuritySchemeKind {
    /// A bearer token (RFC 6750); OAuth 2 and OpenID Connect come down to this on the wire.
    Bearer {
        /// Where a program gets one for itself (OAuth 2, client credentials).
        client_credentials: Option<TokenEndpoint>,
    },
    /// A user and a password (RFC 7617).
    Basic,
    /// Another scheme of HTTP's whose text the caller has: its name.
    Http(String),
    /// A key in a place of the description's choice.
    ApiKey {
        /// Where.
        location: KeyLocation,
        /// The name of the header field, query parameter or cookie.
        name: String,
    },
    /// Anything else, which a caller must do by hand: mutual TLS, digests.
    Other(String),
}

/// Where tokens are given, and what for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenEndpoint {
    /// The absolute URL.
    pub url: String,
    /// The scopes that the document names.
    pub scopes: Vec<String>,
}

/// Where an API key goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyLocation {
    /// Into a header field.
    Header,
    /// Into the query.
    Query,
    /// Into a cookie.
    Cookie,
}

/// A conjunction: the names of all schemes that must hold together. Empty: anonymous.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// The schemes' names.
    pub schemes: Vec<String>,
}

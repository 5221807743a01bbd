//! What a generated client states about its API.

use crate::client::Core;

/// A generated client.
pub trait Api: Sized {
    /// What the document says about the API as a whole.
    const SPEC: &'static ApiSpec;

    /// Variables that only the servers of single operations have.
    const OPERATION_VARIABLES: &'static [&'static str] = &[];

    /// The client around its core.
    fn from_core(core: Core) -> Self;
}

/// What the document says about an API as a whole.
#[derive(Debug)]
pub struct ApiSpec {
    /// The package's name, for `User-Agent`.
    pub name: &'static str,
    /// The package's version, for `User-Agent`.
    pub version: &'static str,
    /// Where the API is served; the first one unless told otherwise.
    pub servers: &'static [Server],
    /// The security schemes that operations name.
    pub schemes: &'static [Scheme],
}

/// A server.
#[derive(Debug)]
pub struct Server {
    /// Its URL, with variables in braces.
    pub url: &'static str,
    /// The variables and what they are unless told otherwise.
    pub variables: &'static [ServerVariable],
}

/// A variable of a server's URL.
#[derive(Debug)]
pub struct ServerVariable {
    /// Its name.
    pub name: &'static str,
    /// What it is unless told otherwise.
    pub default: &'static str,
    /// What it may be; empty: anything.
    pub values: &'static [&'static str],
}

/// A security scheme.
#[derive(Debug)]
pub struct Scheme {
    /// Its name in the document.
    pub name: &'static str,
    /// What it asks for.
    pub kind: SchemeKind,
}

/// What a security scheme asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemeKind {
    /// A bearer token (RFC 6750), however it was come by.
    Bearer,
    /// A user and a password (RFC 7617).
    Basic,
    /// Another scheme of HTTP's: `Authorization`, the scheme's name, and what the caller makes of it.
    Http {
        /// The scheme's name.
        scheme: &'static str,
    },
    /// A key.
    ApiKey {
        /// Where it goes.
        location: KeyLocation,
        /// The name of the header field, query parameter or cookie.
        name: &'static str,
    },
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

/// An API with a scheme for bearer tokens: its builder has `bearer_token`.
pub trait BearerScheme: Api {
    /// The scheme's name.
    const NAME: &'static str;
}

#[cfg(feature = "client-credentials")]
/// An API with a scheme for tokens that are had for a client's id and secret (OAuth 2, client
/// credentials): its builder has `client_credentials`.
pub trait ClientCredentialsScheme: Api {
    /// The scheme's name.
    const NAME: &'static str;
    /// Where tokens are given.
    const TOKEN_URL: &'static str;
    /// The scopes that the document names.
    const SCOPES: &'static [&'static str];
}

/// An API with a scheme for a user and a password: its builder has `basic`.
pub trait BasicScheme: Api {
    /// The scheme's name.
    const NAME: &'static str;
}

/// An API with a scheme for an API key: its builder has `api_key`.
pub trait ApiKeyScheme: Api {
    /// The scheme's name.
    const NAME: &'static str;
}

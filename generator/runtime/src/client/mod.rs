//! The client behind every generated one: how it is built, and how it executes a request.

mod api;
mod attempt;
mod base;
mod builder;
#[cfg(feature = "client-credentials")]
mod client_credentials;
mod collect;
mod core;
mod credential;
mod defaults;
mod execute;
mod intake;
#[cfg(feature = "multipart")]
mod multipart;
mod options;
#[cfg(feature = "pages")]
mod page;
mod prepare;
mod redirect;
mod retry;
mod token;
mod trace;

#[cfg(feature = "client-credentials")]
pub use api::ClientCredentialsScheme;
pub use api::{
    Api, ApiKeyScheme, ApiSpec, BasicScheme, BearerScheme, KeyLocation, Scheme, SchemeKind, Server,
    ServerVariable,
};
pub use builder::{BuildError, ClientBuilder};
#[cfg(feature = "client-credentials")]
pub use client_credentials::ClientCredentials;
pub use credential::Credential;
pub use options::CallOptions;
pub use retry::Retry;
pub use token::{Token, TokenError, TokenProvider};

pub use self::core::{Core, Exchange};
pub(crate) use self::intake::Intake;
#[cfg(feature = "pages")]
pub(crate) use self::page::{Page, Trip};

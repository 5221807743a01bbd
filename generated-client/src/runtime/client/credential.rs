// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Credentials: held out of sight, and put where their scheme says.

use std::hash::{DefaultHasher, Hash, Hasher};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::runtime::client::{KeyLocation, Scheme, SchemeKind};
use crate::runtime::codec::Secret;
use crate::runtime::error::RequestError;

/// What a caller proves who he is with. Never shown by `Debug`.
#[derive(Debug, Clone)]
pub struct Credential(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Token(Secret),
    Basic { user: Secret, password: Secret },
}

impl Credential {
    /// A bearer token (RFC 6750).
    pub fn bearer(token: impl Into<Secret>) -> Self {
        Self(Kind::Token(token.into()))
    }

    /// A user and a password (RFC 7617).
    pub fn basic(user: impl Into<Secret>, password: impl Into<Secret>) -> Self {
        Self(Kind::Basic {
            user: user.into(),
            password: password.into(),
        })
    }

    /// An API key.
    pub fn api_key(key: impl Into<Secret>) -> Self {
        Self(Kind::Token(key.into()))
    }

    fn fingerprint(&self, hasher: &mut DefaultHasher) {
        match &self.0 {
            Kind::Token(token) => token.expose().hash(hasher),
            Kind::Basic { user, password } => (user.expose(), password.expose()).hash(hasher),
        }
    }
}

/// The credentials that a request is sent with.
#[derive(Debug, Default)]
pub(super) struct Chosen<'c> {
    credentials: Vec<(&'static Scheme, &'c Credential)>,
}

/// Chooses the first alternative that can be fulfilled; anonymity only where nothing else can.
pub(super) fn choose<'c>(
    security: &'static [&'static [&'static str]],
    schemes: &'static [Scheme],
    credentials: &'c [(&'static str, Credential)],
) -> Result<Chosen<'c>, RequestError> {
    let find = |name: &&str| {
        let scheme = schemes.iter().find(|scheme| scheme.name == *name)?;
        let (_, credential) = credentials.iter().find(|(known, _)| known == name)?;
        Some((scheme, credential))
    };
    let fulfilled = security
        .iter()
        .filter(|alternative| !alternative.is_empty())
        .find_map(|alternative| alternative.iter().map(find).collect::<Option<Vec<_>>>());
    match fulfilled {
        Some(credentials) => Ok(Chosen { credentials }),
        None if security.is_empty()
            || security.iter().any(|alternative| alternative.is_empty()) =>
        {
            Ok(Chosen::default())
        }
        None => Err(RequestError::credentials(security)),
    }
}

impl Chosen<'_> {
    /// Tells requests of different credentials apart, without telling the credentials.
    pub(super) fn partition(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for (scheme, credential) in &self.credentials {
            scheme.name.hash(&mut hasher);
            credential.fingerprint(&mut hasher);
        }
        hasher.finish()
    }

    /// Puts the credentials into header fields and the query.
    pub(super) fn apply(
        &self,
        headers: &mut HeaderMap,
        query: &mut String,
    ) -> Result<(), RequestError> {
        for (scheme, credential) in &self.credentials {
            match (scheme.kind, &credential.0) {
                (SchemeKind::ApiKey { location, name }, Kind::Token(key)) => {
                    put_key(location, name, key, headers, query)?;
                }
                (_, Kind::Token(token)) => {
                    let field = ["Bearer ", token.expose()].concat();
                    headers.insert(AUTHORIZATION, sensitive("Authorization", field)?);
                }
                (_, Kind::Basic { user, password }) => {
                    let pair = STANDARD.encode(format!("{}:{}", user.expose(), password.expose()));
                    let field = ["Basic ", &pair].concat();
                    headers.insert(AUTHORIZATION, sensitive("Authorization", field)?);
                }
            }
        }
        Ok(())
    }

    /// The header fields that must not reach another origin.
    pub(super) fn fields(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.credentials
            .iter()
            .filter_map(|(scheme, _)| match scheme.kind {
                SchemeKind::ApiKey {
                    location: KeyLocation::Header,
                    name,
                } => Some(name),
                _ => None,
            })
    }
}

fn put_key(
    location: KeyLocation,
    name: &'static str,
    key: &Secret,
    headers: &mut HeaderMap,
    query: &mut String,
) -> Result<(), RequestError> {
    match location {
        KeyLocation::Header => {
            let field =
                HeaderName::from_bytes(name.as_bytes()).map_err(|_| RequestError::header(name))?;
            headers.insert(field, sensitive(name, key.expose().to_owned())?);
        }
        KeyLocation::Query => crate::runtime::request::push_pair(query, name, key.expose()),
        KeyLocation::Cookie => {
            let mut pair = String::new();
            crate::runtime::request::push_pair(&mut pair, name, key.expose());
            let cookies = match headers
                .get(COOKIE)
                .and_then(|cookies| cookies.to_str().ok())
            {
                Some(cookies) => format!("{cookies}; {pair}"),
                None => pair,
            };
            headers.insert(COOKIE, sensitive("Cookie", cookies)?);
        }
    }
    Ok(())
}

fn sensitive(name: &str, text: String) -> Result<HeaderValue, RequestError> {
    let mut value = HeaderValue::try_from(text).map_err(|_| RequestError::header(name))?;
    value.set_sensitive(true);
    Ok(value)
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Credentials: held out of sight, and put where their scheme says.

use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, COOKIE};
use http::{HeaderName, HeaderValue};

use crate::runtime::client::token::Keeper;
use crate::runtime::client::{KeyLocation, Scheme, SchemeKind, TokenProvider};
use crate::runtime::codec::Secret;
use crate::runtime::error::RequestError;
use crate::runtime::request::Fields;

/// What a caller proves who he is with. Never shown by `Debug`.
#[derive(Debug, Clone)]
pub struct Credential(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Token(Secret),
    Basic { user: Secret, password: Secret },
    Provider(Provider),
}

#[derive(Clone)]
struct Provider(Arc<dyn TokenProvider>);

impl fmt::Debug for Provider {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TokenProvider")
    }
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

    /// What stands behind the name of an HTTP authentication scheme other than these two.
    pub fn http(text: impl Into<Secret>) -> Self {
        Self(Kind::Token(text.into()))
    }

    /// Bearer tokens that are fetched when they are needed, and again when they expire or are refused.
    /// A scheme for another kind of token takes them as well, where it has them in a header field.
    pub fn provider(provider: impl TokenProvider + 'static) -> Self {
        Self(Kind::Provider(Provider(Arc::new(provider))))
    }

    /// An API key.
    pub fn api_key(key: impl Into<Secret>) -> Self {
        Self(Kind::Token(key.into()))
    }

    /// What a scheme takes, where that is something else.
    pub(super) fn mismatch(&self, scheme: SchemeKind) -> Option<&'static str> {
        match (scheme, &self.0) {
            (SchemeKind::Basic, Kind::Token(_)) => Some("user and password (`Credential::basic`)"),
            (SchemeKind::ApiKey { .. }, Kind::Basic { .. }) => {
                Some("a key (`Credential::api_key`)")
            }
            _ => None,
        }
    }

    fn fingerprint(&self, hasher: &mut DefaultHasher) {
        match &self.0 {
            Kind::Token(token) => token.expose().hash(hasher),
            Kind::Basic { user, password } => (user.expose(), password.expose()).hash(hasher),
            Kind::Provider(provider) => Arc::as_ptr(&provider.0).cast::<()>().hash(hasher),
        }
    }

    /// What carries it under a scheme.
    fn carried(self, scheme: SchemeKind) -> Carried {
        let field = match (scheme, self.0) {
            (scheme, Kind::Provider(provider)) => return provided(scheme, provider),
            (SchemeKind::ApiKey { location, name }, Kind::Token(key)) => match location {
                KeyLocation::Query => return Carried::Query(name, key),
                KeyLocation::Cookie => return Carried::Cookie(name, key),
                KeyLocation::Header => HeaderName::from_bytes(name.as_bytes())
                    .map_err(|_| RequestError::header(name))
                    .and_then(|field| Ok((field, sensitive(name, key.expose().to_owned())?))),
            },
            (SchemeKind::Http { scheme }, Kind::Token(text)) => {
                authorization([scheme, " ", text.expose()].concat())
            }
            (_, Kind::Token(token)) => authorization(["Bearer ", token.expose()].concat()),
            (_, Kind::Basic { user, password }) => {
                let pair = STANDARD.encode(format!("{}:{}", user.expose(), password.expose()));
                authorization(["Basic ", &pair].concat())
            }
        };
        Carried::Field(field)
    }
}

/// A credential that a client holds: what each request needs of it is made once.
pub(super) struct Held {
    scheme: &'static Scheme,
    carried: Carried,
    fingerprint: u64,
}

/// What a request carries.
#[derive(Debug)]
enum Carried {
    Field(Result<(HeaderName, HeaderValue), RequestError>),
    Query(&'static str, Secret),
    Cookie(&'static str, Secret),
    /// A token that each attempt asks for.
    Token(Keeper),
}

impl fmt::Debug for Held {
    /// Without the fingerprint, which would tell a secret that can be guessed.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.scheme.name)
    }
}

impl Held {
    /// A credential for a scheme.
    pub(super) fn new(scheme: &'static Scheme, credential: Credential) -> Self {
        let mut hasher = DefaultHasher::new();
        scheme.name.hash(&mut hasher);
        credential.fingerprint(&mut hasher);
        Self {
            scheme,
            carried: credential.carried(scheme.kind),
            fingerprint: hasher.finish(),
        }
    }

    /// Puts the credential into the header fields or the query.
    fn apply(&self, headers: &mut Fields, query: &mut String) -> Result<(), RequestError> {
        match &self.carried {
            Carried::Field(Ok((name, value))) => headers.insert(name.clone(), value.clone()),
            Carried::Field(Err(error)) => return Err(error.clone()),
            Carried::Query(name, key) => crate::runtime::request::push_pair(query, name, key.expose()),
            Carried::Cookie(name, key) => put_cookie(name, key, headers)?,
            Carried::Token(_) => {}
        }
        Ok(())
    }
}

/// The credentials that a request is sent with: those of one alternative.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chosen<'c> {
    alternative: &'static [&'static str],
    credentials: &'c [Held],
}

/// Chooses the first alternative that can be fulfilled; anonymity only where nothing else can.
pub(super) fn choose<'c>(
    security: &'static [&'static [&'static str]],
    credentials: &'c [Held],
) -> Result<Chosen<'c>, RequestError> {
    let has = |name: &&str| credentials.iter().any(|held| held.scheme.name == *name);
    let fulfilled = security
        .iter()
        .filter(|alternative| !alternative.is_empty())
        .find(|alternative| alternative.iter().all(has));
    let anonymous =
        || security.is_empty() || security.iter().any(|alternative| alternative.is_empty());
    match fulfilled {
        Some(alternative) => Ok(Chosen {
            alternative,
            credentials,
        }),
        None if anonymous() => Ok(Chosen {
            alternative: &[],
            credentials,
        }),
        None => Err(RequestError::credentials(security)),
    }
}

impl<'c> Chosen<'c> {
    fn held(&self) -> impl Iterator<Item = &'c Held> + '_ {
        self.alternative.iter().filter_map(|name| {
            self.credentials
                .iter()
                .find(|held| held.scheme.name == *name)
        })
    }

    /// The keeper of the token that the request is sent with, where that is fetched.
    pub(super) fn keeper(&self) -> Option<&'c Keeper> {
        self.held().find_map(|held| match &held.carried {
            Carried::Token(keeper) => Some(keeper),
            _ => None,
        })
    }

    /// Tells requests of different credentials apart, without telling the credentials.
    pub(super) fn partition(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.held()
            .for_each(|held| held.fingerprint.hash(&mut hasher));
        hasher.finish()
    }

    /// Puts the credentials into header fields and the query.
    pub(super) fn apply(
        &self,
        headers: &mut Fields,
        query: &mut String,
    ) -> Result<(), RequestError> {
        let is_fetched = |held: &&Held| matches!(held.carried, Carried::Token(_));
        if self.held().filter(is_fetched).count() > 1 {
            return Err(RequestError::new(
                "two token providers for one request: only one of its schemes can have its token fetched",
            ));
        }
        self.held().try_for_each(|held| held.apply(headers, query))
    }

    /// The header fields that must not reach another origin.
    pub(super) fn fields(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.held().filter_map(|held| match held.scheme.kind {
            SchemeKind::ApiKey {
                location: KeyLocation::Header,
                name,
            } => Some(name),
            _ => None,
        })
    }
}

/// A provider's tokens, where its scheme has them in a header field.
fn provided(scheme: SchemeKind, provider: Provider) -> Carried {
    let (name, before) = match scheme {
        SchemeKind::Bearer => (Ok(AUTHORIZATION), "Bearer ".to_owned()),
        SchemeKind::Http { scheme } => (Ok(AUTHORIZATION), format!("{scheme} ")),
        SchemeKind::ApiKey {
            location: KeyLocation::Header,
            name,
        } => (HeaderName::from_bytes(name.as_bytes()), String::new()),
        SchemeKind::Basic | SchemeKind::ApiKey { .. } => {
            let why = "a token provider serves schemes with tokens in a header field only";
            return Carried::Field(Err(RequestError::new(why)));
        }
    };
    match name {
        Ok(name) => Carried::Token(Keeper::new(provider.0, name, before)),
        Err(_) => Carried::Field(Err(RequestError::new("no header field has this name"))),
    }
}

fn put_cookie(name: &str, key: &Secret, headers: &mut Fields) -> Result<(), RequestError> {
    let mut pair = String::new();
    crate::runtime::request::push_pair(&mut pair, name, key.expose());
    let others = headers.get(&COOKIE).and_then(|field| field.to_str().ok());
    let cookies = match others {
        Some(others) => format!("{others}; {pair}"),
        None => pair,
    };
    headers.insert(COOKIE, sensitive("Cookie", cookies)?);
    Ok(())
}

fn authorization(text: String) -> Result<(HeaderName, HeaderValue), RequestError> {
    Ok((AUTHORIZATION, sensitive("Authorization", text)?))
}

fn sensitive(name: &str, text: String) -> Result<HeaderValue, RequestError> {
    let mut value = HeaderValue::try_from(text).map_err(|_| RequestError::header(name))?;
    value.set_sensitive(true);
    Ok(value)
}

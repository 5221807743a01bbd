// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Tokens that are fetched when they are needed: who fetches them, and the one place that keeps them.

use std::fmt;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use http::{HeaderName, HeaderValue};
use tokio::sync::Mutex;

use crate::runtime::BoxFuture;
use crate::runtime::client::core::Shared;
use crate::runtime::client::execute::unless;
use crate::runtime::codec::Secret;
use crate::runtime::time::Moment;
use crate::runtime::transport::{BoxError, Transport};

/// How long before its end a token is taken for expired, but no more than a tenth of its life.
const MARGIN: Duration = Duration::from_secs(60);

/// Gives a client its tokens: see [`Credential::provider`](crate::runtime::client::Credential::provider).
pub trait TokenProvider: Send + Sync {
    /// Fetches a token. Asked where there is none, shortly before the last one expires (a tenth of its life, a
    /// minute at the most), and once more where the server has refused it (401). Calls that need one at the same
    /// time share the answer. Where it fails, or takes longer than an attempt may, the last token goes on being
    /// used as long as it holds and was not refused; after that the call fails.
    ///
    /// `transport` is the client's own; a provider that has another way need not use it.
    fn fetch<'a>(&'a self, transport: &'a dyn Transport) -> BoxFuture<'a, Result<Token, BoxError>>;

    /// Whether it does no harm to ask again after a failure, and may help: then the client does, as its
    /// [`Retry`](crate::runtime::client::Retry) says. Not unless told, for there are tokens that can be asked for only once.
    fn may_pass(&self, error: &BoxError) -> bool {
        let _ = error;
        false
    }
}

/// What gives a future is a provider, for whoever does not need the client's transport:
///
/// ```text
/// builder.token_provider(|| async {
///     let text = tokio::fs::read_to_string("/run/secrets/token").await?;
///     Ok::<_, std::io::Error>(Token::new(text.trim()).expires_in(Duration::from_secs(600)))
/// })
/// ```
impl<P, F, E> TokenProvider for P
where
    P: Fn() -> F + Send + Sync,
    F: Future<Output = Result<Token, E>> + Send + 'static,
    E: Into<BoxError>,
{
    fn fetch<'a>(&'a self, _: &'a dyn Transport) -> BoxFuture<'a, Result<Token, BoxError>> {
        let fetching = self();
        Box::pin(async move { fetching.await.map_err(Into::into) })
    }
}

/// A token, and for how long it holds.
#[derive(Debug, Clone)]
pub struct Token {
    secret: Secret,
    lifetime: Option<Duration>,
}

impl Token {
    /// A token that holds until the server refuses it.
    pub fn new(secret: impl Into<Secret>) -> Self {
        Self {
            secret: secret.into(),
            lifetime: None,
        }
    }

    /// Says for how long it holds from now on; nothing at all has the next request ask again.
    #[must_use]
    pub fn expires_in(mut self, lifetime: Duration) -> Self {
        self.lifetime = Some(lifetime);
        self
    }
}

/// Why there is no token. All calls that waited for it are told the same.
#[derive(Debug, Clone)]
pub struct TokenError(Arc<dyn std::error::Error + Send + Sync>);

impl From<BoxError> for TokenError {
    fn from(error: BoxError) -> Self {
        Self(error.into())
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "no token: {}", self.0)
    }
}

impl std::error::Error for TokenError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.0)
    }
}

/// Keeps the token of a provider for all clones of a client.
pub(super) struct Keeper {
    provider: Arc<dyn TokenProvider>,
    name: HeaderName,
    /// What stands before the token: `Bearer `.
    before: String,
    kept: Mutex<Kept>,
    /// How many fetches have failed.
    failed: AtomicU64,
}

/// The token that is kept, as a header field, and which one it is.
#[derive(Clone, Default)]
struct Kept {
    field: Option<HeaderValue>,
    number: u64,
    /// From when on another one is asked for.
    until: Option<Moment>,
    /// From when on it is of no use.
    end: Option<Moment>,
    /// What the last fetch failed for, if it did.
    failure: Option<TokenError>,
}

/// A token on its way into a request.
#[derive(Clone)]
pub(super) struct Carried {
    pub(super) name: HeaderName,
    pub(super) value: HeaderValue,
    number: u64,
}

impl fmt::Debug for Keeper {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Keeper(…)")
    }
}

impl Keeper {
    pub(super) fn new(provider: Arc<dyn TokenProvider>, name: HeaderName, before: String) -> Self {
        let (kept, failed) = (Mutex::default(), AtomicU64::new(0));
        Self {
            provider,
            name,
            before,
            kept,
            failed,
        }
    }

    /// The token: the one that is kept, or a new one where that has expired or is the refused one.
    /// Whoever comes while one is being fetched waits for it, and for nothing else where that fails.
    pub(super) async fn token(
        &self,
        shared: &Shared,
        refused: Option<&Carried>,
    ) -> Result<Box<Carried>, TokenError> {
        let failed = self.failed.load(Ordering::Relaxed);
        let mut kept = self.kept.lock().await;
        let clock = &*shared.clock;
        let is_refused = refused.is_some_and(|refused| refused.number == kept.number);
        let field = kept.field.clone().filter(|_| !is_refused);
        let is_before = |moment: Option<Moment>| moment.is_none_or(|moment| clock.now() < moment);
        if let Some(value) = field.clone().filter(|_| is_before(kept.until)) {
            return Ok(self.carried(value, kept.number));
        }
        let shares = self.failed.load(Ordering::Relaxed) > failed;
        let fetched = match kept.failure.clone().filter(|_| shares) {
            Some(failure) => Err(failure),
            None => self.fetch(shared).await,
        };
        let (value, token) = match (fetched, field.filter(|_| is_before(kept.end))) {
            (Ok(fetched), _) => fetched,
            (Err(failure), last) => {
                self.failed.fetch_add(u64::from(!shares), Ordering::Relaxed);
                kept.failure = Some(failure.clone());
                let last = last.map(|value| self.carried(value, kept.number));
                return last.ok_or(failure);
            }
        };
        *kept = Kept {
            field: Some(value.clone()),
            number: kept.number + 1,
            until: token
                .lifetime
                .map(|lifetime| clock.now() + lifetime.saturating_sub(MARGIN.min(lifetime / 10))),
            end: token.lifetime.map(|lifetime| clock.now() + lifetime),
            failure: None,
        };
        Ok(self.carried(value, kept.number))
    }

    /// A new token, and the header field that carries it, within the time of an attempt.
    async fn fetch(&self, shared: &Shared) -> Result<(HeaderValue, Token), TokenError> {
        let clock = &*shared.clock;
        let mut late = clock.sleep_until(clock.now() + shared.attempt_timeout);
        let fetched = unless(&mut late, pin!(self.persist(shared))).await;
        let token = fetched.unwrap_or_else(|| Err("the provider took too long".into()))?;
        let text = [&self.before, token.secret.expose()].concat();
        let mut value = HeaderValue::try_from(text)
            .map_err(|_| BoxError::from("the token has characters that no header field holds"))?;
        value.set_sensitive(true);
        Ok((value, token))
    }

    /// Asks the provider, and again where that may help.
    async fn persist(&self, shared: &Shared) -> Result<Token, BoxError> {
        let mut number = 1;
        loop {
            let error = match self.provider.fetch(&*shared.transport).await {
                Ok(token) => return Ok(token),
                Err(error) => error,
            };
            let may_pass = self.provider.may_pass(&error);
            let Some(pause) = shared.retry.after_failure(number, may_pass) else {
                return Err(error);
            };
            let clock = &*shared.clock;
            clock.sleep_until(clock.now() + pause).await;
            number += 1;
        }
    }

    fn carried(&self, value: HeaderValue, number: u64) -> Box<Carried> {
        Box::new(Carried {
            name: self.name.clone(),
            value,
            number,
        })
    }
}

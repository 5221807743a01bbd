//! OAuth 2's grant for programs that act for themselves (RFC 6749, section 4.4), as a provider of tokens.

use std::fmt;
use std::future::poll_fn;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, Method, Request, StatusCode};

use crate::BoxFuture;
use crate::client::collect::Collecting;
use crate::client::{Token, TokenProvider};
use crate::codec::{Secret, Value, from_json};
use crate::request::push_pair;
use crate::transport::{Body, BoxError, Transport, TransportError};

/// The largest reply of a token endpoint that is taken in.
const LARGEST: usize = 1024 * 1024;

/// Fetches tokens with a client's id and secret. These go to the token endpoint and nowhere else: no
/// redirect is followed.
#[derive(Debug, Clone)]
pub struct ClientCredentials {
    token_url: String,
    id: String,
    secret: Secret,
    scopes: Vec<String>,
    in_body: bool,
}

impl ClientCredentials {
    /// An id and a secret for a token endpoint, without scopes.
    pub fn new(
        token_url: impl Into<String>,
        id: impl Into<String>,
        secret: impl Into<Secret>,
    ) -> Self {
        Self {
            token_url: token_url.into(),
            id: id.into(),
            secret: secret.into(),
            scopes: Vec::new(),
            in_body: false,
        }
    }

    /// The scopes to ask for; the server's own choice where there are none.
    #[must_use]
    pub fn scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.scopes = scopes.into_iter().map(Into::into).collect();
        self
    }

    /// Sends id and secret in the body, for servers that do not read them from `Authorization`.
    #[must_use]
    pub fn in_body(mut self) -> Self {
        self.in_body = true;
        self
    }

    fn request(&self) -> Result<Request<Body>, BoxError> {
        let mut form = String::from("grant_type=client_credentials");
        if !self.scopes.is_empty() {
            push_pair(&mut form, "scope", &self.scopes.join(" "));
        }
        if self.in_body {
            push_pair(&mut form, "client_id", &self.id);
            push_pair(&mut form, "client_secret", self.secret.expose());
        }
        let mut request = Request::new(Body::from(form));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = self.token_url.parse()?;
        let headers = request.headers_mut();
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        headers.insert(CONTENT_TYPE, form);
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        if !self.in_body {
            headers.insert(AUTHORIZATION, self.basic()?);
        }
        Ok(request)
    }

    /// Both parts percent-encoded first (RFC 6749, section 2.3.1).
    fn basic(&self) -> Result<HeaderValue, BoxError> {
        let mut id = String::new();
        let mut secret = String::new();
        crate::request::push_text(&mut id, &self.id);
        crate::request::push_text(&mut secret, self.secret.expose());
        let pair = STANDARD.encode(format!("{id}:{secret}"));
        let mut value = HeaderValue::try_from(format!("Basic {pair}"))?;
        value.set_sensitive(true);
        Ok(value)
    }
}

impl TokenProvider for ClientCredentials {
    fn fetch<'a>(&'a self, transport: &'a dyn Transport) -> BoxFuture<'a, Result<Token, BoxError>> {
        Box::pin(async move {
            let response = transport.send(self.request()?).await?;
            let status = response.status();
            let mut body = Collecting::new(response.into_body(), LARGEST);
            let body = poll_fn(|context| body.poll(context)).await;
            let broken = || format!("the token endpoint's reply ({status}) broke off");
            let body = body.map_err(|_| Unavailable(broken()))?;
            token(status, &body)
        })
    }

    /// Where the connection failed, or the endpoint is not up to it: two tokens do no harm.
    fn may_pass(&self, error: &BoxError) -> bool {
        error.is::<TransportError>() || error.is::<Unavailable>()
    }
}

/// A token endpoint that may do better the next time.
#[derive(Debug)]
struct Unavailable(String);

impl fmt::Display for Unavailable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Unavailable {}

/// What a token endpoint says (RFC 6749, sections 5.1 and 5.2).
fn token(status: StatusCode, body: &Bytes) -> Result<Token, BoxError> {
    let reply: Value = from_json(body).unwrap_or_default();
    let text = |name: &str| reply.get(name).and_then(Value::as_str);
    let Some(secret) = text("access_token").filter(|_| status.is_success()) else {
        let mut told = format!("the token endpoint answered {status}: ");
        told += text("error").unwrap_or("no `access_token`");
        for detail in ["error_description", "error_uri"]
            .into_iter()
            .filter_map(text)
        {
            told = format!("{told}, {detail}");
        }
        let busy = status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS;
        return Err(match busy {
            true => Unavailable(told).into(),
            false => told.into(),
        });
    };
    let token = Token::new(secret);
    let seconds = match reply.get("expires_in") {
        Some(Value::Number(number)) => number.as_u64(),
        Some(Value::String(text)) => text.parse().ok(),
        _ => None,
    };
    Ok(match seconds {
        Some(seconds) => token.expires_in(Duration::from_secs(seconds)),
        None => token,
    })
}

//! The default transport: `reqwest`, with everything switched off that would go behind the runtime's
//! back (its redirects, its retries, its `Referer`).

#[cfg(feature = "http2")]
use std::error::Error as _;
use std::future::ready;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use http::header::CONTENT_LENGTH;
use http::uri::Authority;
use http::{HeaderValue, Method, Uri};
use http_body::Body as _;
use reqwest::Url;

use crate::BoxFuture;
use crate::error::Sent;
use crate::transport::{Body, BoxError, Transport, TransportError};

/// After so long without a word from the server, an HTTP/2 connection with a request on it is asked for a sign of life.
#[cfg(feature = "http2")]
const SILENCE: Duration = Duration::from_secs(15);
/// The longest that this may take. Both together are less than an attempt may take.
#[cfg(feature = "http2")]
const SIGN_OF_LIFE: Duration = Duration::from_secs(10);

/// Sends by [`reqwest`]: HTTP/1.1 and, where the feature `http2` is on, HTTP/2. Proxies that the environment names
/// (`HTTPS_PROXY` and the like) are used.
///
/// TLS is `rustls` with `ring` and the platform's certificate store: on the machine it was measured
/// on, a clean build takes 54 s of CPU (111 crates), with `aws-lc-rs` 74 s, without TLS 40 s.
#[derive(Debug, Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
    /// The first origin that was asked: most clients ask no other, and to parse it takes half the time that
    /// parsing a URL does.
    origin: Arc<OnceLock<Origin>>,
}

/// Scheme and authority, and a URL that consists of nothing else.
#[derive(Debug)]
struct Origin {
    uri: Uri,
    url: Url,
}

impl ReqwestTransport {
    /// A transport that gives up connecting after a while.
    ///
    /// # Errors
    ///
    /// Where TLS cannot be set up.
    pub fn new(connect_timeout: Duration) -> Result<Self, BoxError> {
        let builder = builder(connect_timeout);
        #[cfg(feature = "rustls")]
        let builder = builder.tls_backend_preconfigured(tls()?);
        Ok(Self::over(builder.build()?))
    }

    /// A transport over a client of the caller's own. Switch its redirects off
    /// ([`reqwest::redirect::Policy::none`]): those that it follows by itself escape the rate limits
    /// and the care for credentials. The same holds for its retries. A timeout of its own is an error of the
    /// connection here.
    ///
    /// The feature `rustls` brings TLS without a provider of cryptography, which this transport chooses by itself.
    /// A client that is built without features of `reqwest`'s own panics for want of one: turn its feature `rustls`
    /// on, or install one (`rustls::crypto::ring::default_provider().install_default()`) before.
    pub fn over(client: reqwest::Client) -> Self {
        Self {
            client,
            origin: Arc::default(),
        }
    }

    /// A target as reqwest has it: it must be what it was before URL parsing.
    fn target(&self, uri: &Uri) -> Result<Url, TransportError> {
        let url = self.url(uri)?;
        match is_same(uri, &url) {
            true => Ok(url),
            false => Err(TransportError::new(
                Sent::Never,
                format!("`{uri}` would be sent as `{url}`"),
            )),
        }
    }

    fn url(&self, uri: &Uri) -> Result<Url, TransportError> {
        let parse = || Url::parse(&uri.to_string());
        match self.origin.get() {
            Some(origin) if origin.is_of(uri) => return Ok(origin.with_path(uri)),
            Some(_) => parse(),
            None => parse().inspect(|url| {
                let origin = Origin::of(uri, url);
                self.origin.get_or_init(|| origin);
            }),
        }
        .map_err(|error| TransportError::new(Sent::Never, error))
    }
}

impl Origin {
    fn of(uri: &Uri, url: &Url) -> Self {
        let mut url = url.clone();
        url.set_path("");
        url.set_query(None);
        Self {
            uri: uri.clone(),
            url,
        }
    }

    fn is_of(&self, uri: &Uri) -> bool {
        self.uri.scheme() == uri.scheme() && authority(&self.uri) == authority(uri)
    }

    fn with_path(&self, uri: &Uri) -> Url {
        let mut url = self.url.clone();
        url.set_path(uri.path());
        if let Some(query) = uri.query() {
            url.set_query(Some(query));
        }
        url
    }
}

/// Letter by letter: what is written otherwise is parsed, which costs more than to compare.
fn authority(uri: &Uri) -> Option<&str> {
    uri.authority().map(Authority::as_str)
}

/// Everything but TLS.
fn builder(connect_timeout: Duration) -> reqwest::ClientBuilder {
    let builder = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .connect_timeout(connect_timeout);
    // all requests share a connection: one that is gone without a word would take every attempt with it
    #[cfg(feature = "http2")]
    let builder = builder
        .http2_keep_alive_interval(SILENCE)
        .http2_keep_alive_timeout(SIGN_OF_LIFE);
    builder
}

#[cfg(feature = "rustls")]
fn tls() -> Result<rustls::ClientConfig, BoxError> {
    use std::sync::Arc;

    use rustls_platform_verifier::BuilderVerifierExt;

    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?;
    let mut tls = builder.with_platform_verifier()?.with_no_client_auth();
    // reqwest offers nothing of its own beside a configuration that is given to it
    #[cfg(feature = "http2")]
    tls.alpn_protocols.push(b"h2".to_vec());
    tls.alpn_protocols.push(b"http/1.1".to_vec());
    Ok(tls)
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        // made at once, so that the future need not hold the request
        let (head, body) = request.into_parts();
        let url = match self.target(&head.uri) {
            Ok(url) => url,
            Err(error) => return Box::pin(ready(Err(error))),
        };
        let is_empty = body.size_hint().exact() == Some(0);
        let mut request = reqwest::Request::new(head.method, url);
        *request.headers_mut() = head.headers;
        if is_empty && has_body(request.method()) {
            let none = HeaderValue::from_static("0");
            request.headers_mut().insert(CONTENT_LENGTH, none);
        }
        *request.body_mut() = Some(into_reqwest(body));
        let response = self.client.execute(request);
        Box::pin(async move {
            match response.await {
                Ok(response) => Ok(into_response(response)),
                Err(error) => Err(failed(error)),
            }
        })
    }
}

/// Whether a body is expected of a method, so that its length is told where there is none (RFC 9110, section 8.6):
/// some servers refuse what does not say it (411).
fn has_body(method: &Method) -> bool {
    matches!(*method, Method::POST | Method::PUT | Method::PATCH)
}

fn into_response(mut response: reqwest::Response) -> http::Response<Body> {
    let status = response.status();
    let headers = std::mem::take(response.headers_mut());
    let body = match response.content_length() {
        Some(0) => Body::empty(),
        _ => Body::stream(Errors(response.into())),
    };
    let mut response = http::Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

fn into_reqwest(body: Body) -> reqwest::Body {
    match body.into_bytes() {
        Ok(bytes) => bytes.into(),
        Err(stream) => reqwest::Body::wrap(stream),
    }
}

/// Whether URL parsing has left path and query as they were.
fn is_same(uri: &Uri, url: &reqwest::Url) -> bool {
    uri.path() == url.path() && uri.query() == url.query()
}

fn failed(error: reqwest::Error) -> TransportError {
    let sent = match error.is_connect() || error.is_builder() || is_refused(&error) {
        true => Sent::Never,
        false => Sent::Perhaps,
    };
    TransportError::new(sent, error.without_url())
}

/// Whether the server says of an HTTP/2 request that it has not looked at it (RFC 9113, section 8.7): the stream is
/// refused, or above the last one of a connection that is being closed in order.
#[cfg(feature = "http2")]
fn is_refused(error: &reqwest::Error) -> bool {
    let mut source = error.source();
    while let Some(error) = source {
        if let Some(error) = error.downcast_ref::<h2::Error>() {
            let left = error.is_go_away() && error.reason() == Some(h2::Reason::NO_ERROR);
            let refused = error.is_reset() && error.reason() == Some(h2::Reason::REFUSED_STREAM);
            return error.is_remote() && (left || refused);
        }
        source = error.source();
    }
    false
}

#[cfg(not(feature = "http2"))]
fn is_refused(_: &reqwest::Error) -> bool {
    false
}

/// A body of reqwest's, its errors boxed.
struct Errors(reqwest::Body);

impl http_body::Body for Errors {
    type Data = bytes::Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<bytes::Bytes>, BoxError>>> {
        std::pin::Pin::new(&mut self.0)
            .poll_frame(context)
            .map_err(|error| error.without_url().into())
    }

    fn size_hint(&self) -> http_body::SizeHint {
        self.0.size_hint()
    }
}

#[cfg(test)]
#[cfg(all(feature = "http2", feature = "rustls"))]
mod tests {
    use std::time::Duration;

    use super::{Body, BoxError, ReqwestTransport, SIGN_OF_LIFE, Transport, builder};
    use crate::error::Sent;

    #[tokio::test]
    async fn a_connection_that_is_gone_without_a_word_is_given_up() -> Result<(), BoxError> {
        // reqwest's own client asks for it even where nothing is encrypted
        let _ = rustls::crypto::ring::default_provider().install_default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let target = format!("http://{}/", listener.local_addr()?);
        let client = builder(Duration::from_secs(5)).http2_prior_knowledge();
        let transport = ReqwestTransport::over(client.build()?);
        let mut request = http::Request::new(Body::empty());
        *request.uri_mut() = target.parse()?;
        let silent = async {
            let (stream, _) = listener.accept().await?;
            let mut connection = h2::server::handshake(stream).await?;
            let request = connection.accept().await;
            tokio::time::pause();
            let start = tokio::time::Instant::now();
            Ok::<_, BoxError>((start, connection, request))
        };
        let sending = tokio::time::timeout(Duration::from_secs(60), transport.send(request));
        let (reply, silent) = tokio::join!(sending, silent);
        let (start, ..) = silent?;
        let sent = reply?.err().map(|error| error.sent());
        assert_eq!(sent, Some(Sent::Perhaps));
        assert!(start.elapsed() >= SIGN_OF_LIFE);
        Ok(())
    }
}

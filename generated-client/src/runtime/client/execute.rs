// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! The one way of every request: credentials, then attempts with pauses between them. What one
//! attempt is stands in `attempt.rs`; nothing here is generic.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::Poll;

use http::header::{CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderValue, StatusCode};
use url::Url;

use crate::runtime::BoxFuture;
use crate::runtime::client::attempt::{Arrived, Attempt, Failed};
use crate::runtime::client::base::Base;
use crate::runtime::client::core::{BaseUrl, Exchange, Shared};
use crate::runtime::client::{CallOptions, Core, Retry, Server, credential, trace};
use crate::runtime::error::{Course, Failure, RequestError, Sent};
use crate::runtime::limit::retry_after;
use crate::runtime::operation::{OperationSpec, Reply};
use crate::runtime::request::{Prepared, RequestEncoder, Written, random_boundary};

impl Core {
    /// Sends a request and waits for the whole reply, whatever its status; where the options leave a
    /// success to the caller, for its header fields.
    ///
    /// # Errors
    ///
    /// Where there is no reply, or none that can be taken in.
    pub fn execute(
        &self,
        request: RequestEncoder,
        options: CallOptions,
    ) -> impl Future<Output = Result<Exchange, Failure>> + Send {
        execute(self.shared(), request, options)
    }
}

async fn execute(
    shared: &Shared,
    request: RequestEncoder,
    options: CallOptions,
) -> Result<Exchange, Failure> {
    let spec = request.spec();
    let course = Course::new(spec);
    let retry = options.retry.unwrap_or(shared.retry);
    let deadline = options
        .timeout
        .or(shared.timeout)
        .map(|timeout| shared.clock.now() + timeout);
    let attempt = match prepare(shared, request, options) {
        Ok(attempt) => attempt,
        Err(error) => return Err(Failure::Request(error, course.unanswered())),
    };
    let attempts = attempts(shared, &attempt, retry, course);
    match deadline {
        None => attempts.await,
        Some(deadline) => {
            let mut late = shared.clock.sleep_until(deadline);
            let result = unless(&mut late, pin!(attempts)).await;
            let late = || course.attempted(attempt.started(), attempt.sent());
            result.unwrap_or_else(|| Err(Failure::Timeout(late().unanswered())))
        }
    }
}

async fn attempts(
    shared: &Shared,
    attempt: &Attempt<'_>,
    retry: Retry,
    mut course: Course,
) -> Result<Exchange, Failure> {
    let idempotent = attempt.spec.idempotent;
    let keeper = attempt.credentials.keeper();
    let mut token = match keeper {
        None => None,
        Some(keeper) => match keeper.token(shared, None).await {
            Ok(token) => Some(token),
            Err(error) => return Err(Failure::Token(error, course.unanswered())),
        },
    };
    let mut renewed = false;
    let retry = match attempt.is_repeatable() {
        true => retry,
        false => retry.attempts(1),
    };
    let mut number = 1;
    loop {
        trace::attempt(attempt.spec, number);
        let pause = match attempt.run(number, token.as_ref()).await {
            Ok(Arrived { reply, rest }) => {
                trace::reply(attempt.spec, reply.status());
                course = course.attempted(number, Sent::Yes);
                if reply.status().is_success() {
                    return Ok(Exchange {
                        reply,
                        rest,
                        course,
                    });
                }
                let refused = reply.status() == StatusCode::UNAUTHORIZED && !renewed;
                let refused = refused && attempt.is_repeatable();
                if let (true, Some(keeper)) = (refused, keeper) {
                    renewed = true;
                    token = match keeper.token(shared, token.as_ref()).await {
                        Ok(token) => Some(token),
                        Err(error) => return Err(Failure::Token(error, course.answered(reply))),
                    };
                    number += 1;
                    continue;
                }
                let asked = retry_after(reply.headers(), shared.clock.wall());
                match retry.after_reply(number, reply.status(), asked, idempotent) {
                    None => {
                        return Ok(Exchange {
                            reply,
                            rest,
                            course,
                        });
                    }
                    Some(pause) => pause,
                }
            }
            Err(failed) => {
                let sent = failed.sent();
                trace::failure(attempt.spec, sent);
                course = course.attempted(number, sent);
                let may_repeat = failed.is_passing() && (sent == Sent::Never || idempotent);
                match retry.after_failure(number, may_repeat) {
                    None => return Err(failed.into_failure(course)),
                    Some(pause) => pause,
                }
            }
        };
        trace::retry(attempt.spec, pause);
        shared.clock.sleep_until(shared.clock.now() + pause).await;
        number += 1;
    }
}

/// Puts everything together that is the same for every attempt.
fn prepare<'s>(
    shared: &'s Shared,
    request: RequestEncoder,
    options: CallOptions,
) -> Result<Attempt<'s>, RequestError> {
    if let Some(error) = options.error {
        return Err(error);
    }
    let Prepared {
        spec,
        path,
        mut query,
        mut headers,
        mut body,
        parts,
    } = request.finish()?;
    if let Some(parts) = parts {
        let boundary = shared.boundary.clone().unwrap_or_else(random_boundary);
        let content_type = format!("multipart/form-data; boundary={boundary}");
        let content_type = HeaderValue::try_from(content_type);
        let content_type = content_type.map_err(|_| RequestError::header("Content-Type"))?;
        headers.insert(CONTENT_TYPE, content_type);
        body = Written::Parts(parts.close(&boundary)?);
    }
    for (name, value) in &shared.headers {
        headers.insert_default(name, value);
    }
    let credentials = credential::choose(spec.security, &shared.credentials)?;
    credentials.apply(&mut headers, &mut query)?;
    for (name, value) in options.headers {
        if let Some(name) = name {
            headers.insert(name, value);
        }
    }
    let target = match own_base(shared, spec)? {
        Some(own) => own.target(path, &query),
        None => shared.base.target(path, &query),
    };
    let target = target.ok_or_else(|| RequestError::target(spec.path))?;
    let attempt_timeout = options.attempt_timeout.unwrap_or(shared.attempt_timeout);
    let limits = options.limits.unwrap_or(shared.limits);
    Ok(Attempt::new(
        shared,
        spec,
        target,
        headers,
        body,
        credentials,
        attempt_timeout,
        limits,
        options.keeps_redirects,
        options.intake,
        options.idle_timeout.unwrap_or(shared.idle_timeout),
    ))
}

/// Where an operation has a server of its own, and the caller chose no URL: what is below that.
fn own_base(shared: &Shared, spec: &'static OperationSpec) -> Result<Option<Base>, RequestError> {
    match (&shared.base_url, spec.servers) {
        (BaseUrl::Documented(api), [server, ..]) => {
            let url = expand_server(server, &shared.variables);
            let base = api.join(&url).ok().and_then(|url| Base::of(&url));
            base.map(Some).ok_or_else(|| RequestError::target(&url))
        }
        _ => Ok(None),
    }
}

/// A server's URL with its variables as chosen, or as the document has them.
pub(super) fn expand_server(server: &Server, chosen: &[(String, String)]) -> String {
    let mut url = server.url.to_owned();
    for variable in server.variables {
        let value = chosen
            .iter()
            .find(|(name, _)| name == variable.name)
            .map(|(_, value)| value.as_str());
        url = url.replace(
            &format!("{{{}}}", variable.name),
            value.unwrap_or(variable.default),
        );
    }
    url
}

/// A base URL that requests can go below: absolute, of HTTP, without user and fragment.
pub(super) fn base_url(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let plain = url.fragment().is_none() && url.username().is_empty();
    let http = matches!(url.scheme(), "http" | "https") && url.has_host();
    (plain && http && url.password().is_none()).then_some(url)
}

/// The client's own header fields.
pub(super) fn user_agent(headers: &mut HeaderMap, text: &str) -> bool {
    match text.parse() {
        Ok(value) => {
            headers.insert(USER_AGENT, value);
            true
        }
        Err(_) => false,
    }
}

/// Awaits a future, but no longer than a sleep, which goes on where the future is earlier.
pub(super) async fn unless<F: Future + ?Sized>(
    sleep: &mut BoxFuture<'static, ()>,
    mut future: Pin<&mut F>,
) -> Option<F::Output> {
    poll_fn(|context| {
        if let Poll::Ready(output) = future.as_mut().poll(context) {
            return Poll::Ready(Some(output));
        }
        sleep.as_mut().poll(context).map(|()| None)
    })
    .await
}

impl Failed {
    /// The failure as the caller sees it.
    fn into_failure(self, course: Course) -> Failure {
        match self {
            Self::Request(error) => Failure::Request(error, course.unanswered()),
            Self::Limited(error) => Failure::RateLimited(error, course.unanswered()),
            Self::Timeout(_) => Failure::Timeout(course.unanswered()),
            Self::Connection(error) => Failure::Transport(error, course.unanswered()),
            Self::Broken(error, reply) => Failure::Transport(error, course.answered(*reply)),
            Self::TooLarge(reply) => Failure::BodyTooLarge(course.answered(*reply)),
            Self::Redirects(reply) => Failure::Redirect(course.answered(*reply)),
        }
    }
}

/// What has arrived of a reply.
pub(super) fn partial_reply(head: &http::response::Parts, body: bytes::Bytes) -> Box<Reply> {
    Box::new(Reply::new(head.status, head.headers.clone(), body))
}

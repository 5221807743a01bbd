//! A transport for tests: it answers what it was told to, and remembers what was sent.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::{Bytes, BytesMut};
use http::{HeaderName, HeaderValue, StatusCode};
use http_body::Body as _;

use crate::BoxFuture;
use crate::error::Sent;
use crate::transport::{Body, BoxError, Transport, TransportError};

/// Answers from a queue, and remembers every request. Clones share both.
#[derive(Debug, Clone, Default)]
pub struct RecordingTransport {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    answers: VecDeque<Answer>,
    requests: Vec<http::Request<Bytes>>,
}

/// What is answered to one request.
#[derive(Debug, Clone)]
pub enum Answer {
    /// A reply.
    Reply(http::Response<Bytes>),
    /// A failure, and whether the server is to have seen the request.
    Failure(Sent),
    /// Nothing, ever.
    Silence,
}

impl RecordingTransport {
    /// Answers with a failure to connect where it has no answer left, and says so.
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers the next request that has no answer yet.
    pub fn answer(&self, answer: Answer) -> &Self {
        self.lock().answers.push_back(answer);
        self
    }

    /// Answers with a status, header fields and a body. Header fields that are none are left out.
    pub fn reply(&self, status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) -> &Self {
        let mut reply = http::Response::new(body.into());
        *reply.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
        for (name, value) in headers {
            if let (Ok(name), Ok(value)) = (
                HeaderName::from_bytes(name.as_bytes()),
                HeaderValue::from_str(value),
            ) {
                reply.headers_mut().append(name, value);
            }
        }
        self.answer(Answer::Reply(reply))
    }

    /// The requests that were sent, in order.
    pub fn requests(&self) -> Vec<http::Request<Bytes>> {
        self.lock().requests.clone()
    }

    /// Remembers a request, and says what is answered, if there is an answer left.
    fn record(&self, request: http::Request<Bytes>) -> Option<Answer> {
        let mut state = self.lock();
        state.requests.push(request);
        state.answers.pop_front()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for RecordingTransport {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let (parts, body) = request.into_parts();
        Box::pin(async move {
            let body = match body.into_bytes() {
                Ok(bytes) => Ok(bytes),
                Err(stream) => collect(stream).await,
            };
            let body = body.map_err(|error| TransportError::new(Sent::Perhaps, error))?;
            match self.record(http::Request::from_parts(parts, body)) {
                None => Err(TransportError::new(
                    Sent::Never,
                    "the recording transport has no answer left",
                )),
                Some(Answer::Reply(reply)) => Ok(reply.map(Body::from)),
                Some(Answer::Failure(sent)) => Err(TransportError::new(
                    sent,
                    "the recording transport was told to fail",
                )),
                Some(Answer::Silence) => std::future::pending().await,
            }
        })
    }
}

/// All of a body that arrives piece by piece.
async fn collect(mut body: Body) -> Result<Bytes, BoxError> {
    let mut whole = BytesMut::new();
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        whole.extend_from_slice(&frame?.into_data().unwrap_or_default());
    }
    Ok(whole.freeze())
}

//! A reply's body as it arrives. Nothing of it is kept.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http_body::{Body as _, Frame, SizeHint};

use crate::BoxFuture;
use crate::error::Sent;
use crate::stream::StreamError;
use crate::time::Clock;
use crate::transport::{Body, TransportError};

/// A reply's body as it arrives: [`ByteStream::chunk`] by chunk, or as an [`http_body::Body`].
pub struct ByteStream {
    body: Body,
    /// How long the next piece may take, by what clock; without, what there is is all here.
    idle: Option<(Duration, Arc<dyn Clock>)>,
    /// How long is waited for the next piece. A mutex that nobody locks: what is sent to another thread
    /// can then be shared as well.
    sleep: Mutex<Option<BoxFuture<'static, ()>>>,
    over: bool,
}

impl ByteStream {
    pub(crate) fn new(body: Body, clock: Arc<dyn Clock>, idle: Duration) -> Self {
        Self {
            body,
            idle: Some((idle, clock)),
            sleep: Mutex::new(None),
            over: false,
        }
    }

    /// The next piece; `None` at the end.
    pub async fn chunk(&mut self) -> Option<Result<Bytes, StreamError>> {
        poll_fn(|context| self.poll_chunk(context)).await
    }

    /// All the pieces together, however large that is.
    ///
    /// # Errors
    ///
    /// Where the body breaks off.
    pub async fn collect(mut self) -> Result<Bytes, StreamError> {
        let first = match self.chunk().await {
            None => return Ok(Bytes::new()),
            Some(first) => first?,
        };
        let mut whole = BytesMut::new();
        while let Some(chunk) = self.chunk().await {
            if whole.is_empty() {
                whole.extend_from_slice(&first);
            }
            whole.extend_from_slice(&chunk?);
        }
        match whole.is_empty() {
            true => Ok(first),
            false => Ok(whole.freeze()),
        }
    }

    /// The next piece, for implementations of streams.
    pub fn poll_chunk(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, StreamError>>> {
        while !self.over {
            let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) else {
                let idle = ready!(self.poll_sleep(context));
                self.over = true;
                return Poll::Ready(Some(Err(StreamError::Idle(idle))));
            };
            *self.sleep() = None;
            match frame {
                None => self.over = true,
                Some(Err(error)) => {
                    self.over = true;
                    let error = TransportError::new(Sent::Yes, error);
                    return Poll::Ready(Some(Err(StreamError::Transport(error))));
                }
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(data) if !data.is_empty() => return Poll::Ready(Some(Ok(data))),
                    Ok(_) | Err(_) => {} // nothing, or trailers
                },
            }
        }
        Poll::Ready(None)
    }

    /// Waits for as long as the next piece may take, and tells how long that was.
    fn poll_sleep(&mut self, context: &mut Context<'_>) -> Poll<Duration> {
        let Some((idle, clock)) = self.idle.clone() else {
            return Poll::Pending;
        };
        let sleep = self.sleep();
        let sleep = sleep.get_or_insert_with(|| clock.sleep_until(clock.now() + idle));
        sleep.as_mut().poll(context).map(|()| idle)
    }

    fn sleep(&mut self) -> &mut Option<BoxFuture<'static, ()>> {
        self.sleep.get_mut().unwrap_or_else(PoisonError::into_inner)
    }
}

impl From<Body> for ByteStream {
    /// A stream that waits as long as it must.
    fn from(body: Body) -> Self {
        Self {
            body,
            idle: None,
            sleep: Mutex::new(None),
            over: false,
        }
    }
}

impl http_body::Body for ByteStream {
    type Data = Bytes;
    type Error = StreamError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, StreamError>>> {
        self.poll_chunk(context).map_ok(Frame::data)
    }

    fn is_end_stream(&self) -> bool {
        self.over || self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl futures_core::Stream for ByteStream {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_chunk(context)
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ByteStream")
            .field("body", &self.body)
            .field("over", &self.over)
            .finish_non_exhaustive()
    }
}

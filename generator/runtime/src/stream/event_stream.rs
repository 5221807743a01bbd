//! A reply as items of a type, decoded one by one as they arrive. How items are told apart stands in
//! `splitter.rs`.

use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;

use crate::codec::{Decode, from_json};
use crate::stream::{ByteStream, Framing, Splitter, StreamError};

/// The largest item unless told otherwise, in bytes.
const LARGEST_ITEM: usize = 16 * 1024 * 1024;

/// A reply as items of a type, as they arrive: server-sent events, lines of JSON, or a JSON text sequence.
///
/// A connection that breaks is an error of the stream, and is not made anew: where the API can go on, call
/// it again with the header field `Last-Event-ID`, which is [`EventStream::last_event_id`].
pub struct EventStream<T> {
    texts: Texts,
    item: PhantomData<fn() -> T>,
}

/// What does not depend on the items' type.
struct Texts {
    bytes: ByteStream,
    splitter: Splitter,
    largest: usize,
    over: bool,
}

impl<T> EventStream<T> {
    /// The items in a stream of bytes.
    pub fn new(bytes: ByteStream, framing: Framing) -> Self {
        let texts = Texts {
            bytes,
            splitter: Splitter::new(framing),
            largest: LARGEST_ITEM,
            over: false,
        };
        Self {
            texts,
            item: PhantomData,
        }
    }

    /// The largest item that is taken in, in bytes: 16 MiB unless told otherwise.
    pub fn set_largest_item(&mut self, bytes: usize) {
        self.texts.largest = bytes;
    }

    /// The `id` of the last server-sent event that had one; empty where none had.
    pub fn last_event_id(&self) -> &str {
        self.texts.splitter.last_event_id()
    }

    /// How long the server wants its callers to wait before they connect again (`retry`).
    pub fn reconnection_time(&self) -> Option<Duration> {
        self.texts.splitter.reconnection_time()
    }
}

impl<T: Decode> EventStream<T> {
    /// The next item; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<T, StreamError>> {
        poll_fn(|context| self.poll_item(context)).await
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, StreamError>>> {
        let text = match ready!(self.texts.poll_text(context)) {
            None => return Poll::Ready(None),
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            Some(Ok(text)) => text,
        };
        Poll::Ready(Some(
            from_json(&text).map_err(|error| StreamError::Decode(error, text)),
        ))
    }
}

impl Texts {
    /// The JSON text of the next item.
    fn poll_text(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, StreamError>>> {
        loop {
            if let Some(text) = self.splitter.next_text() {
                return Poll::Ready(Some(Ok(text)));
            }
            if self.over || self.splitter.is_done() {
                return Poll::Ready(None);
            }
            if self.splitter.held() > self.largest {
                self.over = true;
                return Poll::Ready(Some(Err(StreamError::TooLarge(self.largest))));
            }
            match ready!(self.bytes.poll_chunk(context)) {
                Some(Ok(chunk)) => self.splitter.push(chunk),
                None => {
                    self.over = true;
                    self.splitter.finish();
                }
                Some(Err(error)) => {
                    self.over = true;
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }
}

impl<T: Decode> futures_core::Stream for EventStream<T> {
    type Item = Result<T, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(context)
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("EventStream")
            .field("bytes", &self.texts.bytes)
            .field("last_event_id", &self.last_event_id())
            .finish_non_exhaustive()
    }
}

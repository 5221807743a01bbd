//! Taking the body of a reply in: as far as it goes, and no further than is allowed.

use std::mem::take;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use http_body::Body as _;

use crate::transport::{Body, BoxError};

/// A body being taken in. One that comes in a single piece is not copied.
pub(super) struct Collecting {
    body: Body,
    largest: usize,
    first: Bytes,
    /// All of it, where a second piece has come.
    whole: BytesMut,
}

/// Why a body could not be taken in, and what had arrived.
pub(super) enum Uncollected {
    TooLarge(Bytes),
    Broken(BoxError, Bytes),
}

impl Collecting {
    /// A body, and how large it may be.
    pub(super) fn new(body: Body, largest: usize) -> Self {
        Self {
            body,
            largest,
            first: Bytes::new(),
            whole: BytesMut::new(),
        }
    }

    /// The whole body, once it is here.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Result<Bytes, Uncollected>> {
        loop {
            let data = match ready!(Pin::new(&mut self.body).poll_frame(context)) {
                None => return Poll::Ready(Ok(self.arrived())),
                Some(Err(error)) => {
                    return Poll::Ready(Err(Uncollected::Broken(error, self.arrived())));
                }
                Some(Ok(frame)) => frame.into_data().unwrap_or_default(),
            };
            if self.first.len() + self.whole.len() + data.len() > self.largest {
                return Poll::Ready(Err(Uncollected::TooLarge(self.arrived())));
            }
            self.push(data);
        }
    }

    fn push(&mut self, data: Bytes) {
        if self.first.is_empty() && self.whole.is_empty() {
            self.first = data;
            return;
        }
        if self.whole.is_empty() {
            self.whole.reserve(self.first.len() + data.len());
            self.whole.extend_from_slice(&take(&mut self.first));
        }
        self.whole.extend_from_slice(&data);
    }

    /// What has arrived, in one piece.
    pub(super) fn arrived(&mut self) -> Bytes {
        match self.whole.is_empty() {
            true => take(&mut self.first),
            false => take(&mut self.whole).freeze(),
        }
    }
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! The body of a request or reply: bytes in memory, or a stream of them.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use crate::runtime::transport::BoxError;

/// The body of a request or reply.
pub struct Body(Kind);

enum Kind {
    Bytes(Option<Bytes>),
    Stream(Pin<Box<dyn http_body::Body<Data = Bytes, Error = BoxError> + Send + Sync>>),
}

impl Body {
    /// No body.
    pub fn empty() -> Self {
        Self(Kind::Bytes(None))
    }

    /// A body that arrives piece by piece.
    pub fn stream(
        body: impl http_body::Body<Data = Bytes, Error = BoxError> + Send + Sync + 'static,
    ) -> Self {
        Self(Kind::Stream(Box::pin(body)))
    }

    /// The bytes themselves, where they are in memory; otherwise the body as it was.
    ///
    /// # Errors
    ///
    /// Where it is a stream: then it is given back.
    pub fn into_bytes(self) -> Result<Bytes, Self> {
        match self.0 {
            Kind::Bytes(bytes) => Ok(bytes.unwrap_or_default()),
            stream @ Kind::Stream(_) => Err(Self(stream)),
        }
    }

    /// The bytes, where they are in memory.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match &self.0 {
            Kind::Bytes(bytes) => Some(bytes.as_deref().unwrap_or_default()),
            Kind::Stream(_) => None,
        }
    }
}

impl<B: Into<Bytes>> From<B> for Body {
    fn from(bytes: B) -> Self {
        Self(Kind::Bytes(Some(bytes.into())))
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match &mut self.0 {
            Kind::Bytes(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Kind::Stream(stream) => stream.as_mut().poll_frame(context),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Kind::Bytes(bytes) => bytes.is_none(),
            Kind::Stream(stream) => stream.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Kind::Bytes(bytes) => {
                SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
            }
            Kind::Stream(stream) => stream.size_hint(),
        }
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Bytes(bytes) => write!(
                formatter,
                "Body({} bytes)",
                bytes.as_ref().map_or(0, Bytes::len)
            ),
            Kind::Stream(_) => formatter.write_str("Body(stream)"),
        }
    }
}

//! What a request sends as it is: bytes from memory, from a file, or from a stream. Not what is made
//! from a value.

use std::fmt;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::Frame;

use crate::error::RequestError;
use crate::transport::{Body, BoxError};

/// The body of a request, or of a part of one. Made of bytes, it is in memory:
/// `RequestBody::from(vec![1, 2])`. What is in memory or in a file can be sent again; a stream cannot,
/// so that a call with one is not retried.
#[derive(Debug, Clone, PartialEq)]
pub struct RequestBody {
    source: Source,
    content_type: Option<String>,
}

/// Where bytes come from.
#[derive(Clone)]
pub(crate) enum Source {
    Bytes(Bytes),
    Path(PathBuf),
    Stream(Once),
}

/// A stream that is taken when it is sent; clones share it.
type Once = Arc<Mutex<Option<Body>>>;

impl RequestBody {
    /// The contents of a file, which is opened when the request is sent.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        Source::Path(path.into()).into()
    }

    /// The pieces that a stream gives, such as `tokio_util::io::ReaderStream`. Their length is not known
    /// beforehand, and not sent along.
    pub fn from_stream<S, B, E>(stream: S) -> Self
    where
        S: futures_core::Stream<Item = Result<B, E>> + Send + Sync + 'static,
        B: Into<Bytes> + 'static,
        E: Into<BoxError> + 'static,
    {
        Self::stream(Pieces(Box::pin(stream)))
    }

    /// A stream. Its length is sent along where it is known.
    pub fn stream(
        body: impl http_body::Body<Data = Bytes, Error = BoxError> + Send + Sync + 'static,
    ) -> Self {
        Body::stream(body).into()
    }

    /// The content type, where the one that the document says is a range (`image/*`), or another one.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// The content type that was chosen.
    pub(super) fn chosen_content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    pub(super) fn source(&self) -> &Source {
        &self.source
    }
}

/// A stream of pieces as a body.
struct Pieces<S>(Pin<Box<S>>);

impl<S, B, E> http_body::Body for Pieces<S>
where
    S: futures_core::Stream<Item = Result<B, E>>,
    B: Into<Bytes>,
    E: Into<BoxError>,
{
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let piece = self.0.as_mut().poll_next(context);
        piece.map(|piece| {
            piece.map(|piece| match piece {
                Ok(bytes) => Ok(Frame::data(bytes.into())),
                Err(error) => Err(error.into()),
            })
        })
    }
}

impl From<Source> for RequestBody {
    fn from(source: Source) -> Self {
        Self {
            source,
            content_type: None,
        }
    }
}

impl From<Body> for RequestBody {
    fn from(body: Body) -> Self {
        match body.into_bytes() {
            Ok(bytes) => Source::Bytes(bytes).into(),
            Err(stream) => Source::Stream(Arc::new(Mutex::new(Some(stream)))).into(),
        }
    }
}

macro_rules! from_bytes {
    ($($bytes:ty),*) => {$(
        impl From<$bytes> for RequestBody {
            fn from(bytes: $bytes) -> Self {
                Source::Bytes(bytes.into()).into()
            }
        }
    )*};
}

from_bytes!(
    Bytes,
    Vec<u8>,
    Box<[u8]>,
    String,
    &'static [u8],
    &'static str
);

impl<const N: usize> From<&'static [u8; N]> for RequestBody {
    fn from(bytes: &'static [u8; N]) -> Self {
        bytes.as_slice().into()
    }
}

impl Source {
    /// Whether it can be sent a second time.
    pub(crate) fn is_repeatable(&self) -> bool {
        !matches!(self, Self::Stream(_))
    }

    /// The bytes, to be sent once.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read, or the stream was sent before.
    pub(crate) async fn open(&self) -> Result<Body, RequestError> {
        match self {
            Self::Bytes(bytes) => Ok(bytes.clone().into()),
            Self::Path(path) => match Body::file(path).await {
                Ok(body) => Ok(body),
                Err(error) => Err(RequestError::new(format!("{}: {error}", path.display()))),
            },
            Self::Stream(stream) => {
                let stream = stream.lock().unwrap_or_else(PoisonError::into_inner).take();
                stream.ok_or_else(|| {
                    RequestError::new("the stream was sent before, and cannot be sent again")
                })
            }
        }
    }
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Bytes(one), Self::Bytes(other)) => one == other,
            (Self::Path(one), Self::Path(other)) => one == other,
            (Self::Stream(one), Self::Stream(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(bytes) => write!(formatter, "{} bytes", bytes.len()),
            Self::Path(path) => write!(formatter, "{path:?}"),
            Self::Stream(_) => formatter.write_str("a stream"),
        }
    }
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Bodies one after the other, and a file as a body. What is in them is not known here.

use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use tokio::fs::File;
use tokio::io::{AsyncRead, ReadBuf};

use crate::runtime::transport::{Body, BoxError};

/// How much of a file is read at once.
const PIECE: usize = 64 * 1024;

impl Body {
    /// Bodies one after the other.
    pub(crate) fn chain(bodies: Vec<Self>) -> Self {
        Self::stream(Chain(bodies.into()))
    }

    /// A file from its beginning, as long as it is now.
    pub(crate) async fn file(path: &Path) -> io::Result<Self> {
        let file = File::open(path).await?;
        let left = file.metadata().await?.len();
        Ok(Self::stream(Reading { file, left }))
    }
}

struct Chain(VecDeque<Body>);

impl http_body::Body for Chain {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        while let Some(body) = self.0.front_mut() {
            match ready!(Pin::new(body).poll_frame(context)) {
                None => drop(self.0.pop_front()),
                // what else a stream has to say is not about the whole body
                Some(Ok(frame)) if !frame.is_data() => {}
                frame => return Poll::Ready(frame),
            }
        }
        Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        self.0.iter().all(http_body::Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        let mut exact = Some(0_u64);
        let mut lower = 0_u64;
        for body in &self.0 {
            let hint = body.size_hint();
            lower = lower.saturating_add(hint.lower());
            exact = exact
                .zip(hint.exact())
                .and_then(|(one, other)| one.checked_add(other));
        }
        match exact {
            Some(exact) => SizeHint::with_exact(exact),
            None => {
                let mut hint = SizeHint::new();
                hint.set_lower(lower);
                hint
            }
        }
    }
}

struct Reading {
    file: File,
    left: u64,
}

impl http_body::Body for Reading {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        let mut piece = vec![0; usize::try_from(self.left).map_or(PIECE, |left| left.min(PIECE))];
        let mut buffer = ReadBuf::new(&mut piece);
        if let Err(error) = ready!(Pin::new(&mut self.file).poll_read(context, &mut buffer)) {
            return Poll::Ready(Some(Err(error.into())));
        }
        let read = buffer.filled().len();
        if read == 0 {
            let error = "the file became shorter while it was sent";
            return Poll::Ready(Some(Err(error.into())));
        }
        piece.truncate(read);
        self.left = self.left.saturating_sub(read as u64);
        Poll::Ready(Some(Ok(Frame::data(piece.into()))))
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

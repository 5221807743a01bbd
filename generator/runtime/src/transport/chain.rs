//! Bodies one after the other. What is in them is not known here.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use crate::transport::{Body, BoxError};

impl Body {
    /// Bodies one after the other.
    pub(crate) fn chain(bodies: Vec<Self>) -> Self {
        Self::stream(Chain(bodies.into()))
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

//! Page after page of an operation, each a call by itself. Generic is only how a page is written and read; where
//! the next one is stands in `next_page.rs`, what has been read in `walk.rs`, and their items in `items.rs`.

mod circle;
mod items;
mod link;
mod next_page;
mod walk;

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

pub use items::Items;
pub use next_page::NextPage;
use walk::Walk;

use crate::client::{CallOptions, Core};
use crate::error::Error;
use crate::operation::PagedOperation;
use crate::response::Response;

/// The pages of an operation, one after the other: each is a call by itself, with what was chosen for the first.
///
/// A page is asked for when it is waited for, and not before. Where it fails, the same page is asked for again when
/// the next one is waited for; so whoever does not stop at an error should wait a little. The page after it is where the last
/// reply says, but only on the server that the first was asked of (scheme, host and port): credentials and header
/// fields go nowhere else. A link that leads elsewhere, back to a page that was read, or is no URL is an error that ends
/// the pages, in the place of the page that it leads to.
///
/// Who stops waiting in the middle goes on with the same request when he waits again.
#[must_use = "no page is asked for until it is waited for"]
pub struct Pages<'c, O> {
    operation: O,
    walk: Walk<'c>,
}

/// What a page is: a whole reply.
type Page<O> =
    Result<Response<<O as crate::Operation>::Output>, Error<<O as crate::Operation>::Error>>;

impl<'c, O> Pages<'c, O> {
    /// The pages of an operation.
    pub fn new(core: &'c Core, operation: O, options: CallOptions) -> Self {
        let walk = Walk::new(core, options);
        Self { operation, walk }
    }
}

impl<O: PagedOperation> Pages<'_, O> {
    /// The next page; `None` after the last.
    pub async fn next(&mut self) -> Option<Page<O>> {
        poll_fn(|context| self.poll_page(context)).await
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Page<O>>> {
        if self.walk.is_due() {
            let mut request = self.walk.request(O::SPEC);
            self.operation.encode(&mut request);
            self.walk.send(&mut request);
        }
        let exchange = match ready!(self.walk.poll(O::SPEC, context)) {
            None => return Poll::Ready(None),
            Some(Err(failure)) => return Poll::Ready(Some(Err(failure.widen()))),
            Some(Ok(exchange)) => exchange,
        };
        let next = exchange.next_page(O::NEXT);
        let page = exchange.read(O::decode);
        if page.is_ok() {
            self.walk.go_on(next);
        }
        Poll::Ready(Some(page))
    }
}

/// The operation stays where it is for nobody: it is only looked at.
impl<O> Unpin for Pages<'_, O> {}

impl<O: PagedOperation> futures_core::Stream for Pages<'_, O> {
    type Item = Page<O>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_page(context)
    }
}

impl<O: fmt::Debug> fmt::Debug for Pages<'_, O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Pages")
            .field("operation", &self.operation)
            .finish_non_exhaustive()
    }
}

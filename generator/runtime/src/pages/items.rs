//! Item after item of all pages, whichever page each is on. What a page's items are, the caller says.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use super::Pages;
use crate::error::Error;
use crate::operation::PagedOperation;

/// The items of an operation's pages, one after the other: what [`Pages::items`] gives.
///
/// A page is asked for when the items of the one before are used up, and not before. Where it fails, the error stands in
/// the place of its items, and waiting for the next item asks for the same page again.
#[must_use = "no page is asked for until an item is waited for"]
pub struct Items<'c, O, F, I: IntoIterator> {
    pages: Pages<'c, O>,
    of: F,
    /// What is left of the page that was read last.
    left: Option<I::IntoIter>,
}

/// What an item is, or why there is none.
type Item<O, I> = Result<<I as IntoIterator>::Item, Error<<O as crate::Operation>::Error>>;

impl<'c, O: PagedOperation> Pages<'c, O> {
    /// The items of all pages, one after the other; `of` takes them from a page's body: `|page| page` where that is a
    /// list, `|page| page.value` where they are one of its properties.
    pub fn items<I, F>(self, of: F) -> Items<'c, O, F, I>
    where
        F: FnMut(O::Output) -> I,
        I: IntoIterator,
    {
        Items {
            pages: self,
            of,
            left: None,
        }
    }
}

impl<O, F, I> Items<'_, O, F, I>
where
    O: PagedOperation,
    F: FnMut(O::Output) -> I,
    I: IntoIterator,
{
    /// The next item; `None` after the last page's last.
    pub async fn next(&mut self) -> Option<Item<O, I>> {
        poll_fn(|context| self.poll_item(context)).await
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Item<O, I>>> {
        loop {
            if let Some(item) = self.left.as_mut().and_then(Iterator::next) {
                return Poll::Ready(Some(Ok(item)));
            }
            self.left = None;
            match ready!(self.pages.poll_page(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(page)) => self.left = Some((self.of)(page.into_body()).into_iter()),
            }
        }
    }
}

/// Neither the function nor the items stay where they are for anybody: they are only used from here.
impl<O, F, I: IntoIterator> Unpin for Items<'_, O, F, I> {}

impl<O, F, I> futures_core::Stream for Items<'_, O, F, I>
where
    O: PagedOperation,
    F: FnMut(O::Output) -> I,
    I: IntoIterator,
{
    type Item = Item<O, I>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(context)
    }
}

impl<O: fmt::Debug, F, I: IntoIterator> fmt::Debug for Items<'_, O, F, I> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Items")
            .field("pages", &self.pages)
            .finish_non_exhaustive()
    }
}

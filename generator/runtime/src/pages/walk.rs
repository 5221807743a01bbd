//! How far reading page after page has come, and where it goes on. Nothing here is generic.

use std::task::{Context, Poll, ready};

use url::Url;

use super::NextPage;
use super::circle::Circle;
use crate::BoxFuture;
use crate::client::{CallOptions, Core, Exchange, Page};
use crate::error::{Course, Failure, RequestError};
use crate::operation::OperationSpec;
use crate::request::RequestEncoder;

/// How far reading has come.
pub(super) struct Walk<'c> {
    core: &'c Core,
    /// With the page that is asked for next.
    options: CallOptions,
    state: State<'c>,
    circle: Circle,
}

enum State<'c> {
    /// A page is to be asked for.
    Due,
    /// It was.
    Sent(BoxFuture<'c, Result<Exchange, Failure>>),
    /// The last page's link cannot be followed.
    Lost(RequestError),
    /// There is no other.
    Over,
}

impl<'c> Walk<'c> {
    pub(super) fn new(core: &'c Core, mut options: CallOptions) -> Self {
        options.page = Some(Page::First);
        Self {
            core,
            options,
            state: State::Due,
            circle: Circle::default(),
        }
    }

    /// Whether a page is to be asked for.
    pub(super) fn is_due(&self) -> bool {
        matches!(self.state, State::Due)
    }

    /// An empty request.
    pub(super) fn request(&self, spec: &'static OperationSpec) -> RequestEncoder {
        self.core.request(spec, &self.options)
    }

    /// Asks for the page.
    pub(super) fn send(&mut self, request: &mut RequestEncoder) {
        self.state = State::Sent(self.core.execute(request, self.options.clone()));
    }

    /// What came of that. Where the page's link could not be followed, the end comes after the error.
    pub(super) fn poll(
        &mut self,
        spec: &'static OperationSpec,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Exchange, Failure>>> {
        let arrived = match &mut self.state {
            State::Sent(sent) => Some(ready!(sent.as_mut().poll(context))),
            State::Lost(error) => {
                let details = Course::new(spec).unanswered();
                let failure = Failure::Request(error.clone(), details);
                self.state = State::Over;
                return Poll::Ready(Some(Err(failure)));
            }
            State::Due | State::Over => None,
        };
        if arrived.is_some() {
            self.state = State::Due;
        }
        Poll::Ready(arrived)
    }

    /// Notes that the page was read, and where the next one is.
    pub(super) fn go_on(&mut self, next: Result<Option<Url>, RequestError>) {
        self.state = match next {
            Ok(None) => State::Over,
            Err(error) => State::Lost(error),
            // the page's own URL may have got an API key, which its link had not
            Ok(Some(next)) if matches!(&self.options.page, Some(Page::Next(this)) if *this == next) => {
                State::Lost(same_again())
            }
            Ok(Some(next)) if self.circle.is_closed_by(&next) => State::Lost(read_before()),
            Ok(Some(next)) => {
                self.options.page = Some(Page::Next(next));
                State::Due
            }
        };
    }
}

impl Exchange {
    /// Where the page after this one is.
    pub(super) fn next_page(&self, next: NextPage) -> Result<Option<Url>, RequestError> {
        let Some((written, trip)) = next.written(&self.reply)?.zip(self.trip.as_ref()) else {
            return Ok(None);
        };
        let no_url = |_| no_url(&written);
        let asked = Url::parse(&trip.asked.to_string()).map_err(no_url)?;
        let answered = Url::parse(&trip.answered.to_string()).map_err(no_url)?;
        let mut next = answered.join(&written).map_err(no_url)?;
        next.set_fragment(None);
        for place in [&answered, &next] {
            if place.origin() != asked.origin() {
                return Err(elsewhere(&asked, place));
            }
        }
        match trip.method == "GET" && (next == asked || next == answered) {
            true => Err(same_again()),
            false => Ok(Some(next)),
        }
    }
}

#[cold]
fn no_url(written: &str) -> RequestError {
    RequestError::new(format!(
        "the next page is said to be at {written:?}, which is no URL"
    ))
}

#[cold]
fn elsewhere(asked: &Url, place: &Url) -> RequestError {
    let (home, other) = (asked.origin(), place.origin());
    let (home, other) = (home.ascii_serialization(), other.ascii_serialization());
    RequestError::new(format!(
        "the next page is to be had of `{other}`, and the first was asked of `{home}`: credentials and header fields \
         go to no other place"
    ))
}

#[cold]
fn same_again() -> RequestError {
    RequestError::new("the next page is said to be the one that was just read")
}

#[cold]
fn read_before() -> RequestError {
    RequestError::new("the next page is said to be one that was read before")
}

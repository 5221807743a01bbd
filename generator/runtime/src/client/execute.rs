//! The one way of every request: a token, then attempts with pauses between them. What they have in
//! common is put together in `prepare.rs`, what one attempt is stands in `attempt.rs`; nothing here is generic.

use std::future::{poll_fn, ready};
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;

use http::StatusCode;

use crate::BoxFuture;
use crate::client::attempt::{Arrived, Attempt, Failed};
use crate::client::core::Exchange;
use crate::client::prepare::prepare;
use crate::client::token::Carried;
use crate::client::{CallOptions, Core, trace};
use crate::error::{Course, Failure, Sent};
use crate::limit::retry_after;
use crate::request::RequestEncoder;
use crate::time::Moment;

impl Core {
    /// Sends what a request has written and waits for the whole reply, whatever its status; where the
    /// options leave a success to the caller, for its header fields.
    ///
    /// # Errors
    ///
    /// Where there is no reply, or none that can be taken in.
    pub fn execute<'c>(
        &'c self,
        request: &mut RequestEncoder,
        options: CallOptions,
    ) -> BoxFuture<'c, Result<Exchange, Failure>> {
        match prepare(self.shared(), request, options) {
            // in a box: who hands a future on copies it with all the room that it will need
            Ok(mut attempt) => Box::pin(async move { in_time(&mut attempt).await }),
            Err(error) => {
                let course = Course::new(request.spec());
                Box::pin(ready(Err(Failure::Request(error, course.unanswered()))))
            }
        }
    }
}

/// All attempts, until the deadline where there is one.
async fn in_time(attempt: &mut Attempt<'_>) -> Result<Exchange, Failure> {
    let clock = &attempt.shared.clock;
    let deadline = attempt.choices.timeout.map(|timeout| clock.now() + timeout);
    attempt.deadline = deadline;
    let attempt = &*attempt;
    let mut attempts = pin!(attempts(attempt, deadline));
    let Some(deadline) = deadline else {
        return attempts.await;
    };
    let mut late = clock.sleep_until(deadline);
    let result = unless(&mut late, attempts.as_mut()).await;
    result.unwrap_or_else(|| {
        let course = Course::new(attempt.spec).attempted(attempt.started(), attempt.sent());
        Err(Failure::Timeout(course.unanswered()))
    })
}

/// The first attempt, which is most often the last: what comes after it has a future of its own, so that
/// nobody carries it who does not need it.
async fn attempts(attempt: &Attempt<'_>, deadline: Option<Moment>) -> Result<Exchange, Failure> {
    let mut token = None;
    if let Some(keeper) = attempt.credentials.keeper() {
        token = match Box::pin(keeper.token(attempt.shared, None)).await {
            Ok(token) => Some(token),
            Err(error) => {
                let course = Course::new(attempt.spec);
                return Err(Failure::Token(error, course.unanswered()));
            }
        };
    }
    trace::attempt(attempt.spec, 1);
    match attempt.run(1, token.as_deref()).await {
        Ok(arrived) if arrived.reply.status().is_success() => {
            trace::reply(attempt.spec, arrived.reply.status());
            Ok(arrived.after(Course::new(attempt.spec).attempted(1, Sent::Yes)))
        }
        ended => Box::pin(persist(attempt, deadline, token, ended)).await,
    }
}

/// What follows an attempt that was no success, until one is or there is to be no other. A pause that would
/// last beyond the deadline is not begun: what the last attempt ended in says more than that it is late.
async fn persist(
    attempt: &Attempt<'_>,
    deadline: Option<Moment>,
    mut token: Option<Box<Carried>>,
    mut ended: Result<Arrived, Failed>,
) -> Result<Exchange, Failure> {
    let shared = attempt.shared;
    let retry = &attempt.choices.retry;
    let idempotent = attempt.is_idempotent();
    let keeper = attempt.credentials.keeper();
    let fits = |pause: &Duration| deadline.is_none_or(|end| shared.clock.now() + *pause < end);
    let mut course = Course::new(attempt.spec);
    let mut renewed = false;
    let mut number = 1;
    loop {
        let pause = match ended {
            Ok(arrived) => {
                let status = arrived.reply.status();
                trace::reply(attempt.spec, status);
                course = course.attempted(number, Sent::Yes);
                let refused = status == StatusCode::UNAUTHORIZED && !renewed;
                let refused = refused && attempt.is_repeatable();
                if let (true, Some(keeper)) = (refused, keeper) {
                    renewed = true;
                    token = match keeper.token(shared, token.as_deref()).await {
                        Ok(token) => Some(token),
                        Err(error) => {
                            return Err(Failure::Token(error, course.answered(arrived.reply)));
                        }
                    };
                    None
                } else {
                    let asked = retry_after(arrived.reply.headers(), shared.clock.wall());
                    let pause = retry.after_reply(number, status, asked, idempotent);
                    match pause.filter(fits) {
                        None => return Ok(arrived.after(course)),
                        pause => pause,
                    }
                }
            }
            Err(failed) => {
                let sent = failed.sent();
                trace::failure(attempt.spec, sent);
                course = course.attempted(number, sent);
                let may_repeat = failed.is_passing() && (sent == Sent::Never || idempotent);
                match retry.after_failure(number, may_repeat).filter(fits) {
                    None => return Err(failed.into_failure(course)),
                    pause => pause,
                }
            }
        };
        if let Some(pause) = pause {
            trace::retry(attempt.spec, pause);
            shared.clock.sleep_until(shared.clock.now() + pause).await;
        }
        number += 1;
        trace::attempt(attempt.spec, number);
        ended = attempt.run(number, token.as_deref()).await;
    }
}

/// Awaits a future, but no longer than a sleep, which goes on where the future is earlier.
pub(super) fn unless<F: Future + ?Sized>(
    sleep: &mut BoxFuture<'static, ()>,
    mut future: Pin<&mut F>,
) -> impl Future<Output = Option<F::Output>> {
    poll_fn(move |context| {
        if let Poll::Ready(output) = future.as_mut().poll(context) {
            return Poll::Ready(Some(output));
        }
        sleep.as_mut().poll(context).map(|()| None)
    })
}

impl Arrived {
    fn after(self, course: Course) -> Exchange {
        Exchange {
            reply: self.reply,
            rest: self.rest,
            #[cfg(feature = "pages")]
            trip: self.trip,
            course,
        }
    }
}

impl Failed {
    /// The failure as the caller sees it.
    fn into_failure(self, course: Course) -> Failure {
        match self {
            Self::Request(error) => Failure::Request(error, course.unanswered()),
            Self::Limited(error) => Failure::RateLimited(error, course.unanswered()),
            Self::Timeout(_) => Failure::Timeout(course.unanswered()),
            Self::Late(reply) => Failure::Timeout(course.answered(*reply)),
            Self::Connection(error) => Failure::Transport(error, course.unanswered()),
            Self::Broken(error, reply) => Failure::Transport(error, course.answered(*reply)),
            Self::TooLarge(reply) => Failure::BodyTooLarge(course.answered(*reply)),
            Self::Redirects(reply) => Failure::Redirect(course.answered(*reply)),
        }
    }
}

//! What can go wrong with a call, and what a caller wants to know about it: was it sent, what was
//! answered, what did the body say.

mod details;
mod display;
mod request_error;
mod rule;
mod violation;

use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

pub(crate) use details::Course;
pub use details::{Details, Sent};
pub use request_error::RequestError;
pub use rule::Rule;
pub use violation::{Place, Violation};

use crate::client::TokenError;
use crate::codec::DecodeError;
use crate::limit::RateLimited;
use crate::transport::TransportError;

/// Why a call did not succeed. `E` is what the document says about the operation's failures.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<E> {
    /// The API answered with a documented failure.
    Api(E, Details),
    /// The API answered with a status that the document does not know.
    Undocumented(Details),
    /// The API answered with a documented status, and a body that is not what the document says.
    Decode(DecodeError, Details),
    /// The request cannot be sent as it is; nothing was sent.
    Request(RequestError, Details),
    /// There is no token to send the request with: see the provider's own error, the source of this.
    Token(TokenError, Details),
    /// A rate limit leaves no room for the request; it was not sent.
    RateLimited(RateLimited, Details),
    /// It took too long: the last attempt that was allowed (`attempt_timeout`), or the whole call (`timeout`).
    Timeout(Details),
    /// The connection failed, or broke.
    Transport(TransportError, Details),
    /// The API answered with a redirect that is not followed: more than ten, or one of a method other than `GET`
    /// and `HEAD`. `Location` is among the header fields.
    Redirect(Details),
    /// The reply is larger than the client takes in; what had arrived is kept.
    BodyTooLarge(Details),
}

/// An error before it is known what the operation's failures look like.
pub type Failure = Error<std::convert::Infallible>;

impl<E> Error<E> {
    /// What is known about the call.
    pub fn details(&self) -> &Details {
        match self {
            Self::Api(_, details)
            | Self::Undocumented(details)
            | Self::Decode(_, details)
            | Self::Request(_, details)
            | Self::Token(_, details)
            | Self::RateLimited(_, details)
            | Self::Timeout(details)
            | Self::Transport(_, details)
            | Self::Redirect(details)
            | Self::BodyTooLarge(details) => details,
        }
    }

    /// Whether the server may have seen the request. Where it cannot have, trying again is safe.
    pub fn may_have_been_sent(&self) -> bool {
        self.details().sent() != Sent::Never
    }

    /// The reply's status, where there was a reply.
    pub fn status(&self) -> Option<StatusCode> {
        self.details().status()
    }

    /// The reply's header fields, where there was a reply.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.details().headers()
    }

    /// The reply's body, as far as it arrived.
    pub fn body(&self) -> Option<&Bytes> {
        self.details().body()
    }

    /// How often the request was tried.
    pub fn attempts(&self) -> u32 {
        self.details().attempts()
    }

    /// The operation's id in the document.
    pub fn operation(&self) -> &'static str {
        self.details().operation()
    }
}

impl Failure {
    /// The same error of an operation with failures of its own.
    pub fn widen<E>(self) -> Error<E> {
        match self {
            Self::Api(never, _) => match never {},
            Self::Undocumented(details) => Error::Undocumented(details),
            Self::Decode(error, details) => Error::Decode(error, details),
            Self::Request(error, details) => Error::Request(error, details),
            Self::Token(error, details) => Error::Token(error, details),
            Self::RateLimited(error, details) => Error::RateLimited(error, details),
            Self::Timeout(details) => Error::Timeout(details),
            Self::Transport(error, details) => Error::Transport(error, details),
            Self::Redirect(details) => Error::Redirect(details),
            Self::BodyTooLarge(details) => Error::BodyTooLarge(details),
        }
    }
}

impl<E: fmt::Debug> StdError for Error<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Transport(error, _) => error.source(),
            Self::Token(error, _) => error.source(),
            _ => None,
        }
    }
}

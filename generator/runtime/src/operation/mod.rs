//! What an operation is to the runtime: data that says how it is written and read. Sending is not here.

mod content_type;
mod reply;
mod rules;
mod spec;

#[cfg(feature = "pages")]
pub(crate) use content_type::without_mark;
pub(crate) use content_type::{content_type, is_json};
pub use reply::Reply;
pub use rules::{OperationRules, rules};
pub use spec::OperationSpec;

#[cfg(feature = "events")]
use crate::codec::Decode;
use crate::codec::DecodeError;
#[cfg(feature = "pages")]
use crate::pages::NextPage;
use crate::request::RequestEncoder;
#[cfg(feature = "events")]
use crate::stream::Framing;

/// An operation: a plain value that knows how it is written, and how its replies are read.
pub trait Operation {
    /// What a success carries.
    type Output;
    /// What a documented failure carries.
    type Error;

    /// What is the same for every call.
    const SPEC: &'static OperationSpec;

    /// Whether a redirect is what the operation is for: then the caller is told of it, and it is not
    /// followed.
    const KEEPS_REDIRECTS: bool = false;

    /// Writes the parameters and the body.
    fn encode(&self, request: &mut RequestEncoder);

    /// Reads a reply, by its status.
    ///
    /// # Errors
    ///
    /// Where the reply's body is not what the document says it is.
    fn decode(reply: &Reply) -> Result<Outcome<Self::Output, Self::Error>, DecodeError>;
}

#[cfg(feature = "events")]
/// An operation whose successes may come item by item.
pub trait StreamOperation: Operation {
    /// What an item is.
    type Item: Decode;

    /// How items are told apart.
    const FRAMING: Framing;
    /// What is asked for, as an `Accept` field.
    const ACCEPT: &'static str;
}

#[cfg(feature = "pages")]
/// An operation whose successes are pages, which say what the next one is.
pub trait PagedOperation: Operation {
    /// Where they say it.
    const NEXT: NextPage;
}

/// What a reply means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome<T, E> {
    /// A documented success.
    Success(T),
    /// A documented failure.
    Failure(E),
    /// A status that the document does not know.
    Undocumented,
}

/// What generated code says of a reply, so that it need not say how errors go on.
impl<T, E> Outcome<T, E> {
    /// A success with a body, as far as that can be read.
    ///
    /// # Errors
    ///
    /// Where it cannot.
    pub fn success(body: Result<T, DecodeError>) -> Result<Self, DecodeError> {
        body.map(Self::Success)
    }

    /// A failure with a body, as far as that can be read.
    ///
    /// # Errors
    ///
    /// Where it cannot.
    pub fn failure(body: Result<E, DecodeError>) -> Result<Self, DecodeError> {
        body.map(Self::Failure)
    }

    /// One of several successes, with a body as far as that can be read.
    ///
    /// # Errors
    ///
    /// Where it cannot.
    pub fn success_in<B>(
        variant: fn(B) -> T,
        body: Result<B, DecodeError>,
    ) -> Result<Self, DecodeError> {
        body.map(|body| Self::Success(variant(body)))
    }

    /// One of several failures, with a body as far as that can be read.
    ///
    /// # Errors
    ///
    /// Where it cannot.
    pub fn failure_in<B>(
        variant: fn(B) -> E,
        body: Result<B, DecodeError>,
    ) -> Result<Self, DecodeError> {
        body.map(|body| Self::Failure(variant(body)))
    }
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! What an operation is to the runtime: data that says how it is written and read. Sending is not here.

mod content_type;
mod reply;
mod rules;
mod spec;

pub(crate) use content_type::{content_type, is_json};
pub use reply::Reply;
pub use rules::{OperationRules, rules};
pub use spec::OperationSpec;

use crate::runtime::codec::DecodeError;
use crate::runtime::request::RequestEncoder;

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

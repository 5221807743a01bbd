//! What an operation answers.

use super::{Docs, MediaTypeObject, Presence, Use};

/// What an operation answers with one status, range of statuses, or any other.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// When.
    pub status: Status,
    /// Header fields that it documents.
    pub headers: Vec<Header>,
    /// One for each media type; none where it has no body.
    pub contents: Vec<MediaTypeObject>,
    /// Its words and its place.
    pub docs: Docs,
}

/// When a response holds: the most exact one wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// One status: `404`.
    Exact(u16),
    /// A hundred of them: 4 for `4XX`.
    Range(u8),
    /// Every one that nothing else documents.
    Default,
}

/// A header field of a response.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    /// Its name as written.
    pub name: String,
    /// Whether it must be there.
    pub presence: Presence,
    /// What it holds.
    pub value: Use,
    /// Its words and its place.
    pub docs: Docs,
}

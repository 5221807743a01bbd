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
    /// Its links: what else its values are for.
    pub links: Vec<Link>,
    /// Its words and its place.
    pub docs: Docs,
}

/// A link: an operation that a response's values are for.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Its name.
    pub name: String,
    /// The operation's id, or a reference to it.
    pub operation: String,
    /// What it is for (CommonMark).
    pub description: Option<String>,
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

impl Status {
    /// Whether it says that the request was successful (RFC 9110, section 15.3).
    pub fn is_success(self) -> bool {
        match self {
            Self::Exact(status) => (200..300).contains(&status),
            Self::Range(hundred) => hundred == 2,
            Self::Default => false,
        }
    }
}

/// How a header field's value becomes text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderForm {
    /// By the style `simple`.
    Simple {
        /// Whether an object's names stand with their values: `R=100`.
        explode: bool,
    },
    /// As JSON.
    Json,
    /// As a document of another media type.
    Text,
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
    /// How its value becomes text.
    pub form: HeaderForm,
    /// Its words and its place.
    pub docs: Docs,
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! What is known about a call: how far it has come, and what it ended in where it failed.

use std::fmt;

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, LOCATION};
use http::{HeaderMap, StatusCode};

use crate::runtime::operation::{OperationSpec, Reply};

/// How many bytes of a body `Debug` shows.
const SHOWN: usize = 1024;

/// Whether the server has seen a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sent {
    /// It has not: nothing left the client.
    Never,
    /// Nobody knows: something may have left, and nothing came back.
    Perhaps,
    /// It has: it answered.
    Yes,
}

/// How far a call has come: what is known of one that goes well.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Course {
    spec: &'static OperationSpec,
    sent: Sent,
    attempts: u32,
}

impl Course {
    /// Before anything was sent.
    pub(crate) fn new(spec: &'static OperationSpec) -> Self {
        Self {
            spec,
            sent: Sent::Never,
            attempts: 0,
        }
    }

    /// Notes another attempt, and whether it may have been seen.
    pub(crate) fn attempted(self, attempts: u32, sent: Sent) -> Self {
        Self {
            attempts,
            sent: self.sent.max(sent),
            ..self
        }
    }

    /// How often the request was tried.
    pub(crate) fn attempts(self) -> u32 {
        self.attempts
    }

    /// The end without a reply.
    #[cold]
    pub(crate) fn unanswered(self) -> Details {
        Details(Box::new(Known {
            course: self,
            reply: None,
        }))
    }

    /// The end with a reply that is not what it should be.
    pub(crate) fn answered(self, reply: Reply) -> Details {
        Details(Box::new(Known {
            course: self.attempted(self.attempts, Sent::Yes),
            reply: Some(reply),
        }))
    }
}

/// What is known about a call that failed.
#[derive(Clone)]
pub struct Details(Box<Known>);

#[derive(Clone)]
struct Known {
    course: Course,
    reply: Option<Reply>,
}

impl Details {
    /// The operation's id in the document.
    pub fn operation(&self) -> &'static str {
        self.0.course.spec.id
    }

    /// The method.
    pub fn method(&self) -> &'static str {
        self.0.course.spec.method
    }

    /// The path template.
    pub fn path_template(&self) -> &'static str {
        self.0.course.spec.path
    }

    /// Whether the server has seen the request, or one of its attempts.
    pub fn sent(&self) -> Sent {
        self.0.course.sent
    }

    /// How often the request was tried.
    pub fn attempts(&self) -> u32 {
        self.0.course.attempts
    }

    /// The last reply's status.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.reply.as_ref().map(Reply::status)
    }

    /// The last reply's header fields.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.reply.as_ref().map(Reply::headers)
    }

    /// The last reply's content type, where that is not JSON.
    pub(super) fn foreign_type(&self) -> Option<&str> {
        let reply = self.0.reply.as_ref().filter(|reply| !reply.is_json())?;
        reply.content_type()
    }

    /// How the last reply is compressed, which nothing here undoes.
    pub(super) fn encoding(&self) -> Option<&str> {
        self.headers()?.get(CONTENT_ENCODING)?.to_str().ok()
    }

    /// Where the last reply leads.
    pub(super) fn location(&self) -> Option<&str> {
        std::str::from_utf8(self.headers()?.get(LOCATION)?.as_bytes()).ok()
    }

    /// The last reply's body, as far as it arrived.
    pub fn body(&self) -> Option<&Bytes> {
        self.0.reply.as_ref().map(Reply::body)
    }
}

impl fmt::Debug for Details {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Details")
            .field("operation", &self.operation())
            .field("sent", &self.sent())
            .field("attempts", &self.attempts())
            .field("status", &self.status())
            .field("headers", &self.headers())
            .field("body", &self.body().map(Beginning))
            .finish()
    }
}

/// The first bytes of a body: an error that is shown need not fill the screen, nor the log.
struct Beginning<'b>(&'b Bytes);

impl fmt::Debug for Beginning<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = self.0.len();
        match self.0.get(..SHOWN).filter(|_| length > SHOWN) {
            Some(first) => write!(formatter, "b\"{}\"… ({length} bytes)", first.escape_ascii()),
            None => write!(formatter, "{:?}", self.0),
        }
    }
}

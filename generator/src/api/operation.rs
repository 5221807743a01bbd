//! An operation: one method on one path.

use super::{Docs, Limit, NextPage, Parameter, RequestBody, Requirement, Response, Server, Use};

/// One method on one path.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// The `operationId`, unique in the description; made from method and path where the document has none.
    pub id: String,
    /// What it is called, in words: its id, but for what a framework adds to that.
    pub name: String,
    /// The HTTP method.
    pub method: Method,
    /// The path template, with every expression declared as a path parameter.
    pub path: PathTemplate,
    /// Its tags, in the document's order.
    pub tags: Vec<String>,
    /// Its words and its place.
    pub docs: Docs,
    /// Its parameters: the path's own in the template's order, then the others in the document's order.
    pub parameters: Vec<Parameter>,
    /// What it sends.
    pub body: Option<RequestBody>,
    /// What it answers, exact statuses first (ascending), then ranges, then the default.
    pub responses: Vec<Response>,
    /// What a parameter named `Accept` says is to be asked for, where the responses do not say so.
    pub accept: Option<String>,
    /// Where they say what the next page is, where there are pages.
    pub next_page: Option<NextPage>,
    /// What it must be called with: alternatives, each a conjunction. Empty: nothing.
    pub security: Vec<Requirement>,
    /// Its own servers; empty where those of the description hold.
    pub servers: Vec<Server>,
    /// The rate limits that bind it, from the operation, its tags and the document.
    pub limits: Vec<Limit>,
}

impl Operation {
    /// What its request holds: parameters, and every body that it can send.
    pub fn request_uses(&self) -> Vec<Use> {
        let parameters = self.parameters.iter().map(|parameter| parameter.value);
        let bodies = self.body.iter().flat_map(|body| &body.contents);
        parameters
            .chain(bodies.filter_map(|content| content.value))
            .collect()
    }

    /// What its replies hold: bodies, items of a stream, and header fields.
    pub fn reply_uses(&self) -> Vec<Use> {
        let mut uses = Vec::new();
        for response in &self.responses {
            let contents = response.contents.iter();
            uses.extend(
                contents
                    .flat_map(|content| [content.value, content.item])
                    .flatten(),
            );
            uses.extend(response.headers.iter().map(|header| header.value));
        }
        uses
    }
}

/// An HTTP method (RFC 9110, section 9).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Method {
    /// `GET`.
    Get,
    /// `PUT`.
    Put,
    /// `POST`.
    Post,
    /// `DELETE`.
    Delete,
    /// `OPTIONS`.
    Options,
    /// `HEAD`.
    Head,
    /// `PATCH` (RFC 5789).
    Patch,
    /// `TRACE`.
    Trace,
    /// Any other token, as written: `QUERY`.
    Other(String),
}

impl Method {
    /// The method as it stands on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
            Self::Other(token) => token,
        }
    }

    /// Whether repeating it has no further effect (RFC 9110, section 9.2.2).
    pub fn is_idempotent(&self) -> bool {
        match self {
            Self::Get | Self::Put | Self::Delete | Self::Options | Self::Head | Self::Trace => true,
            Self::Post | Self::Patch => false,
            Self::Other(token) => token == "QUERY",
        }
    }
}

/// A path template as written, and taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathTemplate {
    /// As written, but that its expressions are called as their parameters: `/pets/{id}`; what follows a `?` or
    /// `#` is not part of it.
    pub template: String,
    /// Its parts in order.
    pub parts: Vec<PathPart>,
    /// What follows a `?`, as far as it is the same in every request: `full=true`.
    pub query: Option<String>,
}

/// A part of a path template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathPart {
    /// Text that stands as it is.
    Literal(String),
    /// The name of a path parameter.
    Parameter(String),
}

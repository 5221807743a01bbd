//! What an operation sends.

use super::{Docs, Encoding, Presence, Rule, Use};

/// What an operation sends.
#[derive(Debug, Clone, PartialEq)]
pub struct RequestBody {
    /// Whether a call must give it.
    pub presence: Presence,
    /// One for each media type, in the document's order; at least one.
    pub contents: Vec<MediaTypeObject>,
    /// Its words and its place.
    pub docs: Docs,
}

/// A media type and what it carries.
#[derive(Debug, Clone, PartialEq)]
pub struct MediaTypeObject {
    /// The media type as it stands on the wire, or a range such as `*/*`.
    pub media_type: MediaType,
    /// What it carries; `None` where the document has no schema.
    pub value: Option<Use>,
    /// What the document demands of it at this place, beyond what its type demands anywhere.
    pub rules: Vec<Rule>,
    /// How the properties of a form or multipart body are written, where the document says so.
    pub encodings: Vec<Encoding>,
    /// What each item of a stream is (`itemSchema`).
    pub item: Option<Use>,
    /// Whether the body says what changes (`PATCH` with a JSON object, or merge-patch), and how.
    pub patch: Option<PatchKind>,
}

/// How a patch body clears a property.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PatchKind {
    /// `application/json`: the schema as written; cleared only where it allows null.
    AsWritten,
    /// `application/merge-patch+json` (RFC 7396): what the resource does not require can be cleared.
    Merge,
}

/// A media type or range, as written, parameters kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MediaType(pub String);

impl MediaType {
    /// Type and subtype, in lower case, without parameters.
    pub fn essence(&self) -> String {
        self.0
            .split([';', ','])
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase()
    }

    /// With its parameters, apart from those that say how a message is written: what is asked for.
    pub fn asked(&self) -> String {
        let written = self.0.split(',').next().unwrap_or_default();
        let is_kept = |parameter: &&str| {
            let name = parameter.split('=').next().unwrap_or_default().trim();
            !["", "charset", "boundary", "q"].contains(&name.to_ascii_lowercase().as_str())
        };
        let parameters = written.split(';').skip(1).map(str::trim).filter(is_kept);
        parameters.fold(self.essence(), |asked, parameter| {
            format!("{asked};{parameter}")
        })
    }

    /// Whether parameters tell it from others of its type and subtype.
    pub fn has_parameters(&self) -> bool {
        self.asked() != self.essence()
    }

    /// Whether it is JSON: `application/json`, `text/json` or any `+json` (RFC 6839).
    pub fn is_json(&self) -> bool {
        let essence = self.essence();
        essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
    }

    /// Whether it is XML: `application/xml`, `text/xml` or any `+xml` (RFC 7303).
    pub fn is_xml(&self) -> bool {
        let essence = self.essence();
        essence == "application/xml" || essence == "text/xml" || essence.ends_with("+xml")
    }

    /// Whether it is a form: `application/x-www-form-urlencoded`.
    pub fn is_form(&self) -> bool {
        self.essence() == "application/x-www-form-urlencoded"
    }

    /// Whether it is `multipart/form-data` (RFC 7578).
    pub fn is_multipart(&self) -> bool {
        self.essence() == "multipart/form-data"
    }
}

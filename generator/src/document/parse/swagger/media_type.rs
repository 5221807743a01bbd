//! `consumes` and `produces`: which media types one schema is written and read in.

use indexmap::IndexMap;
use openapiv3::MediaType;

use super::super::Parser;
use super::super::fields::{Fields, kind};
use crate::diagnostics::codes;
use crate::source::Node;

impl<'n> Parser<'n, '_> {
    /// A list of texts; what stands there without a list is one of one text.
    pub(super) fn texts_or_one(&mut self, fields: &Fields<'n>, keyword: &str) -> Vec<String> {
        match fields.get(keyword) {
            Some(node @ Node::String(text)) => {
                let origin = fields.at(keyword);
                self.sink
                    .push(codes::wrong_type(&origin, kind(node), "a list"));
                vec![text.clone()]
            }
            _ => self.texts(fields, keyword),
        }
    }

    /// The media types under a keyword, each once.
    pub(super) fn media_types(&mut self, fields: &Fields<'n>, keyword: &str) -> Vec<String> {
        let mut media_types: Vec<String> = Vec::new();
        for media_type in self.texts_or_one(fields, keyword) {
            let media_type = media_type.trim().to_owned();
            if !media_type.is_empty() && !media_types.contains(&media_type) {
                media_types.push(media_type);
            }
        }
        media_types
    }

    /// The media types of an operation: its own, where it says any, else the document's.
    pub(super) fn consumes(&mut self, operation: &Fields<'n>) -> Vec<String> {
        match operation.get("consumes") {
            Some(_) => self.media_types(operation, "consumes"),
            None => self.defaults.consumes.clone(),
        }
    }

    /// The media types of an operation's replies: its own, where it says any, else the document's.
    pub(super) fn produces(&mut self, operation: &Fields<'n>) -> Vec<String> {
        match operation.get("produces") {
            Some(_) => self.media_types(operation, "produces"),
            None => self.defaults.produces.clone(),
        }
    }
}

/// The same under each media type; as JSON where none is named.
pub(super) fn content(
    media_types: &[String],
    of: impl Fn(&str) -> MediaType,
) -> IndexMap<String, MediaType> {
    const JSON: &str = "application/json";
    match media_types {
        [] => IndexMap::from([(JSON.to_owned(), of(JSON))]),
        several => several
            .iter()
            .map(|name| (name.clone(), of(name)))
            .collect(),
    }
}

/// Whether a media type is JSON.
pub(super) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence.ends_with("/json") || essence.ends_with("+json")
}

/// Whether an object or a list can be written in a media type, and not bytes alone.
pub(super) fn holds_values(media_type: &str) -> bool {
    let essence = essence(media_type);
    is_json(media_type)
        || essence.starts_with("text/")
        || essence.starts_with("multipart/")
        || ["xml", "yaml", "json", "urlencoded", "*", "event-stream"]
            .iter()
            .any(|word| essence.contains(word))
}

/// A media type without its parameters, in small letters.
pub(super) fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

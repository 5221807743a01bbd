//! What the API sends by itself: webhooks, and the callbacks of operations.

use super::{Docs, MediaTypeObject, Use};

/// A request that the API makes.
#[derive(Debug, Clone, PartialEq)]
pub struct Webhook {
    /// Its name.
    pub name: String,
    /// The operation that it calls back for; `None` for a webhook.
    pub operation: Option<String>,
    /// The HTTP method.
    pub method: String,
    /// What it sends, one for each media type.
    pub contents: Vec<MediaTypeObject>,
    /// Its words and its place.
    pub docs: Docs,
}

impl Webhook {
    /// Every use of a type in what it sends.
    pub fn uses(&self) -> impl Iterator<Item = Use> {
        let contents = self.contents.iter();
        contents
            .flat_map(|content| [content.value, content.item])
            .flatten()
    }
}

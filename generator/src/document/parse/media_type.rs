//! `content`: media types, what they carry, and how their parts are encoded.

use indexmap::IndexMap;
use openapiv3::{Encoding, MediaType};

use super::Parser;
use super::fields::Fields;
use super::parameter::json;
use super::schema::shell_reference;
use crate::document::{EXPLODE, ITEM_SCHEMA};
use crate::source::{Node, Origin};

const KEYWORDS: &[&str] = &[
    "schema",
    "example",
    "examples",
    "encoding",
    "itemSchema",
    "prefixEncoding",
    "itemEncoding",
];

impl<'n> Parser<'n, '_> {
    pub(super) fn content(&mut self, fields: &Fields<'n>) -> IndexMap<String, MediaType> {
        let mut content = IndexMap::new();
        for (name, node, origin) in self.entries(fields, "content") {
            if let Some(media_type) = self.media_type(node, origin) {
                content.insert(name.to_owned(), media_type);
            }
        }
        content
    }

    fn media_type(&mut self, node: &'n Node, origin: Origin) -> Option<MediaType> {
        if *node == Node::Null {
            return Some(MediaType::default()); // `application/json:` with nothing behind it
        }
        let fields = self.followed(node, origin, "a media type")?.fields;
        self.known(&fields, "the Media Type Object", KEYWORDS);
        let schema = fields
            .get("schema")
            .map(|node| self.schema(node, fields.at("schema")));
        let mut extensions = IndexMap::new();
        if let Some(node) = fields.get("itemSchema") {
            let id = self.schema(node, fields.at("itemSchema"));
            extensions.insert(ITEM_SCHEMA.to_owned(), id.0.into());
        }
        let mut encoding = IndexMap::new();
        for (name, node, origin) in self.entries(&fields, "encoding") {
            if let Some(part) = self.encoding(node, origin) {
                encoding.insert(name.to_owned(), part);
            }
        }
        Some(MediaType {
            schema: schema.map(shell_reference),
            example: fields.get("example").map(json),
            examples: self.examples(&fields),
            encoding,
            extensions,
        })
    }

    fn encoding(&mut self, node: &'n Node, origin: Origin) -> Option<Encoding> {
        let fields = self.fields(node, origin, "an encoding")?;
        let explode = self.boolean(&fields, "explode");
        let mut extensions = IndexMap::new();
        if let Some(explode) = explode {
            extensions.insert(EXPLODE.to_owned(), explode.into());
        }
        let style = self.text(&fields, "style");
        Some(Encoding {
            content_type: self.text(&fields, "contentType"),
            headers: self.headers(&fields),
            style: style.map(|style| self.query_style(&fields, Some(&style))),
            explode: explode.unwrap_or_default(),
            allow_reserved: self.boolean(&fields, "allowReserved").unwrap_or_default(),
            extensions,
        })
    }
}

//! As written: the shell in `openapiv3`'s types, and every schema of every dialect in an arena of our own.
//!
//! Swagger 2.0 is read into the same types: what it writes elsewhere keeps the place where it is written.
//! Knows nothing of what a schema means; references are kept as written, with what they lead to.
//!
//! ```yaml
//! openapi: 3.1.0
//! info: { title: Pets, version: '1' }
//! paths:
//!   /pets/{id}:
//!     get:
//!       parameters: [{ $ref: '#/components/parameters/Id' }]
//!       responses: { '200': { description: One, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
//! ```
//!
//! becomes a [`Document`]: [`Document::operations`] lists `GET /pets/{id}`, [`Document::parameter`]
//! follows the reference and says where the parameter stands, and the media type's schema is a
//! reference `#/x-clientsmith-schemas/0` that [`Document::schema`] turns into a [`SchemaId`].

mod alike;
mod carried;
mod component;
mod operation_entry;
mod parse;
mod pattern;
mod places;
mod schema;
mod targets;

pub use carried::{Carried, MutualTls, Pageable, RateLimits, Webhook};
pub use component::{component_depth, schema_component};
pub use operation_entry::OperationEntry;
pub use parse::{parse_chosen, parse_document};
pub use pattern::is_readable_pattern;
pub use places::Places;
pub use schema::{Arena, Discriminator, Schema, SchemaId, SchemaNode, TypeKeyword};
pub use targets::{Located, Targets};

use crate::source::Origin;

/// What every shell reference into the arena begins with; the schema's index follows.
pub const SCHEMA_PREFIX: &str = "#/x-clientsmith-schemas/";

/// Beside an encoding or a header: its `explode`, where the document has one (the shell's types
/// cannot tell "false" from "not said", or have no place for it).
pub const EXPLODE: &str = "x-clientsmith-explode";

/// Beside a parameter outside of the query: its `allowReserved` (3.2).
pub const ALLOW_RESERVED: &str = "x-clientsmith-allow-reserved";

/// Beside a path parameter: that its value is several segments (`x-ms-skip-url-encoding`).
pub const SEGMENTS: &str = "x-clientsmith-segments";

/// Beside a query parameter that is the whole query string (`in: querystring`, 3.2).
pub const QUERYSTRING: &str = "x-clientsmith-querystring";

/// Beside a cookie of the style `cookie` (3.2).
pub const COOKIE_STYLE: &str = "x-clientsmith-cookie-style";

/// Beside a server: its `name` (3.2).
pub const SERVER_NAME: &str = "x-clientsmith-server-name";

/// Beside a media type: the arena's index of its `itemSchema` (3.2), a number.
pub const ITEM_SCHEMA: &str = "x-clientsmith-item-schema";

/// A description as written, whatever the version of OpenAPI it was written in.
#[derive(Debug)]
pub struct Document {
    /// The version of OpenAPI that it is written in.
    pub dialect: Dialect,
    /// The place of its root.
    pub origin: Origin,
    /// The names of its files without folders, by their [`FileId`](crate::source::FileId).
    pub file_names: Vec<String>,
    /// Whether only chosen operations were read: what nothing uses is no part of it then.
    pub is_part: bool,
    /// The shell. Each schema in it is a reference into the arena ([`Document::schema`]),
    /// `components.schemas` is empty, and every other reference leads to something that
    /// [`Document::parameter`] and its like find, in one step. Path items are never references.
    pub openapi: openapiv3::OpenAPI,
    /// Every schema.
    pub schemas: Arena,
    /// `components.schemas` or `definitions`, in the document's order.
    pub component_schemas: Vec<(String, SchemaId)>,
    /// What the shell's types have no room for.
    pub carried: Carried,
    /// What the shell's references lead to.
    pub targets: Targets,
    /// Where the nodes stand that are not at their own place in the shell.
    pub places: Places,
}

/// A version of OpenAPI, as far as reading differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// Swagger 2.0.
    V2_0,
    /// OpenAPI 3.0.x.
    V3_0,
    /// OpenAPI 3.1.x.
    V3_1,
    /// OpenAPI 3.2.x.
    V3_2,
}

impl Document {
    /// The schema that stands in the shell: a reference into the arena.
    pub fn schema(
        &self,
        schema: &openapiv3::ReferenceOr<openapiv3::Schema>,
    ) -> Option<(SchemaId, &SchemaNode)> {
        let openapiv3::ReferenceOr::Reference { reference } = schema else {
            return None;
        };
        let index = reference.strip_prefix(SCHEMA_PREFIX)?.parse().ok()?;
        let id = SchemaId(index);
        self.schemas.get(id).map(|node| (id, node))
    }

    /// Where the item of a shell's list stands; `list` is the list's own place.
    pub fn item(&self, list: &Origin, index: usize) -> Origin {
        self.places.of(list.index(index))
    }

    /// Where what a body carries in a media type stands; `body` is the place of the request body or
    /// response. Swagger 2.0 has one schema for all media types, in the body itself.
    pub fn media_type_origin(&self, body: &Origin, name: &str) -> Origin {
        match self.dialect {
            Dialect::V2_0 => body.clone(),
            Dialect::V3_0 | Dialect::V3_1 | Dialect::V3_2 => body.key("content").key(name),
        }
    }

    /// Whether a header parameter may be named `Authorization`: OpenAPI 3 says that it is ignored,
    /// Swagger 2.0 says no such thing.
    pub fn has_authorization_parameters(&self) -> bool {
        self.dialect == Dialect::V2_0
    }

    /// Where a security scheme stands.
    pub fn security_scheme_origin(&self, name: &str) -> Origin {
        let schemes = self.origin.key("components").key("securitySchemes");
        self.places.of(schemes.key(name))
    }

    /// Where a response stands; `responses` is the place of the operation's `responses`.
    pub fn response_origin(&self, responses: &Origin, status: &openapiv3::StatusCode) -> Origin {
        self.places.of(responses.key(&status.to_string()))
    }
}

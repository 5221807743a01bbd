//! Swagger 2.0: its shell read into the types of OpenAPI 3.0, each node with the place where it is written.
//! Lists, references, statuses and schemas are read by the rooms around; here is what 2.0 has otherwise.
//!
//! ```yaml
//! swagger: '2.0'
//! host: api.example.com                          # a server, `https://api.example.com`
//! paths:
//!   /pets:
//!     post:
//!       consumes: [application/json]             # the media type of the request body
//!       parameters:
//!         - { name: pet, in: body, schema: { $ref: '#/definitions/Pet' } }   # the request body
//!         - { name: tags, in: query, type: array, items: { type: string } }  # `explode: false`: CSV
//!       responses: { '200': { description: It., schema: { $ref: '#/definitions/Pet' } } }
//! ```

mod discriminator;
mod form;
mod header;
mod media_type;
mod operation;
mod parameter;
mod path_item;
mod request_body;
mod response;
mod security;
mod server;

use openapiv3::{Components, OpenAPI};

use super::Parser;
use super::fields::Fields;
use crate::diagnostics::codes;
use crate::document::SchemaId;
use crate::source::{Mapping, Origin};
use server::Base;

const KEYWORDS: &[&str] = &[
    "swagger",
    "info",
    "host",
    "basePath",
    "schemes",
    "consumes",
    "produces",
    "paths",
    "definitions",
    "parameters",
    "responses",
    "securityDefinitions",
    "security",
    "tags",
    "externalDocs",
];

/// What operations have from the document, and what waits for all schemas.
#[derive(Default)]
pub(super) struct Defaults {
    base: Base,
    consumes: Vec<String>,
    produces: Vec<String>,
    /// The texts that stand for schemas, until all schemas are read.
    discriminator_values: Vec<(SchemaId, String)>,
}

impl<'n> Parser<'n, '_> {
    /// The root of a description in Swagger 2.0.
    pub(super) fn swagger(&mut self, root: &'n Mapping, origin: &Origin) -> OpenAPI {
        let fields = Fields::new(root, origin.clone());
        let foreign = ["servers", "components"];
        self.known_in_swagger(&fields, "the Swagger Object", KEYWORDS, &foreign);
        self.carried.document_limits = fields.rate_limits();
        self.defaults = Defaults {
            base: self.base(&fields),
            consumes: self.media_types(&fields, "consumes"),
            produces: self.media_types(&fields, "produces"),
            discriminator_values: Vec::new(),
        };
        OpenAPI {
            openapi: fields.text_or_empty("swagger"),
            info: self.info(&fields),
            servers: self.swagger_servers(&fields),
            tags: self.tags(&fields),
            paths: self.paths(&fields),
            components: self.swagger_components(&fields),
            security: self.security_requirements(&fields),
            external_docs: self.external_docs(&fields),
            ..OpenAPI::default()
        }
    }

    /// `securityDefinitions`, and what a `components` of OpenAPI 3 has beside schemas.
    fn swagger_components(&mut self, root: &Fields<'n>) -> Option<Components> {
        let mut components = self.components(root).unwrap_or_default();
        let schemes = self.security_schemes(root, "securityDefinitions");
        let suggested = root.at("components").key("securitySchemes");
        let written = root.at("securityDefinitions");
        for (name, scheme) in schemes {
            self.places.note(suggested.key(&name), written.key(&name));
            components.security_schemes.insert(name, scheme);
        }
        Some(components)
    }

    /// Reports keys that are no keywords, and those of OpenAPI 3 that are read all the same.
    fn known_in_swagger(
        &mut self,
        fields: &Fields<'n>,
        place: &str,
        keywords: &[&str],
        foreign: &[&str],
    ) {
        for keyword in foreign {
            if fields.get(keyword).is_some() {
                self.sink
                    .push(codes::foreign_keyword(&fields.at(keyword), keyword));
            }
        }
        self.known(fields, place, &[keywords, foreign].concat());
    }
}

//! From the tree to the [`Document`]: walks the whole tree knowing what each keyword takes. Where a
//! node is wrong it says so, takes the nearest true thing, and goes on.

mod choice;
mod components;
mod fields;
mod header;
mod info;
mod media_type;
mod operation;
mod pageable;
mod parameter;
mod path_item;
mod reference;
mod request_body;
mod response;
mod schema;
mod security;
mod swagger;
mod value_words;
mod version;

use std::collections::{HashMap, HashSet, VecDeque};

use choice::Choice;
use openapiv3::OpenAPI;

use super::{Arena, Carried, Dialect, Document, Places, SchemaId, Targets};
use crate::diagnostics::{Sink, codes};
use crate::options::Selection;
use crate::source::{Node, Origin, Source};

/// Reads a description; `None` where there is none, which was said.
pub fn parse_document(source: &Source, sink: &mut Sink) -> Option<Document> {
    parse_chosen(source, &Selection::default(), sink)
}

/// Reads the operations of a description that were chosen, and what they lead to; `None` where there is none,
/// which was said.
pub fn parse_chosen(source: &Source, selection: &Selection, sink: &mut Sink) -> Option<Document> {
    let origin = Origin::root(source.file);
    let Node::Mapping(root) = &source.root else {
        sink.push(codes::not_openapi(&origin, fields::kind(&source.root)));
        return None;
    };
    let dialect = version::parse_version(root, &origin, sink)?;
    let mut parser = Parser::new(source, dialect, Choice::of(selection), sink);
    let is_part = parser.choice.is_part();
    let mut component_schemas = match is_part {
        true => Vec::new(),
        false => parser.component_schemas(root, &origin),
    };
    let openapi = match dialect {
        Dialect::V2_0 => parser.swagger(root, &origin),
        Dialect::V3_0 | Dialect::V3_1 | Dialect::V3_2 => parser.openapi(root, &origin),
    };
    parser.pending_schemas();
    if is_part {
        component_schemas = parser.reached_component_schemas(root, &origin);
    }
    parser.give_values_to_items();
    parser.map_discriminator_values();
    let Parser {
        schemas,
        carried,
        targets,
        places,
        ..
    } = parser;
    let files = source.references.files().iter();
    Some(Document {
        file_names: std::iter::once(source)
            .chain(files)
            .map(|file| file.file_name().to_owned())
            .collect(),
        dialect,
        origin,
        is_part,
        openapi,
        schemas,
        component_schemas,
        carried,
        targets,
        places,
    })
}

/// What is known while the tree is walked.
struct Parser<'n, 's> {
    source: &'n Source,
    dialect: Dialect,
    choice: Choice,
    sink: &'s mut Sink,
    schemas: Arena,
    /// Schemas that are reserved and not read yet: no recursion, however long a chain of references is.
    pending: VecDeque<(SchemaId, &'n Node, Origin)>,
    schema_places: HashMap<Origin, SchemaId>,
    carried: Carried,
    targets: Targets,
    places: Places,
    /// Callbacks that are being read: one may lead back to itself.
    open: HashSet<Origin>,
    /// What operations have from the document in Swagger 2.0, and the like.
    defaults: swagger::Defaults,
    /// What was said about references: what many of them share is reported once.
    said: HashSet<String>,
}

impl<'n, 's> Parser<'n, 's> {
    fn new(source: &'n Source, dialect: Dialect, choice: Choice, sink: &'s mut Sink) -> Self {
        Self {
            source,
            dialect,
            choice,
            sink,
            schemas: Arena::default(),
            pending: VecDeque::new(),
            schema_places: HashMap::new(),
            carried: Carried::default(),
            targets: Targets::default(),
            places: Places::default(),
            open: HashSet::new(),
            defaults: swagger::Defaults::default(),
            said: HashSet::new(),
        }
    }

    fn openapi(&mut self, root: &'n crate::source::Mapping, origin: &Origin) -> OpenAPI {
        let fields = fields::Fields::new(root, origin.clone());
        self.known(
            &fields,
            "the OpenAPI Object",
            &[
                "openapi",
                "info",
                "servers",
                "paths",
                "components",
                "security",
                "tags",
                "externalDocs",
                "webhooks",
                "jsonSchemaDialect",
                "$self",
            ],
        );
        self.carried.document_limits = fields.rate_limits();
        OpenAPI {
            openapi: fields.text_or_empty("openapi"),
            info: self.info(&fields),
            servers: self.servers(&fields),
            tags: self.tags(&fields),
            paths: self.paths(&fields),
            components: self.components(&fields),
            security: self.security_requirements(&fields),
            external_docs: self.external_docs(&fields),
            ..OpenAPI::default()
        }
    }
}

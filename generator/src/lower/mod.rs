//! Document → api: what was written becomes what is meant. Knows nothing of Rust.
//!
//! ```yaml
//! Pet:
//!   allOf:
//!     - $ref: '#/components/schemas/Animal'
//!     - { properties: { name: { type: string, nullable: true } } }
//! ```
//!
//! becomes an [`Object`](crate::api::Object) with the properties of both parts; that `name` may be null
//! belongs to its [`Use`](crate::api::Use), not to the type of strings.

mod all_of;
mod docs;
mod enumeration;
mod info;
mod limit;
mod name;
mod object;
mod operation;
mod parameter;
mod path_template;
mod request_body;
mod response;
mod scalar;
mod schema;
mod security;
mod server;
mod union;

use std::collections::HashMap;

use crate::api::{Api, TypeId, Types};
use crate::diagnostics::Sink;
use crate::document::{Document, SchemaId};

/// What a description means.
pub fn lower_api(document: &Document, sink: &mut Sink) -> Api {
    let mut lowerer = Lowerer {
        document,
        sink,
        types: Types::default(),
        lowered: HashMap::new(),
        any: None,
    };
    lowerer.components();
    let operations = lowerer.operations();
    lowerer.report_webhooks();
    Api {
        info: info::lower_info(document),
        servers: server::lower_document_servers(&document.openapi.servers),
        tags: info::lower_tags(document, &operations),
        security_schemes: lowerer.security_schemes(),
        operations,
        types: lowerer.types,
    }
}

/// What is known while a document is lowered.
struct Lowerer<'d, 's> {
    document: &'d Document,
    sink: &'s mut Sink,
    types: Types,
    /// Schemas that have a type already, or are getting one.
    lowered: HashMap<SchemaId, TypeId>,
    /// The type of any JSON, which needs no name.
    any: Option<TypeId>,
}

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

mod accept;
mod alike;
mod all_of;
mod const_union;
mod default;
mod direction;
mod discriminator;
mod docs;
mod encoding;
mod enumeration;
mod event_data;
mod family;
mod info;
mod limit;
mod name;
mod next_page;
mod nullable;
mod object;
mod one_kind;
mod operation;
mod operation_name;
mod parameter;
mod parameter_style;
mod patch;
mod path_expression;
mod path_parameter;
mod path_template;
mod request_body;
mod response;
mod rule;
mod scalar;
mod schema;
mod security;
mod server;
mod tag;
mod tuple;
mod union;
mod variant_constant;
mod variant_name;
mod webhook;

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use crate::api::{Api, TypeId, Types};
use crate::diagnostics::{Diagnostic, Sink};
use crate::document::{Document, SchemaId};
use crate::options::{self, Options};
use crate::source::Origin;
use all_of::Together;

/// What a description means.
pub fn lower_api(document: &Document, sink: &mut Sink) -> Api {
    lower_chosen_api(document, &Options::default(), sink)
}

/// What a description means, with what the user says beside it.
pub fn lower_chosen_api(document: &Document, options: &Options, sink: &mut Sink) -> Api {
    let mut lowerer = Lowerer {
        document,
        chosen: &options.limits,
        formats: &options.types.formats,
        sink,
        types: Types::default(),
        lowered: HashMap::new(),
        pending: VecDeque::new(),
        merged: HashMap::new(),
        families: HashMap::new(),
        children: HashSet::new(),
        nullable: HashMap::new(),
        variant_names: variant_name::inline_variants(document),
        reported: HashSet::new(),
        any: None,
    };
    lowerer.find_families();
    lowerer.components();
    let mut operations = lowerer.operations();
    let webhooks = lowerer.webhooks(&operations);
    lowerer.report_unbound_limits();
    lowerer.complete_pending();
    lowerer.settle_event_data(&operations);
    lowerer.settle_unions_of_one_kind();
    lowerer.settle_next_pages(&mut operations);
    let patches = patch::lower_patches(&mut lowerer.types, &mut operations, &webhooks);
    tag::settle_tags(&mut lowerer.types);
    direction::split_directions(&mut lowerer.types, &mut operations, &webhooks);
    alike::merge_alike(&mut lowerer.types, &operations, &patches, options);
    lowerer.report_undefined_styles(&operations);
    Api {
        info: info::lower_info(document),
        servers: lowerer.document_servers(),
        tags: info::lower_tags(document, &operations),
        security_schemes: lowerer.security_schemes(&operations),
        operations,
        webhooks,
        patches,
        types: lowerer.types,
    }
}

/// What is known while a document is lowered.
struct Lowerer<'d, 's> {
    document: &'d Document,
    /// The user's own rate limits.
    chosen: &'d [options::Limit],
    /// The formats that the user has types of their own for.
    formats: &'d BTreeMap<String, options::Replacement>,
    sink: &'s mut Sink,
    types: Types,
    /// Schemas that have a type already, or are getting one.
    lowered: HashMap<SchemaId, TypeId>,
    /// Types that are reserved and not described yet: no recursion, however long a chain of references is.
    pending: VecDeque<(TypeId, Pending)>,
    /// Types of several schemas that hold together and are written in no one place.
    merged: HashMap<Together, TypeId>,
    /// By a component with a discriminator, those that build upon it.
    families: HashMap<SchemaId, Vec<SchemaId>>,
    /// The components that build upon one with a discriminator.
    children: HashSet<SchemaId>,
    /// Whether null may stand where a schema holds; `None` where it does not say, or is being asked.
    nullable: HashMap<SchemaId, Option<bool>>,
    /// What variants that are written inline are called.
    variant_names: name::VariantNames,
    /// What was said: something that many places share is reported once.
    reported: HashSet<(&'static str, Option<Origin>, String)>,
    /// The type of any JSON, which needs no name.
    any: Option<TypeId>,
}

/// What a reserved type is to be described by, with the words for what is inside.
enum Pending {
    /// One schema.
    Schema(SchemaId, Vec<String>),
    /// All of these together, and where they are.
    Merged(Together, SchemaId, Vec<String>),
}

impl Lowerer<'_, '_> {
    /// Reports something, once.
    fn report(&mut self, diagnostic: Diagnostic) {
        let key = (
            diagnostic.code.name,
            diagnostic.origin.clone(),
            diagnostic.message.clone(),
        );
        if self.reported.insert(key) {
            self.sink.push(diagnostic);
        }
    }
}

//! As Rust: names, modules, types, imports, docs. Decides everything; writes nothing.
//!
//! ```yaml
//! components:
//!   schemas:
//!     Pet: { type: object, required: [name], properties: { name: { type: string }, kind: { $ref: '#/components/schemas/Kind' } } }
//! ```
//!
//! becomes a [`TypeFile`] `types/pet.rs` with a [`Struct`] `Pet` whose [`Field`]s are `name: String` and
//! `kind: Option<Open<Kind>>`, and the names that the file imports for them.

mod accept;
mod any_media_type;
mod choices;
mod client;
mod constant;
mod credentials;
mod default;
mod derives;
mod docs;
mod enumeration;
mod feature;
mod foreign;
mod headers;
mod identifier;
mod imports;
mod modules;
mod next_page;
mod operation;
mod operation_rules;
mod package;
mod package_name;
mod parameter;
mod patch;
mod reach;
mod reading;
mod recursion;
mod reply_body;
mod reply_stream;
mod request_body;
mod response;
mod rules;
mod runtime_parts;
mod rust_type;
mod sample;
mod sample_rule;
mod sample_text;
mod scope;
mod server;
mod shared_errors;
mod status_pattern;
mod struct_;
mod type_;
mod types;
mod union;
mod webhooks;

pub use client::Client;
pub use constant::Constant;
pub use default::DefaultMethod;
pub use docs::Docs;
pub use enumeration::{EnumVariant, Enumeration};
pub use feature::{ALL_TAGS, Gate};
pub use foreign::{Foreign, Given};
pub use headers::{HeaderField, Headers};
pub use identifier::Identifier;
pub use imports::{Imports, Module};
pub use operation::{Encoding, Operation, OperationField, OperationSpec, Policy, Querystring};
pub use operation_rules::{Demands, OperationRules};
pub use package::{Header, OperationModule, Package, plan_package};
pub use patch::{Between, Patch};
pub use reading::Reading;
pub use reply_body::Guard;
pub use reply_stream::{Framing, ReplyStream};
pub use request_body::{Bodies, BodyVariant, Content, Form, FormField, Multipart, Part};
pub use response::{Arm, Meaning, Replies, ReplyVariant, Responses};
pub use rules::{Inside, Rules, TypeRules};
pub use runtime_parts::is_runtime_part;
pub use rust_type::{Conversion, Path, RustType};
pub use sample::{Example, Sample};
pub use server::ServerConstant;
pub use status_pattern::StatusPattern;
pub use struct_::{Field, Struct};
pub use type_::{OtherName, TypeFile, TypeItem};
pub use union::{Mark, Union, UnionVariant};
pub use webhooks::{WebhookBody, Webhooks};

// What Rust needs to know of these is what the description says.
pub use crate::api::{
    KeyLocation, NextPage, Rule, SecurityScheme, SecuritySchemeKind, Server, ServerVariable,
    TokenEndpoint, Unescaped,
};

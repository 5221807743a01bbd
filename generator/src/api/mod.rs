//! As meant: operations and types, resolved. Knows nothing of Rust, and nothing of how it was written.
//!
//! ```yaml
//! paths:
//!   /pets/{id}:
//!     patch:
//!       operationId: updatePet
//!       parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
//!       requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/PetPatch' } } } }
//!       responses: { '204': { description: Done }, 4XX: { $ref: '#/components/responses/Problem' } }
//! ```
//!
//! becomes an [`Operation`] with one [`Parameter`], a [`RequestBody`] whose value is a [`Use`] of the
//! type `PetPatch`, and two [`Response`]s. References are followed, defaults of the specification
//! applied, every alternative is a variant that carries its data. Immutable after lowering.

mod encoding;
mod info;
mod limit;
mod literal;
mod next_page;
mod operation;
mod parameter;
mod patch;
mod request_body;
mod response;
mod rule;
mod security;
mod server;
mod type_;
mod webhook;

pub use encoding::{Encoding, EncodingRule};
pub use info::{Docs, ExternalDocs, Info, Tag};
pub use limit::{Limit, LimitScope};
pub use literal::Literal;
pub use next_page::NextPage;
pub use operation::{Method, Operation, PathPart, PathTemplate};
pub use parameter::{Parameter, ParameterLocation, Presence, Serialization, Style, Unescaped};
pub use patch::Patch;
pub use request_body::{MediaType, MediaTypeObject, PatchKind, RequestBody};
pub use response::{Header, HeaderForm, Link, Response, Status};
pub use rule::Rule;
pub use security::{KeyLocation, Requirement, SecurityScheme, SecuritySchemeKind, TokenEndpoint};
pub use server::{Server, ServerVariable};
pub use type_::{
    Additional, Array, EnumKind, EnumValue, Enumeration, Extensible, IntegerFormat, Object,
    Property, StringFormat, Type, TypeId, TypeKind, TypeName, Types, Union, Use, Variant,
};
pub use webhook::Webhook;

/// An API description as meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Api {
    /// Title, version, description.
    pub info: Info,
    /// Where it is served; at least one (`/` where the document names none).
    pub servers: Vec<Server>,
    /// The tags that operations carry, in the document's order, declared ones first.
    pub tags: Vec<Tag>,
    /// The security schemes by name, in the document's order.
    pub security_schemes: Vec<SecurityScheme>,
    /// Every operation, in the document's order.
    pub operations: Vec<Operation>,
    /// Every request that the API makes by itself, in the document's order, webhooks first.
    pub webhooks: Vec<Webhook>,
    /// The bodies that say what changes, each type once.
    pub patches: Vec<Patch>,
    /// Every type that an operation reaches, and every named one.
    pub types: Types,
}

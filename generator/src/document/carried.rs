//! What a document has and OpenAPI 3.0's types have no room for, carried beside the shell.

use std::collections::HashMap;

use openapiv3::{Operation, PathItem};

use crate::source::{Node, Origin};

/// What the shell's types have no room for.
#[derive(Debug, Default)]
pub struct Carried {
    /// `info.summary` (3.1).
    pub info_summary: Option<String>,
    /// `info.license.identifier`, an SPDX expression (3.1).
    pub license_identifier: Option<String>,
    /// `x-rate-limits` of the document.
    pub document_limits: Option<RateLimits>,
    /// `x-rate-limits` of declared tags, by the tag's name.
    pub tag_limits: HashMap<String, RateLimits>,
    /// `x-rate-limits` of operations, by the operation's place.
    pub operation_limits: HashMap<Origin, RateLimits>,
    /// `x-ms-pageable` of operations, by the operation's place.
    pub pageables: HashMap<Origin, Pageable>,
    /// `query` and `additionalOperations` (3.2), by the path: the method as written on the wire,
    /// the operation, and its place.
    pub other_methods: HashMap<String, Vec<(String, Operation, Origin)>>,
    /// `webhooks` (3.1), in the document's order.
    pub webhooks: Vec<Webhook>,
    /// Security schemes of the type `mutualTLS` (3.1), which are not in the shell.
    pub mutual_tls: Vec<MutualTls>,
}

/// An `x-rate-limits` as written: any node, not checked.
#[derive(Debug, Clone)]
pub struct RateLimits {
    /// What stands there.
    pub node: Node,
    /// Where.
    pub origin: Origin,
}

/// An `x-ms-pageable`.
#[derive(Debug)]
pub struct Pageable {
    /// `nextLinkName`: the property with the link to the next page; `None` where there is one page only.
    pub next_link: Option<String>,
    /// `operationName`: what gets the next page.
    pub operation: Option<String>,
    /// Where it stands.
    pub origin: Origin,
}

/// A webhook: a request that the server makes.
#[derive(Debug)]
pub struct Webhook {
    /// Its name.
    pub name: String,
    /// Its operations.
    pub path_item: PathItem,
    /// Where it stands.
    pub origin: Origin,
}

/// A security scheme of the type `mutualTLS`.
#[derive(Debug)]
pub struct MutualTls {
    /// Its name.
    pub name: String,
    /// `description`.
    pub description: Option<String>,
    /// Where it stands.
    pub origin: Origin,
}

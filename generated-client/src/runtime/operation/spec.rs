// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! What is the same for every call of an operation.

use crate::runtime::client::Server;
use crate::runtime::limit::Policy;
use crate::runtime::operation::OperationRules;

/// What is the same for every call of an operation.
#[derive(Debug)]
pub struct OperationSpec {
    /// Its id in the document.
    pub id: &'static str,
    /// The method.
    pub method: &'static str,
    /// The path template, below the server's URL; after a `?` the query that every request has.
    pub path: &'static str,
    /// The media types that replies are read in, as an `Accept` field; empty: none is sent.
    pub accept: &'static str,
    /// Alternatives, each a conjunction of security schemes; an empty one means that no credential
    /// is needed. No alternative: none is sent.
    pub security: &'static [&'static [&'static str]],
    /// The rate limits that bind it.
    pub limits: &'static [Policy],
    /// Its own servers; empty: those of the API.
    pub servers: &'static [Server],
    /// Whether sending it twice has the effect of sending it once (RFC 9110, section 9.2.2).
    pub idempotent: bool,
    /// What the document demands of the values that are sent, beyond their types; `None` where it demands
    /// nothing, or where this is not compiled in.
    pub rules: Option<&'static OperationRules>,
}

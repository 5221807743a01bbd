//! What the description says about itself and its parts, in words.

use super::Rule;
use crate::source::Origin;

/// The description's own title, version and description.
#[derive(Debug, Clone, PartialEq)]
pub struct Info {
    /// `info.title`; empty where the document has none.
    pub title: String,
    /// `info.version`; empty where the document has none.
    pub version: String,
    /// `info.description` (CommonMark).
    pub description: Option<String>,
    /// `info.termsOfService`.
    pub terms_of_service: Option<String>,
    /// `info.license.name`.
    pub license: Option<String>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
}

/// A link to further documentation.
#[derive(Debug, Clone, PartialEq)]
pub struct ExternalDocs {
    /// Where.
    pub url: String,
    /// What one finds there.
    pub description: Option<String>,
}

/// A tag: a group of operations.
#[derive(Debug, Clone, PartialEq)]
pub struct Tag {
    /// The tag as written.
    pub name: String,
    /// What the group is about (CommonMark).
    pub description: Option<String>,
}

/// The words that stand on a node: what generated documentation is made of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Docs {
    /// `summary` or `title`.
    pub summary: Option<String>,
    /// `description` (CommonMark).
    pub description: Option<String>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `example`, `examples`: as JSON text, in the document's order.
    pub examples: Vec<String>,
    /// Constraints and defaults in words, one sentence each: `at most 64 characters`, `default: 20`.
    pub constraints: Vec<String>,
    /// What the document demands of values there that can be checked, each once.
    pub rules: Vec<Rule>,
    /// Where it stands; `None` only for what lowering made up.
    pub origin: Option<Origin>,
}

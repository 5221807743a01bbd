//! Texts of an example: the document's own, or the usual one of a format. Not texts that are made to fit what is
//! demanded.

use crate::api::{self, StringFormat, TypeKind};

/// A text of a scalar: its format's, or an example that the description has.
pub(super) fn text(kind: &TypeKind, docs: [&api::Docs; 2]) -> Option<String> {
    match kind {
        TypeKind::String(format) => usual(format).map(str::to_owned).or_else(|| example(docs)),
        TypeKind::Integer(_) | TypeKind::Number { .. } => Some("1".to_owned()),
        _ => None,
    }
}

/// The first example that is a text.
pub(super) fn example(docs: [&api::Docs; 2]) -> Option<String> {
    let examples = docs.iter().flat_map(|docs| &docs.examples);
    examples
        .filter_map(|example| serde_json::from_str(example).ok())
        .next()
}

/// A text of a format.
pub(super) fn usual(format: &StringFormat) -> Option<&'static str> {
    match format {
        StringFormat::DateTime => Some("2026-01-31T12:00:00Z"),
        StringFormat::Date => Some("2026-01-31"),
        StringFormat::Time => Some("12:00:00Z"),
        StringFormat::Duration => Some("PT1H"),
        StringFormat::Uuid => Some("95eb301b-6aaf-42ad-a219-ccbd5f4d3d2b"),
        StringFormat::Byte => Some("aGVsbG8="),
        StringFormat::ByteUrl => Some("aGVsbG8"),
        StringFormat::Plain(_) | StringFormat::Binary | StringFormat::Password => None,
    }
}

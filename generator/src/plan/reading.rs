//! How a body of a reply is read: by its media type, and by its schema where that leaves it open. Not which of several
//! media types there are.

use super::any_media_type;
use super::reply_stream::{Framing, is_stream};
use super::types::Types;
use crate::api::{MediaTypeObject, StringFormat, TypeKind, Use};

/// How a reply's body is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// As JSON.
    Json,
    /// As text.
    Text,
    /// As it is.
    Bytes,
    /// As items, all of which have arrived.
    Items(Framing),
}

/// How what a media type and its schema say is read.
pub(super) fn reading(types: &Types<'_>, content: &MediaTypeObject) -> Reading {
    let essence = content.media_type.essence();
    let structured = content
        .value
        .is_some_and(|value| is_structured(types, value));
    let has_kind = |is: fn(&TypeKind) -> bool| {
        let type_ = content.value.map(|value| types.resolve(value).0);
        type_
            .and_then(|id| types.get(id))
            .is_some_and(|type_| is(&type_.kind))
    };
    let is_binary = |kind: &TypeKind| matches!(kind, TypeKind::String(StringFormat::Binary));
    let is_text = |kind: &TypeKind| matches!(kind, TypeKind::String(StringFormat::Plain(_)));
    match essence.as_str() {
        _ if has_kind(is_binary) || is_stream(&essence) => Reading::Bytes,
        _ if content.media_type.is_json() => Reading::Json,
        "*/*" | "application/*" if has_kind(any_media_type::is_json) => Reading::Json,
        "text/plain" if structured => Reading::Json, // can only be meant so
        "*/*" if has_kind(is_text) => Reading::Text,
        _ if content.media_type.is_xml() => Reading::Text,
        essence if essence.starts_with("text/") || is_textual(essence) => Reading::Text,
        _ => Reading::Bytes,
    }
}

/// Whether a value is a list, has properties, or may have.
pub(super) fn is_structured(types: &Types<'_>, value: Use) -> bool {
    let kind = types.get(types.resolve(value).0).map(|type_| &type_.kind);
    matches!(
        kind,
        Some(
            TypeKind::Object(_)
                | TypeKind::Array(_)
                | TypeKind::Tuple(_)
                | TypeKind::Map(_)
                | TypeKind::Union(_)
        )
    )
}

/// Whether a value is a string, of whatever format.
pub(super) fn is_plain_string(types: &Types<'_>, value: Use) -> bool {
    let kind = types.get(types.resolve(value).0).map(|type_| &type_.kind);
    matches!(kind, Some(TypeKind::String(_)))
}

/// Text under another name than `text/…`.
fn is_textual(essence: &str) -> bool {
    matches!(
        essence,
        "application/yaml"
            | "application/x-yaml"
            | "application/javascript"
            | "application/x-javascript"
            | "application/x-www-form-urlencoded"
            | "application/sql"
            | "application/sdp"
            | "application/csv"
    )
}

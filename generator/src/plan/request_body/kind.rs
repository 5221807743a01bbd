//! What kind of body a media type makes of a schema.

use crate::api::{MediaType, MediaTypeObject, StringFormat, TypeKind, Types, Use};
use crate::plan::any_media_type;

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::plan) enum Kind {
    /// As JSON.
    Json,
    /// As `application/x-www-form-urlencoded`.
    Form,
    /// As `multipart/form-data`.
    Multipart,
    /// As text.
    Text,
    /// As it is.
    Bytes,
}

/// What kind of body a media type makes of its schema.
pub(super) fn kind(types: &Types, content: &MediaTypeObject) -> Kind {
    let essence = content.media_type.essence();
    let value = content.value.and_then(|value| resolved(types, value));
    match essence.as_str() {
        // no JSON holds bytes as they are: what is meant is a file that holds JSON
        _ if content.media_type.is_json() && value.is_some_and(is_bytes) => Kind::Bytes,
        _ if content.media_type.is_json() => Kind::Json,
        _ if content.media_type.is_form() => match value {
            Some(value) if !may_be_object(value) => Kind::Bytes,
            _ => Kind::Form,
        },
        _ if content.media_type.is_multipart() => Kind::Multipart,
        "*/*" | "application/*" if value.is_some_and(any_media_type::is_json) => Kind::Json,
        text if text.starts_with("text/") => Kind::Text,
        _ if content.media_type.is_xml() => Kind::Text,
        _ if !is_binary(&content.media_type) && value.is_some_and(is_text) => Kind::Text,
        _ => Kind::Bytes,
    }
}

/// Whether bytes are all there is to say about a media type.
pub(super) fn is_binary(media_type: &MediaType) -> bool {
    let essence = media_type.essence();
    ["image/", "audio/", "video/", "font/"]
        .iter()
        .any(|kind| essence.starts_with(kind) && !essence.ends_with("+xml"))
        || matches!(
            essence.as_str(),
            "*/*"
                | "application/*"
                | "application/octet-stream"
                | "application/pdf"
                | "application/zip"
                | "application/gzip"
                | "application/x-gzip"
                | "application/x-tar"
        )
}

/// Whether a body is a JSON Patch (RFC 6902) of which the document says nothing else: the runtime's own type does.
/// Kubernetes calls it an object, which it never is.
pub(in crate::plan) fn is_json_patch(types: &Types, content: &MediaTypeObject) -> bool {
    let says_nothing = |kind: &TypeKind| match kind {
        TypeKind::Any => true,
        TypeKind::Map(value) => matches!(resolved(types, *value), Some(TypeKind::Any)),
        _ => false,
    };
    let is_any = |kind: &TypeKind| match kind {
        TypeKind::Array(array) => resolved(types, array.items).is_some_and(says_nothing),
        kind => says_nothing(kind),
    };
    let value = content.value.and_then(|value| resolved(types, value));
    content.media_type.essence() == "application/json-patch+json" && value.is_none_or(is_any)
}

/// What a use comes down to through other names.
pub(super) fn resolved(types: &Types, use_: Use) -> Option<&TypeKind> {
    Some(&types.get(types.resolved(use_.type_))?.kind)
}

/// Whether a value of a type is a list or has properties.
pub(super) fn is_structured(kind: &TypeKind) -> bool {
    matches!(
        kind,
        TypeKind::Object(_) | TypeKind::Array(_) | TypeKind::Tuple(_) | TypeKind::Map(_)
    )
}

fn may_be_object(kind: &TypeKind) -> bool {
    matches!(
        kind,
        TypeKind::Object(_) | TypeKind::Map(_) | TypeKind::Union(_) | TypeKind::Any
    )
}

fn is_bytes(kind: &TypeKind) -> bool {
    matches!(kind, TypeKind::String(StringFormat::Binary))
}

fn is_text(kind: &TypeKind) -> bool {
    match kind {
        TypeKind::String(format) => *format != StringFormat::Binary,
        TypeKind::Enumeration(_) => true,
        _ => false,
    }
}

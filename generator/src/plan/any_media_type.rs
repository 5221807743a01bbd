//! What is meant by `*/*` and `application/*`, where the schema is all there is to go by. Not what named media types hold.

use crate::api::{StringFormat, TypeKind};

/// Whether such a body is JSON. Spring's documents say `*/*` of all that its JSON converter writes; texts, and bytes
/// in whatever format, go by it and are written as they are.
pub(super) fn is_json(kind: &TypeKind) -> bool {
    match kind {
        TypeKind::Object(_)
        | TypeKind::Array(_)
        | TypeKind::Tuple(_)
        | TypeKind::Map(_)
        | TypeKind::Union(_)
        | TypeKind::Boolean
        | TypeKind::Integer(_)
        | TypeKind::Number { .. }
        | TypeKind::Enumeration(_) => true,
        TypeKind::String(format) => match format {
            StringFormat::DateTime
            | StringFormat::Date
            | StringFormat::Time
            | StringFormat::Duration
            | StringFormat::Uuid => true,
            StringFormat::Plain(_)
            | StringFormat::Password
            | StringFormat::Byte
            | StringFormat::ByteUrl
            | StringFormat::Binary => false,
        },
        TypeKind::Any | TypeKind::Null | TypeKind::Alias(_) => false,
    }
}

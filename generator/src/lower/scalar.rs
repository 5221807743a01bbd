//! Strings, numbers and integers: what their formats mean.

use crate::api::{IntegerFormat, StringFormat, TypeKind};
use crate::document::Schema;
use crate::source::Number;

/// An integer, by its format; without one, 64 bits, unless its bounds are wider.
pub(super) fn lower_integer(schema: &Schema) -> TypeKind {
    let format = match schema.format.as_deref() {
        Some("int32" | "int16" | "int8" | "short" | "byte") => IntegerFormat::Int32,
        Some("uint32" | "uint16" | "uint8") => IntegerFormat::Uint32,
        Some("uint64" | "unsigned64") => IntegerFormat::Uint64,
        _ => by_bounds(schema),
    };
    TypeKind::Integer(format)
}

fn by_bounds(schema: &Schema) -> IntegerFormat {
    let beyond = |bound: &Option<Number>, limit: fn(f64) -> bool| {
        bound
            .as_ref()
            .is_some_and(|bound| bound.as_i64().is_none() && bound.as_f64().is_some_and(limit))
    };
    let wide = |value: f64| value.abs() > 2f64.powi(64);
    let large = |value: f64| value >= 2f64.powi(63);
    if beyond(&schema.maximum, wide) || beyond(&schema.minimum, wide) {
        return IntegerFormat::Wide;
    }
    let natural = schema
        .minimum
        .as_ref()
        .and_then(Number::as_i64)
        .is_some_and(|minimum| minimum >= 0);
    match (beyond(&schema.maximum, large), natural) {
        (true, true) => IntegerFormat::Uint64,
        (true, false) => IntegerFormat::Wide,
        (false, _) => IntegerFormat::Int64,
    }
}

/// A number; `decimal` is one whose digits matter. Formats of integers beside `type: number` are met
/// often (`type: number, format: int64`), and are taken at their word.
pub(super) fn lower_number(schema: &Schema) -> TypeKind {
    match schema.format.as_deref() {
        Some("int32") => TypeKind::Integer(IntegerFormat::Int32),
        Some("int64" | "integer") => TypeKind::Integer(IntegerFormat::Int64),
        Some("decimal" | "decimal128" | "money") => TypeKind::Number { exact: true },
        _ => TypeKind::Number { exact: false },
    }
}

/// A string, by its format.
pub(super) fn lower_string(schema: &Schema) -> TypeKind {
    let encoded = schema.content_encoding.as_deref() == Some("base64");
    TypeKind::String(match schema.format.as_deref() {
        Some("date-time") => StringFormat::DateTime,
        Some("date") => StringFormat::Date,
        Some("time") => StringFormat::Time,
        Some("duration") => StringFormat::Duration,
        Some("uuid") => StringFormat::Uuid,
        Some("byte") => StringFormat::Byte,
        None if encoded => StringFormat::Byte,
        Some("binary") => StringFormat::Binary,
        Some("password") => StringFormat::Password,
        other => StringFormat::Plain(other.map(str::to_owned)),
    })
}

/// A scalar without `type`: its format says what it is, or that it is a string.
pub(super) fn lower_untyped(schema: &Schema) -> TypeKind {
    match schema.format.as_deref() {
        Some("int32" | "int64" | "uint32" | "uint64" | "int16" | "int8" | "uint16" | "uint8") => {
            lower_integer(schema)
        }
        Some("float" | "double" | "decimal") => lower_number(schema),
        _ => lower_string(schema),
    }
}

//! Strings, numbers and integers: what their formats mean.

use crate::api::{IntegerFormat, MediaType, StringFormat, TypeKind};
use crate::document::{Schema, TypeKeyword};
use crate::source::Number;

/// Formats that a type of ours says, so that documentation need not.
const SAID: &[&str] = &[
    "base64url",
    "binary",
    "byte",
    "date",
    "date-time",
    "decimal",
    "double",
    "duration",
    "float",
    "int32",
    "int64",
    "password",
    "time",
    "uint32",
    "uint64",
    "uuid",
];

/// The format in words, where the type does not say it: `int64` of a string, `email`, and any that
/// nobody knows.
pub(super) fn format_words(schema: &Schema) -> Option<String> {
    let format = schema.format.as_deref()?;
    let numeric = format.contains("int") || matches!(format, "float" | "double" | "decimal");
    let of_string = schema.types.contains(&TypeKeyword::String);
    let said = SAID.contains(&format) && !(numeric && of_string);
    (!said && !format.contains('`') && format.len() <= 80).then(|| format!("format `{format}`"))
}

/// An integer, by its format; without one, 64 bits, unless its bounds are wider.
pub(super) fn lower_integer(schema: &Schema) -> TypeKind {
    let format = schema.format.as_deref();
    TypeKind::Integer(match (format, format.and_then(narrow)) {
        (_, Some(_)) if is_outgrown(schema) => by_bounds(schema),
        (_, Some((_, narrow))) => narrow,
        (Some("uint64" | "unsigned64"), _) => IntegerFormat::Uint64,
        (Some("int128" | "uint128" | "bigint" | "biginteger"), _) => IntegerFormat::Wide,
        _ => by_bounds(schema),
    })
}

/// What a format of at most 32 bits holds.
fn narrow(format: &str) -> Option<((f64, f64), IntegerFormat)> {
    match format {
        "int32" | "int16" | "int8" | "short" | "byte" => Some((
            (f64::from(i32::MIN), f64::from(i32::MAX)),
            IntegerFormat::Int32,
        )),
        "uint32" | "uint16" | "uint8" | "unsigned32" => {
            Some(((0.0, f64::from(u32::MAX)), IntegerFormat::Uint32))
        }
        _ => None,
    }
}

/// Whether the bounds of an integer allow what its format of at most 32 bits cannot hold.
pub(super) fn is_outgrown(schema: &Schema) -> bool {
    let Some(((least, most), _)) = schema.format.as_deref().and_then(narrow) else {
        return false;
    };
    let value = |bound: &Option<Number>| bound.as_ref().and_then(Number::as_f64);
    let bounds = [
        value(&schema.minimum),
        value(&schema.maximum),
        value(&schema.exclusive_minimum).map(|bound| bound + 1.0),
        value(&schema.exclusive_maximum).map(|bound| bound - 1.0),
    ];
    let mut values = bounds.into_iter().flatten();
    !values.all(|bound| (least..=most).contains(&bound))
}

fn by_bounds(schema: &Schema) -> IntegerFormat {
    let beyond = |bound: &Option<Number>, limit: fn(f64) -> bool| {
        bound
            .as_ref()
            .is_some_and(|bound| bound.as_i64().is_none() && bound.as_f64().is_some_and(limit))
    };
    let wide = |value: f64| value.abs() > 2f64.powi(64);
    let large = |value: f64| value >= 2f64.powi(63);
    let small = |value: f64| value < -(2f64.powi(63));
    if beyond(&schema.maximum, wide) || beyond(&schema.minimum, wide) {
        return IntegerFormat::Wide;
    }
    let natural = schema.minimum.as_ref().is_some_and(|minimum| {
        minimum.as_i64().is_some_and(|least| least >= 0) || minimum.as_u64().is_some()
    });
    match (beyond(&schema.maximum, large), natural) {
        (true, true) => IntegerFormat::Uint64,
        (true, false) => IntegerFormat::Wide,
        (false, _) if beyond(&schema.minimum, large) => IntegerFormat::Uint64,
        (false, _) if beyond(&schema.minimum, small) => IntegerFormat::Wide,
        (false, _) => IntegerFormat::Int64,
    }
}

/// A number; `decimal` is one whose digits matter. Formats of integers beside `type: number` are met
/// often (`type: number, format: int64`), and are taken at their word.
pub(super) fn lower_number(schema: &Schema) -> TypeKind {
    match schema.format.as_deref() {
        Some("integer" | "long") => TypeKind::Integer(by_bounds(schema)),
        Some(format) if is_integer(format) => lower_integer(schema),
        Some("decimal" | "decimal128" | "money") => TypeKind::Number { exact: true },
        _ => TypeKind::Number { exact: false },
    }
}

fn is_integer(format: &str) -> bool {
    matches!(
        format,
        "int8" | "int16" | "int32" | "int64" | "uint8" | "uint16" | "uint32" | "uint64"
    )
}

/// A string, by its format.
pub(super) fn lower_string(schema: &Schema) -> TypeKind {
    let encoding = schema.content_encoding.as_deref();
    TypeKind::String(match (schema.format.as_deref(), encoding) {
        (Some("date-time"), _) => StringFormat::DateTime,
        (Some("date"), _) => StringFormat::Date,
        (Some("time"), _) => StringFormat::Time,
        (Some("duration"), _) => StringFormat::Duration,
        (Some("uuid"), _) => StringFormat::Uuid,
        (Some("byte"), _) | (None, Some("base64")) => StringFormat::Byte,
        (Some("base64url"), _) | (None, Some("base64url")) => StringFormat::ByteUrl,
        (Some("binary"), _) => StringFormat::Binary,
        (None, None) if is_bytes(schema) => StringFormat::Binary,
        (Some("password"), _) => StringFormat::Password,
        (other, _) => StringFormat::Plain(other.map(str::to_owned)),
    })
}

/// Whether a string is bytes by `contentMediaType`, as OpenAPI 3.1 writes `format: binary`: what is neither text nor JSON.
fn is_bytes(schema: &Schema) -> bool {
    let media_type = schema.content_media_type.clone().map(MediaType);
    media_type.is_some_and(|media_type| {
        let essence = media_type.essence();
        !media_type.is_json() && !essence.starts_with("text/") && !essence.ends_with("xml")
    })
}

/// A scalar without `type`: its format says what it is, or that it is a string.
pub(super) fn lower_untyped(schema: &Schema) -> TypeKind {
    match schema.format.as_deref() {
        Some(format) if is_integer(format) => lower_integer(schema),
        Some("float" | "double" | "decimal") => lower_number(schema),
        _ => lower_string(schema),
    }
}

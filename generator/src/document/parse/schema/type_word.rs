//! Types by the names that other languages have for them: `int`, `str`, `Boolean`, `datetime`. JSON Schema knows none
//! of them, and what is meant is plain.

use crate::document::TypeKeyword;

/// A type of JSON Schema, by its name.
pub(super) fn type_keyword(word: &str) -> Option<TypeKeyword> {
    Some(match word {
        "null" => TypeKeyword::Null,
        "boolean" => TypeKeyword::Boolean,
        "integer" => TypeKeyword::Integer,
        "number" => TypeKeyword::Number,
        "string" => TypeKeyword::String,
        "array" => TypeKeyword::Array,
        "object" => TypeKeyword::Object,
        _ => return None,
    })
}

/// The type that another name means, in JSON Schema's words, and the format that it says along.
pub(super) fn meant(word: &str) -> Option<(&'static str, Option<&'static str>)> {
    let word = word.trim().to_ascii_lowercase();
    Some(match word.as_str() {
        "null" | "none" | "nil" => ("null", None),
        "boolean" | "bool" => ("boolean", None),
        "integer" | "int" => ("integer", None),
        "int32" => ("integer", Some("int32")),
        "int64" | "long" | "bigint" => ("integer", Some("int64")),
        "number" | "numeric" => ("number", None),
        "float" => ("number", Some("float")),
        "double" => ("number", Some("double")),
        "decimal" => ("number", Some("decimal")),
        "string" | "str" | "text" => ("string", None),
        "uuid" => ("string", Some("uuid")),
        "date" => ("string", Some("date")),
        "datetime" | "date-time" => ("string", Some("date-time")),
        "array" | "list" => ("array", None),
        "object" | "dict" | "hash" | "map" => ("object", None),
        _ => return None,
    })
}

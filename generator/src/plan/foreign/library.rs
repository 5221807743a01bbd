//! The libraries that are known by name, and which of their types stands for which format. What a type of another
//! crate stands for in the description is not known here.

use super::{Foreign, Given};
use crate::api::{EnumKind, TypeKind};
use crate::options::{Notation, Replacement};
use crate::plan::RustType;

/// What the runtime itself reads and writes, and the feature with which it does. A name of `LIBRARIES` stands
/// for the one of its format.
const KNOWN: &[(&str, &str, &[&str])] = &[
    ("chrono::DateTime<chrono::Utc>", "chrono", &["date-time"]),
    ("chrono::DateTime<chrono::FixedOffset>", "chrono", &[]),
    ("chrono::NaiveDate", "chrono", &["date"]),
    ("jiff::Timestamp", "jiff", &["date-time"]),
    ("jiff::civil::Date", "jiff", &["date"]),
    ("jiff::SignedDuration", "jiff", &["duration"]),
    ("time::OffsetDateTime", "time", &["date-time"]),
    ("time::Date", "time", &["date"]),
    ("uuid::Uuid", "uuid", &["uuid"]),
];

/// The library of decimal numbers, which the runtime does not know.
const DECIMAL: (&str, &str) = ("rust_decimal", "rust_decimal::Decimal");

/// Types of `time` that have a constant, and no `FromStr`.
const CONSTANTS: &[(&str, &str)] = &[
    ("time::OffsetDateTime", "time::OffsetDateTime::UNIX_EPOCH"),
    ("time::Date", "time::Date::MIN"),
];

/// The type itself; `None` where the library has none for the format, or the path is none.
pub(super) fn foreign_type(
    replacement: &Replacement,
    kind: &TypeKind,
    format: &str,
) -> Option<Foreign> {
    let library = replacement.type_.as_str();
    let is_named = |(_, feature, formats): &&(&str, &str, &[&str])| {
        *feature == library && (formats.contains(&format) || library == "uuid")
    };
    let path = match (library, KNOWN.iter().find(is_named)) {
        (library, _) if library == DECIMAL.0 => DECIMAL.1,
        (_, Some((path, ..))) => path,
        (path, None) => path,
    };
    let type_ = RustType::chosen(path).filter(|_| path.contains("::"))?;
    let mut known = KNOWN.iter();
    let known = known.find(|(path, ..)| RustType::chosen(path).as_ref() == Some(&type_));
    let feature = known.map(|(_, feature, _)| *feature);
    let usual = match feature {
        Some(_) => Notation::Text,
        None => notation(kind),
    };
    let vacant = replacement.vacant.as_deref();
    Some(Foreign {
        type_,
        notation: replacement
            .notation
            .filter(|_| feature.is_none())
            .unwrap_or(usual),
        vacant: vacant.and_then(Given::chosen),
        shown: CONSTANTS
            .iter()
            .find(|(type_, _)| *type_ == path)
            .and_then(|(_, constant)| Given::chosen(constant)),
        feature,
        example: replacement.example.clone(),
    })
}

fn notation(kind: &TypeKind) -> Notation {
    match kind {
        TypeKind::String(_) => Notation::Text,
        TypeKind::Integer(_) | TypeKind::Number { .. } => Notation::Number,
        TypeKind::Enumeration(enumeration) => match enumeration.kind {
            EnumKind::Strings => Notation::Text,
            EnumKind::Numbers => Notation::Number,
            EnumKind::Mixed => Notation::Json,
        },
        _ => Notation::Json,
    }
}

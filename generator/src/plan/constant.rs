//! A scalar of the document as a Rust expression: what `new` fills in by itself, and defaults.

use super::types::{self, Types};
use super::{Identifier, Imports, Module, Path, enumeration};
use crate::api::{Extensible, IntegerFormat, Literal, StringFormat, TypeKind, Use};

/// A scalar as a Rust expression.
#[derive(Debug, Clone, PartialEq)]
pub enum Constant {
    /// `true` or `false`.
    Boolean(bool),
    /// An integer of at most 64 bits.
    Integer(i128),
    /// A double, finite.
    Float(f64),
    /// A string.
    Text(String),
    /// A variant of an enumeration, which stands in its wrapper.
    Variant(Path, Identifier),
    /// A variant of a closed enumeration, which stands as it is.
    ClosedVariant(Path, Identifier),
}

/// What the only value of a place is in Rust; `None` where a caller gives it nevertheless.
pub(super) fn plan_constant(
    types: &Types<'_>,
    use_: Use,
    only: Option<&Literal>,
    imports: &mut Imports,
) -> Option<Constant> {
    let (id, _) = types.resolve(use_);
    match &types.get(id)?.kind {
        TypeKind::Enumeration(values) if values.extensible == Extensible::Open => None,
        TypeKind::Enumeration(_) | TypeKind::Boolean | TypeKind::String(StringFormat::Plain(_)) => {
            literal(types, use_, only?, imports)
        }
        _ => None, // a type that says less than the constant: its docs say it
    }
}

/// A scalar of a place in Rust; `None` where the place's type has no simple one, or may be null.
pub(super) fn literal(
    types: &Types<'_>,
    use_: Use,
    literal: &Literal,
    imports: &mut Imports,
) -> Option<Constant> {
    let (id, nullable) = types.resolve(use_);
    if nullable || types.foreign(id).is_some() {
        return None; // null is another value, and a type of another crate has no literals
    }
    match (&types.get(id)?.kind, literal) {
        (TypeKind::Boolean, Literal::Boolean(boolean)) => Some(Constant::Boolean(*boolean)),
        (TypeKind::Integer(format), Literal::Number(digits)) => {
            integer(*format, digits).map(Constant::Integer)
        }
        (TypeKind::Number { exact: false }, Literal::Number(digits)) => {
            let float = digits.parse().ok().filter(|float: &f64| float.is_finite());
            float.map(Constant::Float)
        }
        (TypeKind::String(StringFormat::Plain(_)), Literal::String(text)) => {
            Some(Constant::Text(text.clone()))
        }
        (TypeKind::Enumeration(values), literal) => {
            let variant = enumeration::variant_of(types, id, values, literal)?;
            let name = types.name(id)?.as_str();
            let path = imports.name(Module::Types, name);
            Some(match types.choices().is_closed(id) {
                true => Constant::ClosedVariant(path, variant),
                false => Constant::Variant(path, variant),
            })
        }
        _ => None,
    }
}

/// An integer, where its type has it; `1.0` and `1e3` are integers too.
fn integer(format: IntegerFormat, digits: &str) -> Option<i128> {
    let whole = || {
        let float: f64 = digits.parse().ok()?;
        let exact = float.fract() == 0.0 && float.abs() < 9_007_199_254_740_992.0;
        exact.then_some(float as i128)
    };
    let value: i128 = digits.parse().ok().or_else(whole)?;
    let fits = match types::integer(format)? {
        "i32" => i32::try_from(value).is_ok(),
        "u32" => u32::try_from(value).is_ok(),
        "u64" => u64::try_from(value).is_ok(),
        _ => i64::try_from(value).is_ok(),
    };
    fits.then_some(value)
}

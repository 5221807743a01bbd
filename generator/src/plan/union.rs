//! A union as an enum: its variants, and what tells each from the others.

use super::docs::Docs;
use super::scope::Scope;
use super::types::Types;
use super::{Identifier, Imports, Module, Path, RustType};
use crate::api::{self, Additional, EnumKind, Presence, StringFormat, TypeId, TypeKind, Use};
use crate::diagnostics::Sink;

/// The variant that every union has.
const RESERVED: &[&str] = &["Unknown"];

/// A union as an enum.
#[derive(Debug, Clone)]
pub struct Union {
    /// Its variants, in the document's order; no two of one type.
    pub variants: Vec<UnionVariant>,
    /// The property whose text says which variant an object is.
    pub discriminator: Option<String>,
    /// Whether a value may be several of them at once.
    pub any_of: bool,
}

/// A variant of a union.
#[derive(Debug, Clone)]
pub struct UnionVariant {
    /// Its name in Rust.
    pub name: Identifier,
    /// Its words.
    pub docs: Docs,
    /// What it holds, without a box.
    pub type_: RustType,
    /// Whether that is boxed: objects are, however large they are, so that a property more does not
    /// change the variant.
    pub boxed: bool,
    /// What tells it from the others.
    pub mark: Mark,
    /// The discriminator's text, where what it holds does not have the discriminator itself.
    pub tag: Option<String>,
}

/// What tells a variant from the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// Nothing: it may be of several kinds.
    Nothing,
    /// Nothing, and it takes everything: any JSON.
    Everything,
    /// The kind of its values: a variant of the runtime's `Kind`.
    Kind {
        /// The variant of `Kind`.
        kind: &'static str,
        /// Whether another of that kind says more, and is tried first.
        last: bool,
    },
    /// The discriminator's texts.
    Tags(Vec<String>),
    /// Its properties.
    Properties {
        /// The struct whose names they are; `None` where it declares none.
        of: Option<Path>,
        /// Those that must be there.
        required: Vec<String>,
        /// Whether it keeps properties of other names.
        keeps_others: bool,
    },
}

/// A union as an enum.
pub(super) fn plan_union(
    types: &Types<'_>,
    id: TypeId,
    union: &api::Union,
    imports: &mut Imports,
    origin: Option<&crate::diagnostics::Origin>,
    sink: &mut Sink,
) -> Union {
    for name in [
        "Decode",
        "DecodeError",
        "Encode",
        "Kind",
        "Reader",
        "Union",
        "UnknownVariant",
        "Variant",
        "Writer",
        "serde_bridge",
    ] {
        imports.name(Module::Runtime, name);
    }
    let mut scope = Scope::reserving(RESERVED);
    let mut seen: Vec<RustType> = Vec::new();
    let mut variants = Vec::new();
    for variant in &union.variants {
        let value = Use {
            nullable: false, // null belongs to the union's place
            ..variant.value
        };
        let same = types.canonical(value);
        if seen.contains(&same) {
            continue; // what is read is the same, whichever it is called
        }
        seen.push(same);
        let wished = Identifier::upper_camel(&variant.name);
        variants.push(UnionVariant {
            name: scope.claim_for(wished, &variant.name, origin, sink),
            docs: Docs {
                text: format!("`{}`.", variant.name.replace('`', "'")),
                deprecated: false,
            },
            type_: types.written(value, imports),
            boxed: types.is_boxed_variant(id, value),
            mark: mark(types, union, variant, imports),
            tag: undeclared_tag(types, union, variant),
        });
    }
    let kinds_used = variants
        .iter()
        .any(|variant| matches!(variant.mark, Mark::Kind { .. }));
    if !kinds_used {
        imports.forget("Kind");
    }
    Union {
        variants,
        discriminator: union.discriminator.clone(),
        any_of: union.any_of,
    }
}

/// The text of a discriminator that a variant's type does not declare: it would be lost.
fn undeclared_tag(types: &Types<'_>, union: &api::Union, variant: &api::Variant) -> Option<String> {
    let (discriminator, tag) = (union.discriminator.as_ref()?, variant.tags.first()?);
    let (id, _) = types.resolve(variant.value);
    let TypeKind::Object(object) = &types.get(id)?.kind else {
        return None; // a union within has its own, and a map keeps every name
    };
    let is_declared = object
        .properties
        .iter()
        .any(|property| property.name == *discriminator);
    let keeps_others = matches!(object.additional, Additional::Typed(_));
    (!is_declared && !keeps_others).then(|| tag.clone())
}

/// The name of a union's first variant, and what it holds.
pub(super) fn first_variant(union: &api::Union) -> Option<(Identifier, Use)> {
    let first = union.variants.first()?;
    let name = Scope::reserving(RESERVED).claim(Identifier::upper_camel(&first.name));
    let value = Use {
        nullable: false,
        ..first.value
    };
    Some((name, value))
}

fn mark(
    types: &Types<'_>,
    union: &api::Union,
    variant: &api::Variant,
    imports: &mut Imports,
) -> Mark {
    if union.discriminator.is_some() && !variant.tags.is_empty() {
        return Mark::Tags(variant.tags.clone());
    }
    let Some(kind) = kind(types, variant.value) else {
        return match is_any(types, variant.value) {
            true => Mark::Everything,
            false => Mark::Nothing,
        };
    };
    let is_object =
        |other: &&api::Variant| matches!(self::kind(types, other.value), None | Some("Object"));
    if kind != "Object" || union.variants.iter().filter(is_object).count() < 2 {
        let more_special = |other: &api::Variant| {
            self::kind(types, other.value) == Some(kind) && !is_general(types, other.value)
        };
        return Mark::Kind {
            kind,
            last: is_general(types, variant.value) && union.variants.iter().any(more_special),
        };
    }
    let (id, _) = types.resolve(variant.value);
    let (Some(TypeKind::Object(object)), Some(name)) =
        (types.get(id).map(|type_| &type_.kind), types.name(id))
    else {
        return Mark::Properties {
            of: None,
            required: Vec::new(),
            keeps_others: true,
        };
    };
    let required = object
        .properties
        .iter()
        .filter(|property| is_required(property));
    Mark::Properties {
        of: (!object.properties.is_empty()).then(|| imports.name(Module::Types, name.as_str())),
        required: required.map(|property| property.name.clone()).collect(),
        keeps_others: matches!(object.additional, Additional::Typed(_)),
    }
}

fn is_required(property: &api::Property) -> bool {
    property.presence == Presence::Required
}

fn is_any(types: &Types<'_>, use_: Use) -> bool {
    let (id, _) = types.resolve(use_);
    let is_any = |type_: &api::Type| type_.kind == TypeKind::Any;
    types.get(id).is_some_and(is_any) && types.foreign(id).is_none()
}

/// Whether any string, or any number, is of a type.
fn is_general(types: &Types<'_>, use_: Use) -> bool {
    let (id, _) = types.resolve(use_);
    let kind = types.get(id).map(|type_| &type_.kind);
    match kind {
        _ if types.foreign(id).is_some() => false,
        Some(TypeKind::Number { .. }) => true,
        Some(TypeKind::String(format)) => matches!(
            format,
            StringFormat::Plain(_) | StringFormat::Binary | StringFormat::Password
        ),
        _ => false,
    }
}

/// The kind of a type's values in JSON; `None` where they can be of several.
fn kind(types: &Types<'_>, use_: Use) -> Option<&'static str> {
    let (id, _) = types.resolve(use_);
    Some(match &types.get(id)?.kind {
        TypeKind::Null => "Null",
        TypeKind::Boolean => "Boolean",
        TypeKind::Integer(_) | TypeKind::Number { .. } => "Number",
        TypeKind::Enumeration(values) => match values.kind {
            EnumKind::Strings => "String",
            EnumKind::Numbers => "Number",
            EnumKind::Mixed => return None,
        },
        TypeKind::String(_) => "String",
        TypeKind::Array(_) | TypeKind::Tuple(_) => "Array",
        TypeKind::Object(_) | TypeKind::Map(_) => "Object",
        TypeKind::Any | TypeKind::Union(_) | TypeKind::Alias(_) => return None,
    })
}

//! An enumeration: what its variants are called.

use super::docs::{Docs, plan_markdown};
use super::scope::{Scope, Wish};
use super::types::Types;
use super::{Identifier, Imports, Module};
use crate::api::{self, EnumKind, Literal, TypeId};
use crate::diagnostics::{Origin, Sink};

/// An enumeration.
#[derive(Debug, Clone)]
pub struct Enumeration {
    /// Its variants, in the document's order.
    pub variants: Vec<EnumVariant>,
    /// What their names stand for: a variant of the runtime's `Wire`; `None`: strings.
    pub wire: Option<&'static str>,
    /// Whether no other value is taken, so that it is read and written itself, without a wrapper.
    pub closed: bool,
}

/// A value of an enumeration.
#[derive(Debug, Clone)]
pub struct EnumVariant {
    /// Its name in Rust.
    pub name: Identifier,
    /// Its text on the wire.
    pub value: String,
    /// Its words.
    pub docs: Docs,
}

/// An enumeration.
pub(super) fn plan_enumeration(
    types: &Types<'_>,
    id: TypeId,
    enumeration: &api::Enumeration,
    imports: &mut Imports,
    sink: &mut Sink,
    docs: &api::Docs,
) -> Enumeration {
    imports.name(Module::Runtime, "Known");
    let wire = match enumeration.kind {
        EnumKind::Strings => None,
        EnumKind::Numbers => Some("Numbers"),
        EnumKind::Mixed => Some("Values"),
    };
    if wire.is_some() {
        imports.name(Module::Runtime, "Wire");
    }
    let closed = types.choices().is_closed(id);
    if closed {
        for name in [
            "Decode",
            "DecodeError",
            "Encode",
            "Reader",
            "Writer",
            "serde_bridge",
        ] {
            imports.name(Module::Runtime, name);
        }
    }
    let names = plan_names(types, id, enumeration, docs.origin.as_ref(), sink);
    let variants = enumeration.values.iter().zip(names);
    let variants = variants.map(|(value, name)| EnumVariant {
        name,
        value: value.value.clone(),
        docs: plan_value_docs(value),
    });
    Enumeration {
        variants: variants.collect(),
        wire,
        closed,
    }
}

/// What the variants are called, in the document's order.
pub(super) fn variants(
    types: &Types<'_>,
    id: TypeId,
    enumeration: &api::Enumeration,
) -> Vec<Identifier> {
    let mut sink = Sink::new(); // nothing is said without an origin
    let names = plan_names(types, id, enumeration, None, &mut sink);
    sink.finish();
    names
}

fn plan_names(
    types: &Types<'_>,
    id: TypeId,
    enumeration: &api::Enumeration,
    origin: Option<&Origin>,
    sink: &mut Sink,
) -> Vec<Identifier> {
    let wishes = enumeration.values.iter().map(|value| {
        let chosen = types.choices().value(id, &value.value);
        Wish {
            chosen: chosen.is_some(),
            name: chosen.unwrap_or_else(|| Identifier::variant(words(value))),
            written: words(value),
            origin,
        }
    });
    let wishes: Vec<_> = wishes.collect();
    Scope::default().claim_all(&wishes, sink)
}

/// The variant of a value.
pub(super) fn variant_of(
    types: &Types<'_>,
    id: TypeId,
    enumeration: &api::Enumeration,
    value: &Literal,
) -> Option<Identifier> {
    let text = match (value, enumeration.kind) {
        (Literal::String(text), EnumKind::Mixed) => {
            serde_json::Value::from(text.as_str()).to_string()
        }
        (Literal::String(text), EnumKind::Strings) => text.clone(),
        (Literal::Number(text), EnumKind::Numbers | EnumKind::Mixed) => text.clone(),
        (Literal::Boolean(boolean), EnumKind::Mixed) => boolean.to_string(),
        _ => return None,
    };
    let mut values = enumeration.values.iter();
    let place = values.position(|known| known.value == text)?;
    variants(types, id, enumeration).into_iter().nth(place)
}

fn words(value: &api::EnumValue) -> &str {
    value.name.as_deref().unwrap_or(&value.value)
}

fn plan_value_docs(value: &api::EnumValue) -> Docs {
    let described = value.description.as_deref().map(plan_markdown);
    let mut text = described
        .filter(|text| !text.is_empty())
        .unwrap_or_else(|| code(&value.value));
    if value.deprecated {
        text = format!("**Deprecated.**\n\n{text}");
    }
    Docs {
        text,
        deprecated: value.deprecated,
    }
}

/// A value as code: `email`; one that would end the code is shown as a Rust literal in words.
fn code(value: &str) -> String {
    match value.contains('`') || value.trim().is_empty() || value.contains(char::is_control) {
        true => plan_markdown(&format!("The value {value:?}.").replace('`', "'")),
        false => format!("`{value}`."),
    }
}

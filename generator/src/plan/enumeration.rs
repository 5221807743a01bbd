//! An enumeration of strings: what its variants are called.

use super::docs::{Docs, plan_markdown};
use super::scope::Scope;
use super::{Identifier, Imports, Module};
use crate::api;
use crate::diagnostics::Sink;

/// An enumeration of strings.
#[derive(Debug, Clone)]
pub struct Enumeration {
    /// Its variants, in the document's order.
    pub variants: Vec<EnumVariant>,
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

/// An enumeration of strings.
pub(super) fn plan_enumeration(
    enumeration: &api::Enumeration,
    imports: &mut Imports,
    sink: &mut Sink,
    docs: &api::Docs,
) -> Enumeration {
    imports.name(Module::Runtime, "Known");
    let mut scope = Scope::default();
    let variants = enumeration.values.iter().map(|value| {
        let words = value.name.as_deref().unwrap_or(&value.value);
        let wished = Identifier::upper_camel(words);
        let described = value.description.as_deref().map(plan_markdown);
        EnumVariant {
            name: scope.claim_for(wished, words, docs.origin.as_ref(), sink),
            value: value.value.clone(),
            docs: Docs {
                text: described
                    .filter(|text| !text.is_empty())
                    .unwrap_or_else(|| code(&value.value)),
                deprecated: false,
            },
        }
    });
    Enumeration {
        variants: variants.collect(),
    }
}

/// A value as code: `email`; one that would end the code is shown as a Rust literal in words.
fn code(value: &str) -> String {
    match value.contains('`') || value.trim().is_empty() || value.contains(char::is_control) {
        true => plan_markdown(&format!("The value {value:?}.").replace('`', "'")),
        false => format!("`{value}`."),
    }
}

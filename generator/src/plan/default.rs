//! Defaults: methods that give a field, or what the server takes where it is not there.

use super::constant::literal;
use super::docs::plan_markdown;
use super::scope::Scope;
use super::types::Types;
use super::{Constant, Docs, Field, Imports};
use super::{Identifier, RustType};
use crate::api::{Object, TypeId};

/// A method that gives a field, or its default.
#[derive(Debug, Clone)]
pub struct DefaultMethod {
    /// Its name: `limit_or_default`.
    pub name: Identifier,
    /// The field.
    pub field: Identifier,
    /// The field's type, without `Option`.
    pub type_: RustType,
    /// The default.
    pub default: Constant,
    /// Its words.
    pub docs: Docs,
}

/// The methods of an object that replies bring; `fields` are those of its properties.
pub(super) fn plan_default_methods(
    types: &Types<'_>,
    id: TypeId,
    object: &Object,
    fields: &[Field],
    scope: &mut Scope,
    imports: &mut Imports,
) -> Vec<DefaultMethod> {
    if types.is_only_sent(id) {
        return Vec::new(); // the caller knows what it left out
    }
    let mut methods = Vec::new();
    for (property, field) in object.properties.iter().zip(fields) {
        let default = property.default.as_ref().filter(|_| !field.required);
        let default = default.and_then(|default| literal(types, property.value, default, imports));
        let Some(default) = default else {
            continue; // none, or one that documentation alone says
        };
        let words = format!(
            "`{}`, or what the server takes where it is left out.",
            field.name.as_str()
        );
        methods.push(DefaultMethod {
            name: scope.claim(field.name.suffixed("_or_default")),
            field: field.name.clone(),
            type_: field.type_.clone(),
            default,
            docs: Docs {
                text: plan_markdown(&words),
                deprecated: false,
            },
        });
    }
    methods
}

//! Unions that are none: all variants come to the same kind of values, so that nothing tells one from
//! the others.
//!
//! ```yaml
//! anyOf:
//!   - { type: string, format: ipv4 }
//!   - { type: string, format: ipv6 }
//! ```
//!
//! is a string; one of formats that are types of their own, here or by the user's choice, is not.

use std::collections::BTreeMap;

use super::Lowerer;
use super::rule::add_rules;
use crate::api::{Rule, StringFormat, TypeId, TypeKind, Types, Union, Use};
use crate::diagnostics::codes;
use crate::options::Replacement;

/// How deep lists and maps are compared.
const DEEPEST: usize = 8;

/// Formats that the user has types of their own for.
type Formats = BTreeMap<String, Replacement>;

impl Lowerer<'_, '_> {
    /// Puts the kind in the place of the unions whose variants are all of it.
    pub(super) fn settle_unions_of_one_kind(&mut self) {
        let unions = self.types.iter();
        let unions = unions.filter(|(_, type_)| matches!(type_.kind, TypeKind::Union(_)));
        for id in unions.map(|(id, _)| id).collect::<Vec<_>>() {
            self.drop_itself(id);
            self.settle(id);
        }
    }

    /// Takes out variants that lead back to their union, which say nothing.
    fn drop_itself(&mut self, id: TypeId) {
        let Some(TypeKind::Union(union)) = self.types.get(id).map(|type_| &type_.kind) else {
            return; // never: it is one
        };
        let mut others = union.variants.clone();
        others.retain(|variant| self.types.resolved(variant.value.type_) != id);
        if others.len() == union.variants.len() {
            return;
        }
        let kind = match others.as_slice() {
            [] => TypeKind::Any,
            [only] => TypeKind::Alias(only.value),
            _ => TypeKind::Union(Union {
                variants: others,
                ..union.clone()
            }),
        };
        if let Some(type_) = self.types.get_mut(id) {
            type_.kind = kind;
        }
    }

    fn settle(&mut self, id: TypeId) {
        let Some(TypeKind::Union(union)) = self.types.get(id).map(|type_| &type_.kind) else {
            return; // one variant was left
        };
        let Some(kind) = one_kind(&self.types, union, self.formats) else {
            return;
        };
        let keyword = if union.any_of { "anyOf" } else { "oneOf" };
        let (common, all) = rules(&self.types, union);
        let Some(type_) = self.types.get_mut(id) else {
            return; // never: it was found there
        };
        type_.kind = kind;
        add_rules(&mut type_.docs.rules, common);
        if let Some(origin) = type_.docs.origin.clone().filter(|_| !all) {
            self.report(codes::unsupported_keyword(&origin, keyword));
        }
    }
}

/// The kind that all variants are of.
fn one_kind(types: &Types, union: &Union, formats: &Formats) -> Option<TypeKind> {
    let (first, others) = union.variants.split_first()?;
    let mut kind = kind_of(types, first.value)?.clone();
    for other in others {
        if !is_same(types, formats, first.value, other.value, DEEPEST) {
            return None;
        }
        if *kind_of(types, other.value)? != kind && matches!(kind, TypeKind::String(_)) {
            kind = TypeKind::String(StringFormat::Plain(None)); // of several formats
        }
    }
    Some(kind)
}

fn kind_of(types: &Types, use_: Use) -> Option<&TypeKind> {
    let type_ = types.get(types.resolved(use_.type_))?;
    Some(&type_.kind)
}

/// Whether two uses come to the same: not of objects, whose names tell them apart.
fn is_same(types: &Types, formats: &Formats, one: Use, other: Use, further: usize) -> bool {
    let (Some(one), Some(other)) = (kind_of(types, one), kind_of(types, other)) else {
        return false; // never: they are the union's own
    };
    let inner = |one: Use, other: Use| match further.checked_sub(1) {
        Some(further) => {
            one.nullable == other.nullable && is_same(types, formats, one, other, further)
        }
        None => false,
    };
    match (one, other) {
        (TypeKind::String(one), TypeKind::String(other)) => {
            one == other || (is_plain(one, formats) && is_plain(other, formats))
        }
        (TypeKind::Boolean, TypeKind::Boolean) => true,
        (TypeKind::Integer(_), TypeKind::Integer(_))
        | (TypeKind::Number { .. }, TypeKind::Number { .. })
        | (TypeKind::Enumeration(_), TypeKind::Enumeration(_)) => one == other,
        (TypeKind::Array(one), TypeKind::Array(other)) => inner(one.items, other.items),
        (TypeKind::Map(one), TypeKind::Map(other)) => inner(*one, *other),
        _ => false,
    }
}

fn is_plain(format: &StringFormat, formats: &Formats) -> bool {
    match format {
        StringFormat::Plain(Some(format)) => !formats.contains_key(format),
        StringFormat::Plain(None) => true,
        _ => false,
    }
}

/// What all variants demand, and whether none demands more.
fn rules(types: &Types, union: &Union) -> (Vec<Rule>, bool) {
    let demanded = union.variants.iter().map(|variant| {
        let mut rules = Vec::new();
        for id in [variant.value.type_, types.resolved(variant.value.type_)] {
            let type_ = types.get(id);
            add_rules(
                &mut rules,
                type_.into_iter().flat_map(|type_| type_.docs.rules.clone()),
            );
        }
        rules
    });
    let demanded: Vec<Vec<Rule>> = demanded.collect();
    let mut common = demanded.first().cloned().unwrap_or_default();
    common.retain(|rule| demanded.iter().all(|rules| rules.contains(rule)));
    let all = demanded.iter().all(|rules| rules.len() == common.len());
    (common, all)
}

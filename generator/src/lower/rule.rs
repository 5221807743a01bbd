//! What schemas demand beyond types: all of it that holds in one place, whichever part says it.

use super::Lowerer;
use crate::api::{Docs, Rule, Type, TypeKind, TypeName, Use};
use crate::document::{Schema, SchemaId, is_readable_pattern};
use crate::source::Number;

impl Lowerer<'_, '_> {
    /// All that a schema demands: itself, what it refers to, and the parts of its `allOf`.
    pub(super) fn rules(&self, id: SchemaId) -> Vec<Rule> {
        let mut parts = Vec::new();
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            let known = parts.len();
            self.flatten(id, &mut parts);
            let new = parts.get(known..).unwrap_or_default();
            let others = new.iter().filter_map(|part| self.stands_for(*part));
            open.extend(others.filter(|other| !parts.contains(other)));
        }
        self.rules_of_parts(&parts)
    }

    /// What a schema demands that leaves its type to another: what stands beside the reference, and all behind it.
    pub(super) fn rules_beside(&self, id: SchemaId) -> Vec<Rule> {
        match self.stands_for(id) {
            Some(_) => self.rules(id),
            None => Vec::new(), // the type says it itself
        }
    }

    /// What schemas demand by their own keywords.
    pub(super) fn rules_of_parts(&self, parts: &[SchemaId]) -> Vec<Rule> {
        let mut rules = Vec::new();
        for part in parts {
            let schema = self.schema(*part);
            add_rules(&mut rules, own_rules(schema));
            if let Some(names) = schema.property_names {
                let names = own_rules(self.schema(names)).into_iter();
                add_rules(&mut rules, names.map(|rule| Rule::Name(Box::new(rule))));
            }
        }
        rules
    }

    /// The use of a schema at a place that has no words of its own, such as a list's items: where more is
    /// demanded there than the type itself demands, another name for the type says so.
    pub(super) fn held_use_of(&mut self, id: SchemaId, words: &[String]) -> Use {
        let use_ = self.use_of(id, words);
        if self.stands_for(id).is_none() {
            return use_; // the type is the schema's own
        }
        let mut rules = self.rules(id);
        if let Some(type_) = self.types.get(use_.type_) {
            rules.retain(|rule| !type_.docs.rules.contains(rule));
        }
        if rules.is_empty() {
            return use_;
        }
        let type_ = self.types.push(Type {
            name: TypeName::Inline(words.to_vec()),
            kind: TypeKind::Alias(use_),
            docs: Docs {
                rules,
                ..Docs::default()
            },
        });
        Use { type_, ..use_ }
    }
}

/// Adds rules that are not there yet.
pub(super) fn add_rules(rules: &mut Vec<Rule>, further: impl IntoIterator<Item = Rule>) {
    for rule in further {
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
}

/// What a schema's own keywords demand. A pattern that is no regular expression was reported.
fn own_rules(schema: &Schema) -> Vec<Rule> {
    let number = |number: &Option<Number>, rule: fn(String) -> Rule| {
        number
            .as_ref()
            .map(|number| rule(number.as_str().to_owned()))
    };
    let count = |count: Option<u64>, rule: fn(u64) -> Rule| count.map(rule);
    let least = |count: Option<u64>, rule: fn(u64) -> Rule| {
        count.filter(|count| *count > 0).map(rule) // nothing has fewer
    };
    let pattern = schema.pattern.as_ref();
    let rules = [
        least(schema.min_length, Rule::MinLength),
        count(schema.max_length, Rule::MaxLength),
        pattern
            .filter(|pattern| is_readable_pattern(pattern))
            .map(|pattern| Rule::Pattern(pattern.clone())),
        number(&schema.minimum, Rule::Minimum),
        number(&schema.exclusive_minimum, Rule::ExclusiveMinimum),
        number(&schema.maximum, Rule::Maximum),
        number(&schema.exclusive_maximum, Rule::ExclusiveMaximum),
        number(&schema.multiple_of, Rule::MultipleOf),
        least(schema.min_items, Rule::MinItems),
        count(schema.max_items, Rule::MaxItems),
        schema.unique_items.then_some(Rule::UniqueItems),
        least(schema.min_properties, Rule::MinProperties),
        count(schema.max_properties, Rule::MaxProperties),
    ];
    rules.into_iter().flatten().collect()
}

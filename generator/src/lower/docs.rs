//! The words of a node: descriptions, examples, and constraints in sentences.

use super::Lowerer;
use super::enumeration::value_words;
use super::rule::add_rules;
use super::scalar::format_words;
use super::union::Role;
use crate::api::{Docs, ExternalDocs};
use crate::document::{Schema, SchemaId};
use crate::source::{Node, Number};

/// What the words of a default begin with.
const DEFAULT: &str = "default: ";

impl Lowerer<'_, '_> {
    /// The words of a schema as a type.
    pub(super) fn schema_docs(&self, id: SchemaId) -> Docs {
        let schema = self.schema(id);
        Docs {
            summary: schema.title.clone(),
            description: schema.description.clone(),
            external_docs: schema
                .external_docs
                .as_ref()
                .map(|(url, description)| ExternalDocs {
                    url: url.clone(),
                    description: description.clone(),
                }),
            deprecated: schema.deprecated,
            examples: schema.examples.iter().map(json_text).collect(),
            constraints: self.constraints(id),
            rules: self.rules(id),
            origin: self
                .document
                .schemas
                .get(id)
                .map(|node| node.origin.clone()),
        }
    }

    /// The words of a schema's place: its own, or those of what it stands for.
    pub(super) fn place_docs(&self, id: SchemaId) -> Docs {
        let mut docs = self.schema_docs(id);
        let mut place = id;
        for _ in 0..8 {
            let Some(other) = self.stands_for(place) else {
                break;
            };
            let further = self.schema_docs(other);
            docs.description = docs.description.or(further.description);
            docs.deprecated |= further.deprecated;
            if docs.examples.is_empty() {
                docs.examples = further.examples;
            }
            add_words(&mut docs.constraints, further.constraints);
            place = other;
        }
        // a property's title mostly repeats its name
        if docs.description.is_some() {
            docs.summary = None;
        }
        docs
    }

    /// The words of a place for which several schemas hold: those of the last, and what it does not say.
    pub(super) fn place_docs_of_all(&self, ids: &[SchemaId]) -> Docs {
        let mut ids = ids.iter().rev();
        let mut docs = ids
            .next()
            .map_or_else(Docs::default, |last| self.place_docs(*last));
        for id in ids {
            let earlier = self.place_docs(*id);
            docs.description = docs.description.or(earlier.description);
            docs.summary = docs.summary.or(earlier.summary);
            docs.external_docs = docs.external_docs.or(earlier.external_docs);
            docs.deprecated |= earlier.deprecated;
            if docs.examples.is_empty() {
                docs.examples = earlier.examples;
            }
            add_words(&mut docs.constraints, earlier.constraints);
            add_rules(&mut docs.rules, earlier.rules);
        }
        if docs.description.is_some() {
            docs.summary = None;
        }
        docs
    }

    /// Constraints and defaults in words; the values that a union of constants allows among them.
    fn constraints(&self, id: SchemaId) -> Vec<String> {
        let schema = self.schema(id);
        let mut words = constraints(schema);
        if !schema.all_of.is_empty() {
            let mut parts = Vec::new();
            self.flatten(id, &mut parts);
            for part in parts.into_iter().filter(|part| *part != id) {
                add_words(&mut words, constraints(self.schema(part)));
            }
        }
        for (_, variants) in self.unions_of(id) {
            if let Role::Words = self.role(variants, &[id]) {
                let values: Vec<_> = variants
                    .iter()
                    .filter_map(|variant| value_words(self.schema(*variant))) // null has none
                    .map(|value| value.trim_start_matches("always ").to_owned())
                    .collect();
                words.push(format!("one of {}", values.join(", ")));
            }
        }
        let names = schema.property_names.map(|names| self.schema(names));
        if let Some(names) = names {
            let said = constraints(names);
            words.extend(said.iter().map(|said| format!("names: {said}")));
        }
        words
    }
}

/// Adds words that are not there yet. There is one default, the one said first.
fn add_words(words: &mut Vec<String>, further: Vec<String>) {
    let is_default = |word: &String| word.starts_with(DEFAULT);
    for more in further {
        let said = is_default(&more) && words.iter().any(is_default);
        if !said && !words.contains(&more) {
            words.push(more);
        }
    }
}

/// A text as code in CommonMark, whatever backticks it has itself.
pub(super) fn code(text: &str) -> String {
    let longest = text.split(|character| character != '`').map(str::len).max();
    match longest.unwrap_or_default() {
        0 => format!("`{text}`"),
        longest => {
            let fence = "`".repeat(longest + 1);
            format!("{fence} {text} {fence}")
        }
    }
}

/// A node as JSON text.
pub(super) fn json_text(node: &Node) -> String {
    match node {
        Node::Null => "null".to_owned(),
        Node::Boolean(boolean) => boolean.to_string(),
        Node::Number(number) => number.as_str().to_owned(),
        Node::String(text) => serde_json::Value::from(text.as_str()).to_string(),
        Node::Sequence(items) => {
            let items: Vec<_> = items.iter().map(json_text).collect();
            format!("[{}]", items.join(","))
        }
        Node::Mapping(mapping) => {
            let entries = mapping.iter().map(|(key, value)| {
                format!("{}:{}", serde_json::Value::from(key), json_text(value))
            });
            format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
        }
    }
}

/// Constraints and defaults in words.
fn constraints(schema: &Schema) -> Vec<String> {
    let mut words: Vec<_> = value_words(schema).into_iter().collect();
    words.extend(format_words(schema));
    let number = |words: &mut Vec<String>, prefix: &str, number: &Option<Number>| {
        if let Some(number) = number {
            words.push(format!("{prefix} {}", number.as_str()));
        }
    };
    number(&mut words, "at least", &schema.minimum);
    number(&mut words, "more than", &schema.exclusive_minimum);
    number(&mut words, "at most", &schema.maximum);
    number(&mut words, "less than", &schema.exclusive_maximum);
    number(&mut words, "a multiple of", &schema.multiple_of);
    let mut count = |prefix: &str, count: Option<u64>, what: &str| {
        if let Some(count) = count.filter(|count| *count > 0) {
            words.push(format!(
                "{prefix} {count} {what}{}",
                if count == 1 { "" } else { "s" }
            ));
        }
    };
    count("at least", schema.min_length, "character");
    count("at most", schema.max_length, "character");
    count("at least", schema.min_items, "item");
    count("at most", schema.max_items, "item");
    let mut properties = |prefix: &str, count: Option<u64>| {
        if let Some(count) = count.filter(|count| *count > 0) {
            let noun = if count == 1 { "property" } else { "properties" };
            words.push(format!("{prefix} {count} {noun}"));
        }
    };
    properties("at least", schema.min_properties);
    properties("at most", schema.max_properties);
    if schema.unique_items {
        words.push("no item twice".to_owned());
    }
    if let Some(pattern) = &schema.pattern {
        words.push(format!("matches {}", code(&pattern.replace('\n', " "))));
    }
    if let Some(default) = schema
        .default
        .as_ref()
        .filter(|default| **default != Node::Null)
    {
        let text = json_text(default);
        if text.len() <= 80 {
            words.push(format!("{DEFAULT}{}", code(&text)));
        }
    }
    words
}

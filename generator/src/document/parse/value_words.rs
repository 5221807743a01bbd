//! What the values of an `enum` are called and what they mean, by the extensions of several tools: lists
//! beside the values, or mappings from them.
//!
//! ```yaml
//! enum: [1, 2]
//! x-enum-varnames: [Low, High]              # or { 1: Low, 2: High }
//! x-ms-enum: { modelAsString: true, values: [{ value: 1, name: Low, description: Hardly any. }] }
//! ```

use super::Parser;
use super::fields::Fields;
use crate::diagnostics::codes;
use crate::document::Schema;
use crate::source::Node;

const NAMES: &[&str] = &[
    "x-enum-varnames",
    "x-enumNames",
    "x-enum-names",
    "x-enum-keys",
];

const DESCRIPTIONS: &[&str] = &[
    "x-enum-descriptions",
    "x-enumDescriptions",
    "x-enum-description",
];

/// Descriptions by the names of values, as swaggo has them.
const COMMENTS_BY_NAME: &str = "x-enum-comments";

impl<'n> Parser<'n, '_> {
    /// Names and descriptions of the values that were read.
    pub(super) fn read_value_words(&mut self, fields: &Fields<'n>, schema: &mut Schema) {
        let values = schema.enumeration.as_ref();
        let Some(values) = values.or(schema.extensible_enumeration.as_ref()) else {
            return; // nothing to be named
        };
        let values: Vec<_> = values.iter().map(text).collect();
        schema.enum_names = self.words(fields, NAMES, &values);
        schema.enum_descriptions = self.words(fields, DESCRIPTIONS, &values);
        if let (true, Some(Node::Mapping(comments))) = (
            schema.enum_descriptions.is_empty(),
            fields.get(COMMENTS_BY_NAME),
        ) {
            let names = schema.enum_names.iter();
            let comments = names.map(|name| comments.get(name.as_ref()?).and_then(word));
            schema.enum_descriptions = comments.collect();
        }
        if let Some(Node::Mapping(of_microsoft)) = fields.get("x-ms-enum") {
            schema.extensible |= of_microsoft.get("modelAsString") == Some(&Node::Boolean(true));
            if let Some(Node::Sequence(described)) = of_microsoft.get("values") {
                read_described(described, &values, schema);
            }
        }
    }

    /// The words of the first of several keywords that is there, in the order of the values.
    fn words(
        &mut self,
        fields: &Fields<'n>,
        keywords: &[&str],
        values: &[String],
    ) -> Vec<Option<String>> {
        for keyword in keywords {
            match fields.get(keyword) {
                Some(Node::Sequence(list)) => {
                    if list.len() != values.len() {
                        let found = match list.len() {
                            1 => "1 word".to_owned(),
                            several => format!("{several} words"),
                        };
                        let expected = format!("one for each of the {} values", values.len());
                        let origin = fields.at(keyword);
                        self.sink
                            .push(codes::invalid_value(&origin, &found, &expected));
                    }
                    return list.iter().map(word).collect();
                }
                Some(Node::Mapping(map)) => {
                    let of_value = |value: &String| map.get(value).and_then(word);
                    return values.iter().map(of_value).collect();
                }
                _ => {} // nothing there that says anything of values
            }
        }
        Vec::new()
    }
}

/// `values` of `x-ms-enum`: what stands there already stays.
fn read_described(described: &[Node], values: &[String], schema: &mut Schema) {
    schema.enum_names.resize(values.len(), None);
    schema.enum_descriptions.resize(values.len(), None);
    for entry in described {
        let Node::Mapping(entry) = entry else {
            continue; // an extension's entry that says nothing
        };
        let place = entry
            .get("value")
            .and_then(|value| values.iter().position(|known| *known == text(value)));
        let Some(place) = place else {
            continue; // a value that the schema does not list
        };
        let words = [
            ("name", &mut schema.enum_names),
            ("description", &mut schema.enum_descriptions),
        ];
        for (keyword, list) in words {
            if let Some(slot) = list.get_mut(place).filter(|slot| slot.is_none()) {
                *slot = entry.get(keyword).and_then(word);
            }
        }
    }
}

fn word(node: &Node) -> Option<String> {
    Some(text(node)).filter(|word| !word.trim().is_empty())
}

/// A scalar as the key of a mapping would be.
fn text(node: &Node) -> String {
    match node {
        Node::String(text) => text.clone(),
        Node::Number(number) => number.as_str().to_owned(),
        Node::Boolean(boolean) => boolean.to_string(),
        Node::Null | Node::Sequence(_) | Node::Mapping(_) => String::new(),
    }
}

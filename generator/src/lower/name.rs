//! What inline types are called: the words that lead to them from the nearest thing with a name.

use std::collections::HashMap;

use crate::document::component_depth;
use crate::source::{Origin, Token};

/// The names of variants that are written inline, by their place.
pub(super) type VariantNames = HashMap<Origin, String>;

/// Keys between the root of a file and what has a name there.
const SECTIONS: &[&str] = &[
    "components",
    "schemas",
    "definitions",
    "$defs",
    "parameters",
    "responses",
    "requestBodies",
    "headers",
];

/// Keys of a root that is one object, not a list of named ones.
const KEYWORDS: &[&str] = &[
    "properties",
    "patternProperties",
    "additionalProperties",
    "unevaluatedProperties",
    "items",
    "prefixItems",
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "schema",
    "content",
    "paths",
];

/// A step of a place, and the name of the variant that it leads to, where it leads to one.
struct Step<'n> {
    text: String,
    variant: Option<&'n str>,
}

/// The words for a schema in a component; `None` for one that stands elsewhere.
pub(super) fn component_words(origin: &Origin, names: &VariantNames) -> Option<Vec<String>> {
    let depth = component_depth(origin)?;
    let steps = steps(origin, names);
    let (component, inner) = steps.split_at_checked(depth)?;
    let mut words = vec![component.last()?.text.clone()];
    words.extend(inner_words(inner));
    Some(words)
}

/// The words for a schema that a reference leads to, outside of `components`: the name that stands
/// nearest, whoever asks first, so that a chain of references does not make ever longer names.
pub(super) fn referenced_words(origin: &Origin, names: &VariantNames) -> Vec<String> {
    let words = inner_words(&steps(origin, names));
    let is_name =
        |word: &String| word != "item" && word != "value" && !word.starts_with("variant ");
    let from = words.iter().rposition(is_name).unwrap_or_default();
    words.get(from..).unwrap_or_default().to_vec()
}

/// The words for a schema in another file that a reference leads to: the file's name where it is all of it, else
/// the name under which it stands there. Whether it has a name of its own, beside the words.
pub(super) fn file_words(origin: &Origin, file: &str, names: &VariantNames) -> (Vec<String>, bool) {
    let steps = steps(origin, names);
    let is_section = |step: &Step<'_>| SECTIONS.contains(&step.text.as_str());
    let mut named = steps.as_slice();
    while let [section, rest @ ..] = named
        && is_section(section)
        && !rest.is_empty()
    {
        named = rest;
    }
    match named {
        [] => (vec![file.to_owned()], true),
        [first, ..] if KEYWORDS.contains(&first.text.as_str()) => {
            let mut words = vec![file.to_owned()];
            words.extend(inner_words(named));
            (words, false)
        }
        [name, rest @ ..] => {
            let mut words = vec![name.text.clone()];
            words.extend(inner_words(rest));
            (words, rest.is_empty())
        }
    }
}

/// The words for what stands below something that has words.
fn inner_words(steps: &[Step<'_>]) -> Vec<String> {
    let mut words = Vec::new();
    let mut steps = steps.iter();
    while let Some(step) = steps.next() {
        match step.text.as_str() {
            "properties" | "patternProperties" => {
                words.extend(steps.next().map(|name| name.text.clone()));
            }
            "$defs" | "definitions" => {} // what follows has a name
            "items" => words.push("item".to_owned()),
            "additionalProperties" | "unevaluatedProperties" => words.push("value".to_owned()),
            "allOf" => drop(steps.next()), // its parts have the name of the whole
            "oneOf" | "anyOf" => words.extend(steps.next().map(variant_word)),
            "content" => drop(steps.next()), // one body, whatever its media type
            "schema" => {}
            other => words.push(other.to_owned()),
        }
    }
    words
}

fn variant_word(step: &Step<'_>) -> String {
    match step.variant {
        Some(name) => name.to_owned(),
        None => nameless_variant(step.text.parse().unwrap_or_default()),
    }
}

/// What a variant is called that nothing names: by its place in the list.
pub(super) fn nameless_variant(index: usize) -> String {
    format!("variant {}", index + 1)
}

fn steps<'n>(origin: &Origin, names: &'n VariantNames) -> Vec<Step<'n>> {
    let mut steps = Vec::new();
    let mut place = Some(origin);
    while let Some(here) = place {
        steps.extend(here.token().map(|token| Step {
            text: text(token),
            variant: names.get(here).map(String::as_str),
        }));
        place = here.parent();
    }
    steps.reverse();
    steps
}

fn text(token: &Token) -> String {
    match token {
        Token::Key(key) => key.to_string(),
        Token::Index(index) => index.to_string(),
    }
}

/// Words and one more.
pub(super) fn and(words: &[String], more: &str) -> Vec<String> {
    let mut words = words.to_vec();
    words.push(more.to_owned());
    words
}

//! Documents cut from a large one: so many of its operations, evenly from everywhere, and what they lead to.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// The methods of a path item.
const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// How many operations a document has.
pub(super) fn operations(document: &Value) -> usize {
    places(document).len()
}

/// The document with so many of its operations, or all where there are fewer, and the components that they lead to.
pub(super) fn cut(document: &Value, operations: usize) -> Value {
    let all = places(document);
    let operations = operations.min(all.len());
    let kept: BTreeSet<_> = (0..operations)
        .filter_map(|number| all.get(number * all.len() / operations.max(1)).copied())
        .collect();
    let mut cut = Map::new();
    for (name, value) in document.as_object().into_iter().flatten() {
        match name.as_str() {
            "paths" => drop(cut.insert(name.clone(), paths(value, &kept))),
            "components" | "tags" | "webhooks" | "x-webhooks" => {}
            _ => drop(cut.insert(name.clone(), value.clone())),
        }
    }
    let mut cut = Value::Object(cut);
    let components = reached(document, &cut);
    if let Value::Object(cut) = &mut cut {
        cut.insert("components".to_owned(), components);
    }
    cut
}

/// The operations: their paths and methods.
fn places(document: &Value) -> Vec<(&str, &str)> {
    let paths = document.get("paths").and_then(Value::as_object);
    let items = paths.into_iter().flatten();
    items
        .flat_map(|(path, item)| {
            let methods = METHODS.iter().filter(|method| item.get(method).is_some());
            methods.map(move |method| (path.as_str(), *method))
        })
        .collect()
}

fn paths(paths: &Value, kept: &BTreeSet<(&str, &str)>) -> Value {
    let mut left = Map::new();
    for (path, item) in paths.as_object().into_iter().flatten() {
        let mut item = item.clone();
        if let Value::Object(item) = &mut item {
            item.retain(|key, _| {
                !METHODS.contains(&key.as_str()) || kept.contains(&(path.as_str(), key.as_str()))
            });
            if METHODS.iter().any(|method| item.contains_key(*method)) {
                left.insert(path.clone(), Value::Object(std::mem::take(item)));
            }
        }
    }
    Value::Object(left)
}

/// The components that a part of a document leads to, by references and by a discriminator's mapping; and the
/// security schemes, which are led to by name.
fn reached(document: &Value, part: &Value) -> Value {
    let mut seen = BTreeSet::new();
    let mut open = Vec::new();
    names(part, &mut open);
    let mut components = Map::new();
    if let Some(schemes) = document.pointer("/components/securitySchemes") {
        components.insert("securitySchemes".to_owned(), schemes.clone());
    }
    while let Some((kind, name)) = open.pop() {
        let component = document
            .get("components")
            .and_then(|components| components.get(&kind)?.get(&name));
        let Some(component) = component else { continue };
        if seen.insert((kind.clone(), name.clone())) {
            names(component, &mut open);
            let group = components.entry(kind).or_insert_with(|| Map::new().into());
            if let Value::Object(group) = group {
                group.insert(name, component.clone());
            }
        }
    }
    Value::Object(components)
}

/// The components that something names.
fn names(value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => {
            let steps = text.strip_prefix("#/components/");
            if let Some((kind, name)) = steps.and_then(|steps| steps.split_once('/')) {
                let name = name.split('/').next().unwrap_or(name);
                found.push((kind.to_owned(), name.replace("~1", "/").replace("~0", "~")));
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        Value::Object(object) => object.values().for_each(|value| names(value, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_cut_has_what_its_operations_lead_to() {
        let document = json!({
            "openapi": "3.0.3",
            "paths": {
                "/a": { "parameters": [], "get": { "x": { "$ref": "#/components/schemas/A" } } },
                "/b": { "get": {}, "put": { "x": { "$ref": "#/components/schemas/B" } } },
                "/c": { "get": {} }
            },
            "components": { "schemas": {
                "A": { "items": { "$ref": "#/components/schemas/C" } },
                "B": {},
                "C": { "discriminator": { "mapping": { "d": "#/components/schemas/D" } } },
                "D": { "$ref": "#/components/schemas/A" }
            } }
        });
        assert_eq!(operations(&document), 4);
        let two = cut(&document, 2);
        let expected = json!({
            "openapi": "3.0.3",
            "paths": {
                "/a": { "parameters": [], "get": { "x": { "$ref": "#/components/schemas/A" } } },
                "/b": { "put": { "x": { "$ref": "#/components/schemas/B" } } }
            },
            "components": { "schemas": {
                "A": { "items": { "$ref": "#/components/schemas/C" } },
                "B": {},
                "C": { "discriminator": { "mapping": { "d": "#/components/schemas/D" } } },
                "D": { "$ref": "#/components/schemas/A" }
            } }
        });
        assert_eq!(two, expected);
        assert_eq!(cut(&document, 9).get("paths"), document.get("paths"));
    }
}

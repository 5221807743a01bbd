//! The `jsonschema` crate's word on a value: the document's own schemas, what older dialects say otherwise
//! spelled out as JSON Schema 2020-12 has it.

use clientsmith::source::{Node, Origin};
use jsonschema::paths::LocationSegment;
use jsonschema::{Registry, Validator};
use serde_json::{Value, json};

use super::form::Form;
use super::instances::json_tree;
use super::marks::note_marks;

/// What the document is called among the validator's resources.
const DOCUMENT: &str = "urn:document";

/// What is taken out of a sample, at most, to make it valid.
const REPAIRS: usize = 12;

/// The schemas of a document, in one of the forms.
pub(crate) struct Schemas {
    registry: Registry<'static>,
}

impl Schemas {
    pub(crate) fn of(root: &Node, form: Form) -> Result<Self, String> {
        let mut document = json_tree(root);
        note_marks(&mut document);
        spell_out(&mut document, form, Place::Other);
        let registry = Registry::new()
            .add(DOCUMENT, document)
            .and_then(|registry| registry.prepare());
        Ok(Self {
            registry: registry.map_err(|error| error.to_string())?,
        })
    }

    /// The validator of a schema, by its place.
    ///
    /// # Errors
    ///
    /// Where it refuses the schema.
    pub(crate) fn validator(&self, origin: &Origin) -> Result<Validator, String> {
        let pointer = percent_encoded(&origin.pointer());
        let schema = json!({ "$ref": format!("{DOCUMENT}#{pointer}") });
        let options = jsonschema::options().with_registry(&self.registry);
        options.build(&schema).map_err(|error| error.to_string())
    }
}

/// A valid value near to another: what is wrong with it is left out of it. The words of the validator
/// where that does not help.
pub(crate) fn mended(validator: &Validator, mut value: Value) -> Result<Value, String> {
    let mut first = None;
    for _ in 0..REPAIRS {
        let Some(error) = validator.iter_errors(&value).next() else {
            return Ok(value);
        };
        let said = || format!("{}: {error}", error.instance_path());
        let said: &String = first.get_or_insert_with(said);
        let place: Vec<_> = error
            .instance_path()
            .iter()
            .map(|segment| match segment {
                LocationSegment::Property(name) => Err(name.into_owned()),
                LocationSegment::Index(index) => Ok(index),
            })
            .collect();
        let missing = matches!(
            error.kind(),
            jsonschema::error::ValidationErrorKind::Required { .. }
        );
        drop(error);
        // what lacks a property is left out as a whole; so is what is wrong
        let taken = match missing && place.is_empty() {
            true => false,
            false => take_out(&mut value, &place),
        };
        if !taken {
            return Err(said.clone());
        }
    }
    match validator.is_valid(&value) {
        true => Ok(value),
        false => Err(first.unwrap_or_default()),
    }
}

fn take_out(value: &mut Value, place: &[Result<usize, String>]) -> bool {
    let Some((last, parents)) = place.split_last() else {
        return false;
    };
    let mut parent = value;
    for step in parents {
        let next = match step {
            Ok(index) => parent.get_mut(*index),
            Err(name) => parent.get_mut(name),
        };
        match next {
            Some(next) => parent = next,
            None => return false,
        }
    }
    match (last, parent) {
        (Ok(index), Value::Array(items)) if *index < items.len() => {
            items.remove(*index);
            true
        }
        (Err(name), Value::Object(object)) => object.remove(name).is_some(),
        _ => false,
    }
}

/// A pointer as the fragment of a URI (RFC 3986).
fn percent_encoded(pointer: &str) -> String {
    let mut encoded = String::new();
    for byte in pointer.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                encoded.push(char::from(byte));
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

/// What kind of thing stands at a place: below `properties` names are not keywords, and in an `example`
/// nothing is.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// Keywords.
    Other,
    /// A mapping from names.
    Names,
}

/// OpenAPI 3.0's `nullable`, Swagger's `x-nullable`, boolean exclusive bounds, and the form.
fn spell_out(node: &mut Value, form: Form, place: Place) {
    match node {
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| spell_out(item, form, Place::Other)),
        Value::Object(object) => {
            if place == Place::Names {
                object
                    .values_mut()
                    .for_each(|value| spell_out(value, form, Place::Other));
                return;
            }
            for (key, value) in object.iter_mut() {
                match key.as_str() {
                    "example" | "examples" | "default" | "enum" | "const" | "x-example" => {}
                    "properties" | "patternProperties" | "schemas" | "definitions" => {
                        spell_out(value, form, Place::Names);
                    }
                    _ => spell_out(value, form, Place::Other),
                }
            }
            exclusive_bounds(object);
            form_of(object, form);
            let says = |key: &str| object.get(key) == Some(&Value::Bool(true));
            if says("nullable") || says("x-nullable") {
                let schema = node.take();
                *node = json!({ "anyOf": [{ "type": "null" }, schema] });
            }
        }
        _ => {}
    }
}

fn exclusive_bounds(object: &mut serde_json::Map<String, Value>) {
    for (bound, exclusive) in [
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ] {
        match object.get(exclusive) {
            Some(Value::Bool(true)) => match object.remove(bound) {
                Some(value) => drop(object.insert(exclusive.to_owned(), value)),
                None => drop(object.remove(exclusive)),
            },
            Some(Value::Bool(false)) => drop(object.remove(exclusive)),
            _ => {}
        }
    }
}

/// Nothing that is no part of the form is required.
fn form_of(object: &mut serde_json::Map<String, Value>, form: Form) {
    let Some(Value::Object(properties)) = object.get("properties") else {
        return;
    };
    let marked = |property: &Value, key: &str| {
        // what is nullable has been wrapped
        let inner = property.pointer("/anyOf/1").unwrap_or(property);
        property.get(key).or(inner.get(key)) == Some(&Value::Bool(true))
    };
    let omitted: Vec<_> = properties
        .iter()
        .filter(|(_, property)| {
            form.omits_marked(marked(property, "readOnly"), marked(property, "writeOnly"))
        })
        .map(|(name, _)| Value::from(name.as_str()))
        .collect();
    if let Some(Value::Array(required)) = object.get_mut("required") {
        required.retain(|name| !omitted.contains(name));
    }
}

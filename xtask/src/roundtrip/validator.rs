//! The `jsonschema` crate's word on a value: the document's own schemas, what older dialects say otherwise
//! spelled out as JSON Schema 2020-12 has it.

use clientsmith::source::Node;
use jsonschema::{Registry, Validator};
use serde_json::{Value, json};

use super::instances::json_tree;

/// What the document is called among the validator's resources.
const DOCUMENT: &str = "urn:document";

/// The schemas of a document.
pub(super) struct Schemas {
    registry: Registry<'static>,
    place: &'static str,
}

impl Schemas {
    pub(super) fn of(root: &Node) -> Result<Self, String> {
        let mut document = json_tree(root);
        let place = match document.get("swagger") {
            Some(_) => "definitions",
            None => "components/schemas",
        };
        spell_out(&mut document);
        let registry = Registry::new()
            .add(DOCUMENT, document)
            .and_then(|registry| registry.prepare());
        Ok(Self {
            registry: registry.map_err(|error| error.to_string())?,
            place,
        })
    }

    /// The validator of a component; `None` where it refuses the schema.
    pub(super) fn validator(&self, component: &str) -> Option<Validator> {
        let component = component.replace('~', "~0").replace('/', "~1");
        let schema = json!({ "$ref": format!("{DOCUMENT}#/{}/{component}", self.place) });
        let options = jsonschema::options().with_registry(&self.registry);
        options.build(&schema).ok()
    }
}

/// OpenAPI 3.0's `nullable`, Swagger's `x-nullable` and boolean exclusive bounds.
fn spell_out(node: &mut Value) {
    match node {
        Value::Array(items) => items.iter_mut().for_each(spell_out),
        Value::Object(object) => {
            object.values_mut().for_each(spell_out);
            for (bound, exclusive) in [
                ("minimum", "exclusiveMinimum"),
                ("maximum", "exclusiveMaximum"),
            ] {
                match object.get(exclusive) {
                    Some(Value::Bool(true)) => {
                        let value = object.remove(bound).unwrap_or(Value::Null);
                        object.insert(exclusive.to_owned(), value);
                    }
                    Some(Value::Bool(false)) => drop(object.remove(exclusive)),
                    _ => {}
                }
            }
            let says = |key: &str| object.get(key) == Some(&Value::Bool(true));
            if says("nullable") || says("x-nullable") {
                let schema = node.take();
                *node = json!({ "anyOf": [{ "type": "null" }, schema] });
            }
        }
        _ => {}
    }
}

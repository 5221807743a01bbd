//! `readOnly` and `writeOnly` of a property whose schema refers to one that is marked, or has a part that is:
//! noted at the property itself. What a mark means is decided in `form.rs`.

use serde_json::Value;

/// The marks.
const MARKS: [&str; 2] = ["readOnly", "writeOnly"];

/// How deep they are looked for: deeper is a circle.
const DEPTH: usize = 8;

/// Notes the marks at every property of a document.
pub(super) fn note_marks(document: &mut Value) {
    let written = document.clone();
    note(document, &written);
}

fn note(node: &mut Value, document: &Value) {
    match node {
        Value::Array(items) => items.iter_mut().for_each(|item| note(item, document)),
        Value::Object(object) => {
            if let Some(Value::Object(properties)) = object.get_mut("properties") {
                for property in properties.values_mut() {
                    for mark in MARKS {
                        let is_marked = is_marked(property, mark, document, 0);
                        if let (true, Value::Object(property)) = (is_marked, &mut *property) {
                            property.insert(mark.to_owned(), true.into());
                        }
                    }
                }
            }
            object.values_mut().for_each(|value| note(value, document));
        }
        _ => {}
    }
}

fn is_marked(schema: &Value, mark: &str, document: &Value, depth: usize) -> bool {
    let Some(object) = schema.as_object().filter(|_| depth < DEPTH) else {
        return false;
    };
    let reference = object.get("$ref").and_then(Value::as_str);
    let target = reference
        .and_then(|reference| reference.strip_prefix('#'))
        .and_then(|pointer| document.pointer(pointer));
    let parts = object.get("allOf").and_then(Value::as_array);
    let mut others = target.into_iter().chain(parts.into_iter().flatten());
    object.get(mark) == Some(&Value::Bool(true))
        || others.any(|other| is_marked(other, mark, document, depth + 1))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn marks_of_references_and_parts_are_the_propertys() {
        let mut document = json!({
            "ids": { "a": { "$ref": "#/ids/b" }, "b": { "readOnly": true } },
            "properties": {
                "by_reference": { "$ref": "#/ids/a" },
                "by_part": { "allOf": [{ "writeOnly": true }, {}] },
                "circle": { "$ref": "#/properties/circle" },
            },
        });
        note_marks(&mut document);
        let marked = |name: &str, mark: &str| document["properties"][name].get(mark).is_some();
        assert!(marked("by_reference", "readOnly") && !marked("by_reference", "writeOnly"));
        assert!(marked("by_part", "writeOnly") && !marked("by_part", "readOnly"));
        assert!(!marked("circle", "readOnly"));
    }
}

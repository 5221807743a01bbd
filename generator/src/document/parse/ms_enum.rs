//! `x-ms-enum`: what Azure's descriptions add to an `enum`: whether it may grow, and words for its values.

use super::Parser;
use super::fields::Fields;
use crate::document::Schema;
use crate::source::Node;

impl<'n> Parser<'n, '_> {
    /// `modelAsString: true` says that there may be other values; `values` names and describes them.
    pub(super) fn read_ms_enum(&mut self, fields: &Fields<'n>, schema: &mut Schema) {
        let (Some(Node::Mapping(_)), Some(enumeration)) =
            (fields.get("x-ms-enum"), &schema.enumeration)
        else {
            return; // there is nothing to add, or nothing to add it to
        };
        let values = enumeration.clone();
        let Some(fields) = self.inner(fields, "x-ms-enum") else {
            return; // never: it is a mapping
        };
        self.read_ms_values(&fields, &values, schema);
        if self.boolean(&fields, "modelAsString").unwrap_or_default() {
            schema.extensible_enumeration = schema.enumeration.take();
        }
    }

    /// The names and descriptions, in the order of `enum`; none, unless all values have one.
    fn read_ms_values(&mut self, fields: &Fields<'n>, values: &[Node], schema: &mut Schema) {
        let mut described = Vec::new();
        for (node, origin) in self.items(fields, "values") {
            described.extend(self.fields(node, origin, "a value of an enumeration"));
        }
        let all = |keyword: &str| {
            let word = |value: &Node| {
                let of_value = |entry: &&Fields<'n>| entry.get("value") == Some(value);
                let entry = described.iter().find(of_value)?;
                match entry.get(keyword) {
                    Some(Node::String(word)) => Some(word.clone()),
                    _ => None, // not said
                }
            };
            values.iter().map(word).collect::<Option<Vec<_>>>()
        };
        if schema.enum_names.is_empty() {
            schema.enum_names = all("name").unwrap_or_default();
        }
        if schema.enum_descriptions.is_empty() {
            schema.enum_descriptions = all("description").unwrap_or_default();
        }
    }
}

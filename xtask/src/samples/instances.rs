//! Sample values of a schema: the least that it takes, the most, each branch of a union, and null where it
//! may stand. Made from the schemas as written, not from what the generator makes of them.

use clientsmith::document::{Document, Schema, SchemaId, TypeKeyword};
use clientsmith::source::Node;
use serde_json::{Map, Value, json};

use super::form::Form;
use super::scalar::{integer, number, text, untyped};
use super::unknown::{UNKNOWN_FIELD, UNKNOWN_TEXT, Unknown};

/// How deep values are made; what is deeper is left out, or the least.
pub(super) const DEPTH: usize = 6;

/// More samples than this are not made of one schema.
pub(super) const MOST: usize = 24;

/// The name of a property that `additionalProperties` allows.
const FURTHER: &str = "another name";

/// How much of a value is made.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Extent {
    /// What must be there.
    Least,
    /// All there may be.
    Most,
}

/// What a property is given that is required and not declared.
const UNDECLARED: &str = "x-undeclared";

/// Values of a schema; whether they are valid is the validator's to say.
pub(crate) fn of(document: &Document, id: SchemaId, form: Form) -> Vec<Value> {
    let maker = Maker {
        document,
        form,
        unknown: Unknown::Nothing,
    };
    let mut values = Vec::new();
    for choice in 0..maker.choices(id, 0).clamp(1, MOST) {
        for extent in [Extent::Least, Extent::Most] {
            values.extend(maker.value(id, extent, choice, 0));
        }
    }
    if maker.is_nullable(id) {
        values.push(Value::Null);
    }
    values.dedup();
    values.truncate(MOST);
    values
}

pub(super) struct Maker<'d> {
    pub(super) document: &'d Document,
    pub(super) form: Form,
    pub(super) unknown: Unknown,
}

impl Maker<'_> {
    pub(super) fn schema(&self, id: SchemaId) -> Option<&Schema> {
        self.document.schemas.get(id).map(|node| &node.schema)
    }

    /// How many different values there are to make: the branches of unions and the values of enumerations.
    pub(super) fn choices(&self, id: SchemaId, depth: usize) -> usize {
        let Some(schema) = self.schema(id).filter(|_| depth < DEPTH) else {
            return 1;
        };
        if let Some((_, target)) = schema.reference {
            return self.choices(target, depth + 1);
        }
        let variants = schema.one_of.len().max(schema.any_of.len());
        let values = schema.enumeration.as_ref().map_or(0, Vec::len);
        let parts = schema
            .all_of
            .iter()
            .map(|part| self.choices(*part, depth + 1));
        let properties = schema
            .properties
            .iter()
            .map(|(_, property)| self.choices(*property, depth + 3));
        let inside = parts.chain(properties).max().unwrap_or(1);
        variants.max(values).max(inside).max(1)
    }

    fn is_nullable(&self, id: SchemaId) -> bool {
        self.schema(id)
            .is_some_and(|schema| schema.nullable || schema.types.contains(&TypeKeyword::Null))
    }

    /// A value; `None` where none can be made.
    pub(super) fn value(
        &self,
        id: SchemaId,
        extent: Extent,
        choice: usize,
        depth: usize,
    ) -> Option<Value> {
        let told = self.told(id, extent, choice, depth)?;
        Some(told.unwrap_or(json!({"any": ["thing", 1, null]})))
    }

    /// A value; nothing inside where the schema says nothing about it.
    fn told(
        &self,
        id: SchemaId,
        extent: Extent,
        choice: usize,
        depth: usize,
    ) -> Option<Option<Value>> {
        let schema = self.schema(id)?;
        if schema.boolean == Some(false) || depth > 4 * DEPTH {
            return None;
        }
        if let Some((_, target)) = schema.reference {
            return self.told(target, extent, choice, depth + 1);
        }
        if let Some(constant) = &schema.constant {
            return Some(Some(self.unknown.listed(json_of(constant))));
        }
        if let Some(values) = &schema.enumeration {
            let value = values.get(choice % values.len().max(1)).map(json_of);
            return value.map(|value| Some(self.unknown.listed(value)));
        }
        if let Some(other) = self.other_kind(id) {
            return Some(Some(other));
        }
        let mut value = self.own_value(schema, extent, choice, depth);
        let chosen = [&schema.one_of, &schema.any_of];
        let chosen = chosen.map(|variants| variants.get(choice % variants.len().max(1)));
        for part in schema.all_of.iter().chain(chosen.into_iter().flatten()) {
            if let Some(told) = self.told(*part, extent, choice, depth + 1)? {
                merge(&mut value, told);
            }
        }
        self.name_variant(schema, choice, &mut value);
        Some(value)
    }

    /// Writes the discriminator's text of the chosen variant.
    fn name_variant(&self, schema: &Schema, choice: usize, value: &mut Option<Value>) {
        let variants = if schema.one_of.is_empty() {
            &schema.any_of
        } else {
            &schema.one_of
        };
        let (Some(discriminator), Some(Value::Object(object))) = (&schema.discriminator, value)
        else {
            return;
        };
        let Some(chosen) = variants.get(choice % variants.len().max(1)) else {
            return;
        };
        if self.unknown == Unknown::Variants {
            object.insert(discriminator.property_name.clone(), UNKNOWN_TEXT.into());
            return;
        }
        let target =
            |id: SchemaId| match self.schema(id).and_then(|schema| schema.reference.as_ref()) {
                Some((reference, target)) => (Some(reference.clone()), *target),
                None => (None, id),
            };
        let (reference, chosen) = target(*chosen);
        let mapped = discriminator
            .mapping
            .iter()
            .find(|(_, _, to)| *to == Some(chosen));
        let implicit =
            reference.and_then(|reference| reference.rsplit('/').next().map(str::to_owned));
        let known = object
            .get(&discriminator.property_name)
            .is_some_and(|text| {
                let is = |(name, _, to): &(String, String, Option<SchemaId>)| {
                    text == name && *to == Some(chosen)
                };
                discriminator.mapping.iter().any(is)
            });
        if let Some(text) = mapped
            .map(|(text, ..)| text.clone())
            .or(implicit)
            .filter(|_| !known)
        {
            object.insert(discriminator.property_name.clone(), text.into());
        }
    }

    fn own_value(
        &self,
        schema: &Schema,
        extent: Extent,
        choice: usize,
        depth: usize,
    ) -> Option<Value> {
        let is_type = |keyword: &&TypeKeyword| **keyword != TypeKeyword::Null;
        let types: Vec<_> = schema.types.iter().filter(is_type).collect();
        let type_ = types.get(choice % types.len().max(1)).copied();
        let looks_like_object = !schema.properties.is_empty()
            || schema.additional_properties.is_some()
            || !schema.pattern_properties.is_empty();
        let is_list = schema.items.is_some() || !schema.prefix_items.is_empty();
        let has_properties = !schema.required.is_empty() || schema.min_properties.is_some();
        match type_ {
            Some(TypeKeyword::Boolean) => Some(json!(extent == Extent::Most)),
            Some(TypeKeyword::Integer) => Some(integer(schema, extent)),
            Some(TypeKeyword::Number) => Some(number(schema, extent)),
            Some(TypeKeyword::String) => Some(text(schema, extent).into()),
            Some(TypeKeyword::Array) => Some(self.array(schema, extent, choice, depth)),
            Some(TypeKeyword::Object) => Some(self.object(schema, extent, choice, depth)),
            Some(TypeKeyword::Null) => Some(Value::Null),
            None if schema.types.contains(&TypeKeyword::Null) => Some(Value::Null),
            // what the other keywords are for
            None if looks_like_object => Some(self.object(schema, extent, choice, depth)),
            None if is_list => Some(self.array(schema, extent, choice, depth)),
            None if has_properties => Some(self.object(schema, extent, choice, depth)),
            None => untyped(schema, extent),
        }
    }

    /// Whether a property is no part of the form, by its schema, one that it refers to, or a part of it.
    fn omits(&self, property: SchemaId, depth: usize) -> bool {
        let Some(schema) = self.schema(property).filter(|_| depth < DEPTH) else {
            return false;
        };
        let target = schema.reference.as_ref().map(|(_, target)| *target);
        let mut others = target.into_iter().chain(schema.all_of.iter().copied());
        self.form.omits(schema) || others.any(|other| self.omits(other, depth + 1))
    }

    fn array(&self, schema: &Schema, extent: Extent, choice: usize, depth: usize) -> Value {
        let mut items = Vec::new();
        for (index, item) in schema.prefix_items.iter().enumerate() {
            items.extend(self.value(*item, extent, choice + index, depth + 1));
        }
        let least = schema.min_items.unwrap_or_default();
        let wished = match extent {
            Extent::Least => least,
            Extent::Most if depth < DEPTH => least.max(2).min(schema.max_items.unwrap_or(u64::MAX)),
            Extent::Most => least,
        };
        let wished = usize::try_from(wished).unwrap_or(0).min(50);
        if let Some(item) = schema.items {
            for index in items.len()..wished {
                items.extend(self.value(item, extent, choice + index, depth + 1));
            }
        }
        if schema.unique_items {
            items.dedup();
        }
        Value::Array(items)
    }

    fn object(&self, schema: &Schema, extent: Extent, choice: usize, depth: usize) -> Value {
        let mut object = Map::new();
        for (name, property) in &schema.properties {
            if self.omits(*property, 0) {
                continue;
            }
            let required = schema.required.contains(name);
            if required || (extent == Extent::Most && depth < DEPTH) {
                let inside = match depth < DEPTH {
                    true => extent,
                    false => Extent::Least,
                };
                if let Some(value) = self.value(*property, inside, choice, depth + 1) {
                    object.insert(name.clone(), value);
                }
            }
        }
        let declared = |name: &String| schema.properties.iter().any(|(known, _)| known == name);
        for name in schema.required.iter().filter(|name| !declared(name)) {
            object
                .entry(name.clone())
                .or_insert_with(|| json!(UNDECLARED));
        }
        if let Some(others) = schema.additional_properties
            && extent == Extent::Most
            && depth < DEPTH
            && let Some(value) = self.value(others, Extent::Most, choice, depth + 1)
        {
            object.insert(FURTHER.to_owned(), value);
        }
        let is_open = schema.additional_properties.is_none()
            && schema.pattern_properties.is_empty()
            && !schema.properties.is_empty();
        if self.unknown == Unknown::Fields && is_open {
            object.insert(UNKNOWN_FIELD.to_owned(), json!([null, { "a": 1 }]));
        }
        Value::Object(object)
    }
}

/// What two parts say of one value.
fn merge(value: &mut Option<Value>, other: Value) {
    match (value, other) {
        (Some(Value::Object(one)), Value::Object(other)) => {
            for (name, value) in other {
                if value != UNDECLARED || !one.contains_key(&name) {
                    one.insert(name, value);
                }
            }
            if one.contains_key(FURTHER) {
                one.remove(UNKNOWN_FIELD); // the other part says what further properties are
            }
        }
        (value, other) => *value = Some(other),
    }
}

fn json_of(node: &Node) -> Value {
    match node {
        Node::Null => Value::Null,
        Node::Boolean(boolean) => (*boolean).into(),
        Node::Number(number) => serde_json::from_str(number.as_str()).unwrap_or(Value::Null),
        Node::String(text) => text.clone().into(),
        Node::Sequence(items) => items.iter().map(json_of).collect(),
        Node::Mapping(mapping) => {
            let entries = mapping
                .iter()
                .map(|(key, value)| (key.to_owned(), json_of(value)));
            Value::Object(entries.collect())
        }
    }
}

/// A document's tree as the validator takes it.
pub(crate) fn json_tree(root: &Node) -> Value {
    json_of(root)
}

//! Sample values of a schema: the least that it takes, the most, each branch of a union, and null where it
//! may stand. Made from the schemas as written, not from what the generator makes of them.

use clientsmith::document::{Document, Schema, SchemaId, TypeKeyword};
use clientsmith::source::Node;
use serde_json::{Map, Value, json};

use super::form::Form;
use super::pattern;

/// How deep values are made; what is deeper is left out, or the least.
const DEPTH: usize = 6;

/// More samples than this are not made of one schema.
const MOST: usize = 24;

/// How much of a value is made.
#[derive(Clone, Copy, PartialEq)]
enum Extent {
    /// What must be there.
    Least,
    /// All there may be.
    Most,
}

/// What a sample holds that the document does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// Nothing.
    Nothing,
    /// Values of enumerations.
    Values,
    /// Texts of discriminators.
    Variants,
    /// Properties.
    Fields,
}

/// What a property is given that is required and not declared.
const UNDECLARED: &str = "x-undeclared";

/// A property that no document declares.
pub(crate) const UNKNOWN_FIELD: &str = "x-unknown-field";

/// A text that no document lists.
const UNKNOWN_TEXT: &str = "x-unknown-text";

/// A number that no document lists.
const UNKNOWN_NUMBER: i64 = 987_654;

/// A value of a schema with all there may be, and the same with what the document does not know in it;
/// `None` where there is no place for that.
pub(crate) fn with_unknown(
    document: &Document,
    id: SchemaId,
    form: Form,
    unknown: Unknown,
) -> Option<(Value, Value)> {
    let make = |unknown| {
        let maker = Maker {
            document,
            form,
            unknown,
        };
        maker.value(id, Extent::Most, 0, 0)
    };
    let (known, value) = (make(Unknown::Nothing)?, make(unknown)?);
    (known != value).then_some((known, value))
}

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

struct Maker<'d> {
    document: &'d Document,
    form: Form,
    unknown: Unknown,
}

impl Maker<'_> {
    fn schema(&self, id: SchemaId) -> Option<&Schema> {
        self.document.schemas.get(id).map(|node| &node.schema)
    }

    /// How many different values there are to make: the branches of unions and the values of enumerations.
    fn choices(&self, id: SchemaId, depth: usize) -> usize {
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
    fn value(&self, id: SchemaId, extent: Extent, choice: usize, depth: usize) -> Option<Value> {
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
            return Some(Some(self.listed(json_of(constant))));
        }
        if let Some(values) = &schema.enumeration {
            let value = values.get(choice % values.len().max(1)).map(json_of);
            return value.map(|value| Some(self.listed(value)));
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

    /// A value of an enumeration, or one that it does not list.
    fn listed(&self, value: Value) -> Value {
        match value {
            Value::String(_) if self.unknown == Unknown::Values => UNKNOWN_TEXT.into(),
            Value::Number(_) if self.unknown == Unknown::Values => UNKNOWN_NUMBER.into(),
            value => value,
        }
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
        let looks_like_object = !schema.properties.is_empty() || !schema.required.is_empty();
        match type_ {
            Some(TypeKeyword::Boolean) => Some(json!(extent == Extent::Most)),
            Some(TypeKeyword::Integer) => Some(integer(schema, extent)),
            Some(TypeKeyword::Number) => Some(number(schema, extent)),
            Some(TypeKeyword::String) => Some(text(schema, extent).into()),
            Some(TypeKeyword::Array) => Some(self.array(schema, extent, choice, depth)),
            Some(TypeKeyword::Object) => Some(self.object(schema, extent, choice, depth)),
            Some(TypeKeyword::Null) => Some(Value::Null),
            None if looks_like_object => Some(self.object(schema, extent, choice, depth)),
            None if schema.items.is_some() => Some(self.array(schema, extent, choice, depth)),
            None if schema.types.contains(&TypeKeyword::Null) => Some(Value::Null),
            None => None,
        }
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
            if self
                .schema(*property)
                .is_some_and(|property| self.form.omits(property))
            {
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
            object.insert("another name".to_owned(), value);
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
        }
        (value, other) => *value = Some(other),
    }
}

fn integer(schema: &Schema, extent: Extent) -> Value {
    let bound = |number: &Option<clientsmith::source::Number>| {
        number.as_ref().and_then(|number| number.as_i64())
    };
    let least = bound(&schema.minimum).or(bound(&schema.exclusive_minimum).map(|bound| bound + 1));
    let most = bound(&schema.maximum).or(bound(&schema.exclusive_maximum).map(|bound| bound - 1));
    let value = match extent {
        Extent::Least => least.unwrap_or_else(|| most.map_or(0, |most| most.min(0))),
        Extent::Most => most.unwrap_or_else(|| least.unwrap_or(0).max(7)),
    };
    let step = bound(&schema.multiple_of).unwrap_or(1).max(1);
    json!(value.div_euclid(step) * step)
}

fn number(schema: &Schema, extent: Extent) -> Value {
    // the registry of formats has them for numbers too
    let is_whole = matches!(schema.format.as_deref(), Some(format) if format.contains("int") || format == "long");
    match integer(schema, extent) {
        value
            if is_whole
                || extent == Extent::Least
                || schema.multiple_of.is_some()
                || schema.maximum.is_some() =>
        {
            value
        }
        value => json!(value.as_f64().unwrap_or_default() + 0.5),
    }
}

fn text(schema: &Schema, extent: Extent) -> String {
    let least = usize::try_from(schema.min_length.unwrap_or_default()).unwrap_or(0);
    let example = schema.examples.iter().chain(&schema.default);
    let mut example = example.filter_map(|node| match node {
        Node::String(text) => Some(text.to_string()),
        _ => None,
    });
    if let Some(pattern) = &schema.pattern
        && let Some(text) = pattern::matching(pattern, least).or_else(|| example.next())
    {
        return text;
    }
    let text = match schema.format.as_deref() {
        Some("date-time") => "2024-02-29T12:34:56.789Z",
        Some("date") => "2024-02-29",
        Some("time") => "12:34:56Z",
        Some("duration") => "P1DT2H",
        Some("uuid") => "99a84211-f73d-4ff8-acdf-eb3e06bb9d62",
        Some("byte") => "aGVsbG8=",
        Some("uri" | "url" | "iri" | "uri-reference") => "https://example.com/a?b=c#d",
        Some("email") => "name@example.com",
        Some("ipv4") => "192.0.2.1",
        Some("ipv6") => "2001:db8::1",
        Some("hostname") => "example.com",
        _ if extent == Extent::Least => "",
        _ => "text \u{e4}\u{1f600}\"\\\n",
    };
    let characters = text.chars().chain("padding ".chars().cycle());
    let most = usize::try_from(schema.max_length.unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
    characters
        .take(text.chars().count().max(least.min(10_000)).min(most))
        .collect()
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

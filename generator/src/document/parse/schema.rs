//! Schemas of every dialect, into the arena: normalised upwards to the shape of JSON Schema 2020-12.

use openapiv3::ReferenceOr;

use super::Parser;
use super::fields::{Fields, kind};
use crate::diagnostics::codes;
use crate::document::{
    Dialect, Discriminator, SCHEMA_PREFIX, Schema, SchemaId, SchemaNode, TypeKeyword,
    is_readable_pattern,
};
use crate::source::{FileId, Node, Number, Origin};

/// Keywords that change what a schema takes, and that nothing expresses yet.
const UNSUPPORTED: &[&str] = &[
    "if",
    "then",
    "else",
    "dependentSchemas",
    "dependentRequired",
    "dependencies",
    "contains",
    "minContains",
    "maxContains",
    "unevaluatedItems",
    "$recursiveRef",
];

/// Keywords that are read, and those that say nothing about values.
const KEYWORDS: &[&str] = &[
    "$ref",
    "$dynamicRef",
    "type",
    "nullable",
    "format",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "enum",
    "const",
    "properties",
    "patternProperties",
    "required",
    "additionalProperties",
    "unevaluatedProperties",
    "propertyNames",
    "items",
    "additionalItems",
    "prefixItems",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "discriminator",
    "title",
    "description",
    "default",
    "example",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "externalDocs",
    "xml",
    "$defs",
    "definitions",
    "$comment",
    "$id",
    "$schema",
    "$anchor",
    "$dynamicAnchor",
    "$recursiveAnchor",
    "$vocabulary",
    "id",
    "summary",
];

/// Keywords of OpenAPI 3 that Swagger 2.0 has not.
const NOT_OF_2_0: &[&str] = &[
    "nullable",
    "oneOf",
    "anyOf",
    "not",
    "writeOnly",
    "deprecated",
];

/// A schema in the shell.
pub(super) fn shell_reference(id: SchemaId) -> ReferenceOr<openapiv3::Schema> {
    ReferenceOr::Reference {
        reference: format!("{SCHEMA_PREFIX}{}", id.0),
    }
}

impl<'n> Parser<'n, '_> {
    /// The schema that stands at a place: reserved now, read later.
    pub(super) fn schema(&mut self, node: &'n Node, origin: Origin) -> SchemaId {
        if let Some(id) = self.schema_places.get(&origin) {
            return *id;
        }
        let id = self.schemas.push(SchemaNode {
            origin: origin.clone(),
            schema: Schema::default(),
        });
        self.schema_places.insert(origin.clone(), id);
        self.pending.push_back((id, node, origin));
        id
    }

    /// Reads what was reserved, and what that reserves.
    pub(super) fn pending_schemas(&mut self) {
        while let Some((id, node, origin)) = self.pending.pop_front() {
            let schema = self.read_schema(id, node, origin);
            if let Some(place) = self.schemas.get_mut(id) {
                place.schema = schema;
            }
        }
    }

    fn read_schema(&mut self, id: SchemaId, node: &'n Node, origin: Origin) -> Schema {
        if let Node::Boolean(boolean) = node {
            return Schema {
                boolean: Some(*boolean),
                ..Schema::default()
            };
        }
        let Some(fields) = self.mapping(node, origin, "a schema") else {
            return Schema::default(); // any JSON
        };
        self.check_keywords(&fields);
        let mut schema = Schema::default();
        self.read_type(&fields, &mut schema);
        self.read_values(&fields, &mut schema);
        self.read_object(&fields, &mut schema);
        self.read_array(&fields, &mut schema);
        self.read_composition(&fields, &mut schema);
        self.note_discriminator_value(id, &fields);
        self.read_bounds(&fields, &mut schema);
        self.read_words(&fields, &mut schema);
        schema
    }

    fn check_keywords(&mut self, fields: &Fields<'n>) {
        for (key, _) in fields.mapping.iter() {
            let origin = || fields.at(key);
            if UNSUPPORTED.contains(&key) {
                self.sink.push(codes::unsupported_keyword(&origin(), key));
            } else if key.starts_with("x-clientsmith-") {
                self.sink.push(codes::reserved_keyword(&origin(), key));
            } else if self.dialect == Dialect::V2_0 && NOT_OF_2_0.contains(&key) {
                self.sink.push(codes::foreign_keyword(&origin(), key));
            } else if self.dialect == Dialect::V2_0 && key == "collectionFormat" {
                // of the items of a parameter, where it is read
            } else if !KEYWORDS.contains(&key) && !key.starts_with("x-") {
                self.sink
                    .push(codes::unknown_keyword(&origin(), key, "the Schema Object"));
            }
        }
    }

    pub(super) fn read_type(&mut self, fields: &Fields<'n>, schema: &mut Schema) {
        let origin = fields.at("type");
        match fields.mapping.get("type") {
            None => {}
            Some(Node::Null) => schema.types.push(TypeKeyword::Null), // `type: null` without quotes
            Some(Node::Sequence(types)) => {
                for (index, type_) in types.iter().enumerate() {
                    self.push_type(type_, &origin.index(index), schema);
                }
            }
            Some(type_) => self.push_type(type_, &origin, schema),
        }
        let nullable = self.boolean(fields, "nullable").unwrap_or_default();
        if nullable || self.dialect == Dialect::V2_0 && self.says_x_nullable(fields) {
            match schema.types.is_empty() {
                true => schema.nullable = true,
                false if schema.types.contains(&TypeKeyword::Null) => {}
                false => schema.types.push(TypeKeyword::Null),
            }
        }
        schema.format = schema.format.take().or(self.text(fields, "format"));
        if schema.format.as_deref() == Some("int-or-string")
            && schema.types == [TypeKeyword::String]
        {
            // Kubernetes: ports and percentages
            schema.types.push(TypeKeyword::Integer);
            schema.format = None;
        }
        schema.content_encoding = self.text(fields, "contentEncoding");
        schema.content_media_type = self.text(fields, "contentMediaType");
    }

    /// What 2.0 has for `nullable`.
    fn says_x_nullable(&mut self, fields: &Fields<'n>) -> bool {
        self.boolean(fields, "x-nullable").unwrap_or_default()
    }

    fn push_type(&mut self, node: &Node, origin: &Origin, schema: &mut Schema) {
        let keyword = match node {
            Node::Null => Some(TypeKeyword::Null),
            Node::String(word) => type_keyword(word),
            other => {
                self.sink
                    .push(codes::wrong_type(origin, kind(other), "the name of a type"));
                return;
            }
        };
        match (keyword, node) {
            (Some(keyword), _) if schema.types.contains(&keyword) => {} // said twice
            (Some(keyword), _) => schema.types.push(keyword),
            (None, Node::String(word)) if word == "file" => {
                schema.types.push(TypeKeyword::String);
                schema.format = Some("binary".to_owned());
            }
            (None, Node::String(word)) if word == "any" => {} // what no type means, too
            (None, Node::String(word)) => {
                let expected = "a type of JSON Schema (any value is taken instead)";
                self.sink.push(codes::invalid_value(origin, word, expected));
            }
            (None, _) => {} // reported above
        }
    }

    pub(super) fn read_values(&mut self, fields: &Fields<'n>, schema: &mut Schema) {
        schema.enumeration = self.nodes(fields, "enum");
        schema.constant = fields.mapping.get("const").cloned();
        match fields.get("x-extensible-enum") {
            Some(Node::Boolean(extensible)) => schema.extensible = *extensible,
            _ => schema.extensible_enumeration = self.nodes(fields, "x-extensible-enum"),
        }
        self.read_value_words(fields, schema);
        schema.default = fields.mapping.get("default").cloned();
        schema
            .examples
            .extend(fields.mapping.get("example").cloned());
        match fields.get("examples") {
            Some(Node::Sequence(examples)) => schema.examples.extend(examples.iter().cloned()),
            Some(Node::Mapping(examples)) => {
                schema
                    .examples
                    .extend(examples.iter().map(|(_, example)| example.clone()));
            }
            _ => {} // one that is no list says nothing about values
        }
    }

    /// A list of any nodes; one that is no list is reported.
    fn nodes(&mut self, fields: &Fields<'n>, keyword: &str) -> Option<Vec<Node>> {
        fields.get(keyword)?;
        Some(
            self.items(fields, keyword)
                .into_iter()
                .map(|(node, _)| node.clone())
                .collect(),
        )
    }

    fn read_object(&mut self, fields: &Fields<'n>, schema: &mut Schema) {
        schema.properties = self.named(fields, "properties");
        schema.pattern_properties = self.named(fields, "patternProperties");
        // in drafts 3 and earlier a property said `required: true` of itself
        if !matches!(fields.get("required"), Some(Node::Boolean(_))) {
            for name in self.texts(fields, "required") {
                if !schema.required.contains(&name) {
                    schema.required.push(name);
                }
            }
        } else {
            let origin = fields.at("required");
            self.sink.push(codes::wrong_type(
                &origin,
                "a boolean",
                "a list of properties' names",
            ));
        }
        schema.additional_properties = self
            .one(fields, "additionalProperties")
            .or_else(|| self.one(fields, "unevaluatedProperties"));
        schema.property_names = self.one(fields, "propertyNames");
        schema.min_properties = self.natural(fields, "minProperties");
        schema.max_properties = self.natural(fields, "maxProperties");
    }

    pub(super) fn read_array(&mut self, fields: &Fields<'n>, schema: &mut Schema) {
        match fields.get("items") {
            Some(Node::Sequence(_)) => {
                schema.prefix_items = self.list(fields, "items");
                schema.items = self.one(fields, "additionalItems");
            }
            _ => {
                schema.items = self.one(fields, "items");
                schema.prefix_items = self.list(fields, "prefixItems");
            }
        }
        schema.min_items = self.natural(fields, "minItems");
        schema.max_items = self.natural(fields, "maxItems");
        schema.unique_items = self.boolean(fields, "uniqueItems").unwrap_or_default();
    }

    fn read_composition(&mut self, fields: &Fields<'n>, schema: &mut Schema) {
        schema.reference = self.reference(fields);
        schema.all_of = self.list(fields, "allOf");
        schema.any_of = self.list(fields, "anyOf");
        schema.one_of = self.list(fields, "oneOf");
        schema.not = self.one(fields, "not");
        schema.discriminator = self.discriminator(fields);
    }

    /// `$ref`, or a `$dynamicRef` that can only lead to one schema.
    fn reference(&mut self, fields: &Fields<'n>) -> Option<(String, SchemaId)> {
        let (reference, target) = match (self.text(fields, "$ref"), fields.get("$dynamicRef")) {
            (Some(reference), dynamic) => {
                if dynamic.is_some() {
                    let origin = fields.at("$dynamicRef");
                    self.sink
                        .push(codes::unsupported_keyword(&origin, "$dynamicRef"));
                }
                let target = self.target(&reference, &fields.at("$ref"));
                (reference, target)
            }
            (None, _) => {
                let reference = self.text(fields, "$dynamicRef")?;
                let target = self.dynamic_target(&reference, &fields.at("$dynamicRef"));
                (reference, target)
            }
        };
        target.map(|(node, origin)| (reference, self.schema(node, origin)))
    }

    fn discriminator(&mut self, fields: &Fields<'n>) -> Option<Discriminator> {
        if let Some(Node::String(name)) = fields.get("discriminator") {
            // as in Swagger 2.0
            return Some(Discriminator {
                property_name: name.clone(),
                mapping: Vec::new(),
            });
        }
        let fields = self.inner(fields, "discriminator")?;
        if self.dialect == Dialect::V2_0 {
            let keyword = "discriminator.propertyName";
            self.sink
                .push(codes::foreign_keyword(&fields.origin, keyword));
        }
        let property_name =
            self.required(&fields, "propertyName", "the discriminator is passed over")?;
        let mut mapping = Vec::new();
        for (value, node, origin) in self.entries(&fields, "mapping") {
            let Node::String(reference) = node else {
                self.sink
                    .push(codes::wrong_type(&origin, kind(node), "a reference"));
                continue;
            };
            let target = self
                .mapped(reference, &origin)
                .map(|(node, origin)| self.schema(node, origin));
            mapping.push((value.to_owned(), reference.clone(), target));
        }
        Some(Discriminator {
            property_name,
            mapping,
        })
    }

    /// What a value of a discriminator's `mapping` leads to: the name of a component, else a reference.
    fn mapped(&mut self, reference: &str, origin: &Origin) -> Option<(&'n Node, Origin)> {
        let name = format!("{}{reference}", self.dialect.schemas_pointer());
        let is_name = !reference.contains(['/', '#']);
        let components = Origin::root(FileId(0));
        for near in [origin, &components].into_iter().filter(|_| is_name) {
            if let Ok(found) = self.source.follow(&name, near) {
                return Some(found);
            }
        }
        match is_name && !reference.contains('.') {
            true => self.target(&name, origin),
            false => self.target(reference, origin),
        }
    }

    pub(super) fn read_bounds(&mut self, fields: &Fields<'n>, schema: &mut Schema) {
        schema.minimum = self.number(fields, "minimum");
        schema.maximum = self.number(fields, "maximum");
        // a boolean, as in 3.0, says that the bound itself is out
        match fields.get("exclusiveMinimum") {
            Some(Node::Boolean(true)) => schema.exclusive_minimum = schema.minimum.take(),
            Some(Node::Boolean(false)) => {}
            _ => schema.exclusive_minimum = self.number(fields, "exclusiveMinimum"),
        }
        match fields.get("exclusiveMaximum") {
            Some(Node::Boolean(true)) => schema.exclusive_maximum = schema.maximum.take(),
            Some(Node::Boolean(false)) => {}
            _ => schema.exclusive_maximum = self.number(fields, "exclusiveMaximum"),
        }
        schema.multiple_of = self.step(fields);
        schema.min_length = self.natural(fields, "minLength");
        schema.max_length = self.natural(fields, "maxLength");
        schema.pattern = self.text(fields, "pattern");
        let pattern = schema.pattern.iter();
        for pattern in pattern.filter(|pattern| !is_readable_pattern(pattern)) {
            let origin = fields.at("pattern");
            self.sink.push(codes::unreadable_pattern(&origin, pattern));
        }
    }

    /// `multipleOf`: a number above zero.
    fn step(&mut self, fields: &Fields<'n>) -> Option<Number> {
        let step = self.number(fields, "multipleOf")?;
        let is_step = step.as_f64().is_some_and(|step| step > 0.0);
        if !is_step {
            let expected = "a number above 0";
            self.sink.push(codes::invalid_value(
                &fields.at("multipleOf"),
                step.as_str(),
                expected,
            ));
        }
        is_step.then_some(step)
    }

    fn read_words(&mut self, fields: &Fields<'n>, schema: &mut Schema) {
        schema.title = self.text(fields, "title");
        schema.description = self.text(fields, "description");
        schema.deprecated = self.boolean(fields, "deprecated").unwrap_or_default();
        schema.read_only = self.boolean(fields, "readOnly").unwrap_or_default();
        schema.write_only = self.boolean(fields, "writeOnly").unwrap_or_default();
        schema.external_docs = self
            .external_docs(fields)
            .map(|docs| (docs.url, docs.description));
    }

    fn one(&mut self, fields: &Fields<'n>, keyword: &str) -> Option<SchemaId> {
        let node = fields.get(keyword)?;
        Some(self.schema(node, fields.at(keyword)))
    }

    fn list(&mut self, fields: &Fields<'n>, keyword: &str) -> Vec<SchemaId> {
        let items = self.items(fields, keyword);
        items
            .into_iter()
            .map(|(node, origin)| self.schema(node, origin))
            .collect()
    }

    fn named(&mut self, fields: &Fields<'n>, keyword: &str) -> Vec<(String, SchemaId)> {
        let entries = self.entries(fields, keyword);
        entries
            .into_iter()
            .map(|(name, node, origin)| (name.to_owned(), self.schema(node, origin)))
            .collect()
    }
}

fn type_keyword(word: &str) -> Option<TypeKeyword> {
    Some(match word {
        "null" => TypeKeyword::Null,
        "boolean" => TypeKeyword::Boolean,
        "integer" => TypeKeyword::Integer,
        "number" => TypeKeyword::Number,
        "string" => TypeKeyword::String,
        "array" => TypeKeyword::Array,
        "object" => TypeKeyword::Object,
        _ => return None,
    })
}

//! Schemas of every dialect, into the arena: normalised upwards to the shape of JSON Schema 2020-12.

mod bounds;
mod composition;
mod item_values;
mod keywords;
mod type_word;

use openapiv3::ReferenceOr;

use super::Parser;
use super::fields::{Fields, kind};
use crate::diagnostics::codes;
use crate::document::{Dialect, SCHEMA_PREFIX, Schema, SchemaId, SchemaNode, TypeKeyword};
use crate::source::{Node, Origin};

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
        schema.content_schema = self.one(fields, "contentSchema");
    }

    /// What 2.0 has for `nullable`.
    fn says_x_nullable(&mut self, fields: &Fields<'n>) -> bool {
        self.boolean(fields, "x-nullable").unwrap_or_default()
    }

    /// A type by a name that JSON Schema does not have.
    fn push_other_type(&mut self, word: &str, origin: &Origin, schema: &mut Schema) {
        let meant = type_word::meant(word);
        let instead = match meant {
            Some((type_, _)) => format!("it is read as `{type_}`"),
            None => "any value is taken instead".to_owned(),
        };
        let expected = format!("a type of JSON Schema ({instead})");
        self.sink
            .push(codes::invalid_value(origin, word, &expected));
        let Some((type_, format)) = meant else {
            return;
        };
        let keyword = type_word::type_keyword(type_).filter(|it| !schema.types.contains(it));
        schema.types.extend(keyword);
        if schema.format.is_none() {
            schema.format = format.map(str::to_owned);
        }
    }

    fn push_type(&mut self, node: &Node, origin: &Origin, schema: &mut Schema) {
        let keyword = match node {
            Node::Null => Some(TypeKeyword::Null),
            Node::String(word) => type_word::type_keyword(word),
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
            (None, Node::String(word)) => self.push_other_type(word, origin, schema),
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

//! A schema as written, normalised upwards to the shape of JSON Schema 2020-12.
//!
//! ```yaml
//! type: string        # 3.0
//! nullable: true
//! ```
//!
//! is held as `types: [String, Null]`; a boolean `exclusiveMinimum` becomes a number. Nothing is
//! resolved or merged here.

use crate::source::{Node, Number, Origin};

/// A schema's index in its [`Arena`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaId(pub u32);

/// Every schema of a document, in the document's order.
#[derive(Debug, Default)]
pub struct Arena {
    schemas: Vec<SchemaNode>,
}

/// A schema and where it stands.
#[derive(Debug)]
pub struct SchemaNode {
    /// Where it stands in the document as the user wrote it.
    pub origin: Origin,
    /// What stands there.
    pub schema: Schema,
}

/// What may stand in a schema's place. Absent keywords are `None` or empty.
#[derive(Debug, Default)]
pub struct Schema {
    /// `$ref`, with the schema it leads to; other keywords may stand beside it.
    pub reference: Option<(String, SchemaId)>,
    /// A boolean schema: `true` or `false`; nothing else is set then.
    pub boolean: Option<bool>,
    /// `type`, as a list; `nullable: true` adds null. Empty: not said.
    pub types: Vec<TypeKeyword>,
    /// `nullable: true` where no `type` stands beside it (beside `$ref`, `allOf`, `enum`, …).
    pub nullable: bool,
    /// `format`.
    pub format: Option<String>,
    /// `contentEncoding`.
    pub content_encoding: Option<String>,
    /// `contentMediaType`.
    pub content_media_type: Option<String>,
    /// `contentSchema`.
    pub content_schema: Option<SchemaId>,
    /// `enum`.
    pub enumeration: Option<Vec<Node>>,
    /// `const`.
    pub constant: Option<Node>,
    /// `x-extensible-enum`.
    pub extensible_enumeration: Option<Vec<Node>>,
    /// What the values are called, in their order (`x-enum-varnames` and its like).
    pub enum_names: Vec<Option<String>>,
    /// What the values mean, in their order (`x-enum-descriptions` and its like).
    pub enum_descriptions: Vec<Option<String>>,
    /// Whether other values may be written (`x-extensible-enum: true`, `x-ms-enum.modelAsString`).
    pub extensible: bool,
    /// `properties`, in order.
    pub properties: Vec<(String, SchemaId)>,
    /// `patternProperties`.
    pub pattern_properties: Vec<(String, SchemaId)>,
    /// `required`, each name once.
    pub required: Vec<String>,
    /// `additionalProperties` (or `unevaluatedProperties` where it stands alone).
    pub additional_properties: Option<SchemaId>,
    /// `propertyNames`.
    pub property_names: Option<SchemaId>,
    /// `items`.
    pub items: Option<SchemaId>,
    /// `prefixItems` (or a list of `items` of an older draft).
    pub prefix_items: Vec<SchemaId>,
    /// `allOf`.
    pub all_of: Vec<SchemaId>,
    /// `anyOf`.
    pub any_of: Vec<SchemaId>,
    /// `oneOf`.
    pub one_of: Vec<SchemaId>,
    /// `not`.
    pub not: Option<SchemaId>,
    /// `discriminator`.
    pub discriminator: Option<Discriminator>,
    /// `title`.
    pub title: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `default`.
    pub default: Option<Node>,
    /// `example` and `examples`.
    pub examples: Vec<Node>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`.
    pub write_only: bool,
    /// `minimum`.
    pub minimum: Option<Number>,
    /// `maximum`.
    pub maximum: Option<Number>,
    /// `exclusiveMinimum`, as a number.
    pub exclusive_minimum: Option<Number>,
    /// `exclusiveMaximum`, as a number.
    pub exclusive_maximum: Option<Number>,
    /// `multipleOf`.
    pub multiple_of: Option<Number>,
    /// `minLength`.
    pub min_length: Option<u64>,
    /// `maxLength`.
    pub max_length: Option<u64>,
    /// `pattern` (ECMA 262).
    pub pattern: Option<String>,
    /// `minItems`.
    pub min_items: Option<u64>,
    /// `maxItems`.
    pub max_items: Option<u64>,
    /// `uniqueItems`.
    pub unique_items: bool,
    /// `minProperties`.
    pub min_properties: Option<u64>,
    /// `maxProperties`.
    pub max_properties: Option<u64>,
    /// `externalDocs`: its URL and description.
    pub external_docs: Option<(String, Option<String>)>,
}

/// `discriminator`.
#[derive(Debug)]
pub struct Discriminator {
    /// `propertyName`.
    pub property_name: String,
    /// `mapping`, in order: the value, the reference as written, and the schema that it leads to.
    pub mapping: Vec<(String, String, Option<SchemaId>)>,
}

/// A value of `type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TypeKeyword {
    /// `null`.
    Null,
    /// `boolean`.
    Boolean,
    /// `integer`.
    Integer,
    /// `number`.
    Number,
    /// `string`.
    String,
    /// `array`.
    Array,
    /// `object`.
    Object,
}

impl Arena {
    /// Every index there is.
    pub fn ids(&self) -> impl Iterator<Item = SchemaId> + use<> {
        let count = u32::try_from(self.schemas.len()).unwrap_or(u32::MAX);
        (0..count).map(SchemaId)
    }

    /// Every schema, in the document's order.
    pub fn iter(&self) -> impl Iterator<Item = &SchemaNode> {
        self.schemas.iter()
    }

    /// Adds a schema.
    pub fn push(&mut self, node: SchemaNode) -> SchemaId {
        let id = SchemaId(u32::try_from(self.schemas.len()).unwrap_or(u32::MAX));
        self.schemas.push(node);
        id
    }

    /// A schema by its index; `None` only for an index of another arena.
    pub fn get(&self, id: SchemaId) -> Option<&SchemaNode> {
        self.schemas.get(id.0 as usize)
    }

    /// A schema to be completed, for recursion.
    pub fn get_mut(&mut self, id: SchemaId) -> Option<&mut SchemaNode> {
        self.schemas.get_mut(id.0 as usize)
    }

    /// How many schemas there are.
    pub fn len(&self) -> usize {
        self.schemas.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.schemas.is_empty()
    }
}

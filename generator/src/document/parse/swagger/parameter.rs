//! Parameters: which of them are the body, and those that are not, with their type in themselves.

use openapiv3::{
    CookieStyle, HeaderStyle, Parameter, ParameterData, ParameterSchemaOrContent, PathStyle,
    QueryStyle, ReferenceOr,
};

use super::super::Parser;
use super::super::fields::Fields;
use super::super::parameter::json;
use super::super::reference::shell_key;
use super::super::schema::shell_reference;
use crate::diagnostics::codes;
use crate::document::{SEGMENTS, Schema, SchemaId, SchemaNode, TypeKeyword};
use crate::source::{Mapping, Node, Origin};

/// Keywords of a parameter that is not `in: body`.
pub(super) const KEYWORDS: &[&str] = &[
    "name",
    "in",
    "description",
    "required",
    "allowEmptyValue",
    "type",
    "format",
    "items",
    "collectionFormat",
    "default",
    "enum",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "multipleOf",
];

/// Keywords of OpenAPI 3 that are read as they are meant there.
pub(super) const FOREIGN: &[&str] = &[
    "schema",
    "example",
    "deprecated",
    "style",
    "explode",
    "nullable",
];

/// What a list of parameters comes down to.
#[derive(Default)]
pub(super) struct Parameters<'n> {
    /// Those of path, query and header.
    pub(super) others: Vec<ReferenceOr<Parameter>>,
    /// Those that are the body, or a part of it, in the list's order.
    pub(super) bodies: Vec<BodyParameter<'n>>,
}

/// A parameter that is the body, or a part of it.
#[derive(Clone)]
pub(super) struct BodyParameter<'n> {
    /// What stands there.
    pub(super) mapping: &'n Mapping,
    /// Where it stands, references followed.
    pub(super) origin: Origin,
    /// `name`.
    pub(super) name: String,
    /// Whether it is one field of a form.
    pub(super) is_field: bool,
    /// Whether a reference leads to it.
    pub(super) referenced: bool,
}

/// How the items of a list are written one after the other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum CollectionFormat {
    /// With commas between them.
    Csv,
    /// With spaces between them.
    Ssv,
    /// With bars between them.
    Pipes,
    /// Each under the name of all.
    Multi,
}

impl<'n> Parser<'n, '_> {
    /// The parameters of an operation or a path item.
    pub(super) fn swagger_parameters(&mut self, owner: &Fields<'n>) -> Parameters<'n> {
        let list = owner.at("parameters");
        let mut parameters = Parameters::default();
        for (node, written) in self.items(owner, "parameters") {
            let Some(followed) = self.followed(node, written.clone(), "a parameter") else {
                continue; // it was reported
            };
            let (fields, referenced) = (followed.fields, followed.key.is_some());
            let location = fields.text_or_empty("in");
            if ["body", "formData"].contains(&location.as_str()) {
                let is_field = location == "formData";
                parameters
                    .bodies
                    .extend(self.body_parameter(&fields, is_field, referenced));
            } else if let Some(parameter) = self.head_parameter(&fields, referenced) {
                self.places
                    .note(list.index(parameters.others.len()), written);
                parameters.others.push(parameter);
            }
        }
        parameters
    }

    fn body_parameter(
        &mut self,
        fields: &Fields<'n>,
        is_field: bool,
        referenced: bool,
    ) -> Option<BodyParameter<'n>> {
        let name = match is_field {
            true => self.required(fields, "name", "the parameter is left out")?,
            false => self.text(fields, "name").unwrap_or_default(), // of no use
        };
        Some(BodyParameter {
            mapping: fields.mapping,
            origin: fields.origin.clone(),
            name,
            is_field,
            referenced,
        })
    }

    fn head_parameter(
        &mut self,
        fields: &Fields<'n>,
        referenced: bool,
    ) -> Option<ReferenceOr<Parameter>> {
        if !referenced {
            return self.swagger_parameter(fields).map(ReferenceOr::Item);
        }
        let key = shell_key(&fields.origin);
        if !self.targets.parameters.contains_key(&key) {
            let parameter = self.swagger_parameter(fields)?;
            let origin = fields.origin.clone();
            self.targets
                .parameters
                .insert(key.clone(), (parameter, origin));
        }
        Some(ReferenceOr::Reference { reference: key })
    }

    /// A parameter of path, query or header.
    fn swagger_parameter(&mut self, fields: &Fields<'n>) -> Option<Parameter> {
        self.known_in_swagger(fields, "the Parameter Object", KEYWORDS, FOREIGN);
        let location = self.required(fields, "in", "the parameter is left out")?;
        let name = self.required(fields, "name", "the parameter is left out")?;
        let (id, is_list) = self.inline_schema(fields);
        let mut parameter_data = ParameterData {
            name,
            description: self.text(fields, "description"),
            required: self.boolean(fields, "required").unwrap_or_default(),
            deprecated: self.deprecated(fields),
            format: ParameterSchemaOrContent::Schema(shell_reference(id)),
            example: fields.get("x-example").or(fields.get("example")).map(json),
            examples: indexmap::IndexMap::default(),
            explode: self.boolean(fields, "explode"),
            extensions: indexmap::IndexMap::default(),
        };
        let query = location == "query";
        let format = is_list.then(|| self.collection_format(fields, query));
        let own_style = self.text(fields, "style");
        let as_is = self.is_sent_as_is(fields);
        if as_is && location == "path" {
            let extensions = &mut parameter_data.extensions;
            extensions.insert(SEGMENTS.to_owned(), true.into());
        }
        Some(match location.as_str() {
            "query" => {
                let (mut style, explode) = query_style(format.unwrap_or(CollectionFormat::Csv));
                if let Some(own) = own_style {
                    style = self.query_style(fields, Some(&own));
                } else if is_list && parameter_data.explode.is_none() {
                    parameter_data.explode = Some(explode);
                }
                Parameter::Query {
                    parameter_data,
                    allow_reserved: as_is,
                    style,
                    allow_empty_value: self.boolean(fields, "allowEmptyValue"),
                }
            }
            "path" => Parameter::Path {
                parameter_data,
                style: PathStyle::Simple,
            },
            "header" => Parameter::Header {
                parameter_data,
                style: HeaderStyle::Simple,
            },
            "cookie" => {
                self.sink
                    .push(codes::foreign_keyword(&fields.at("in"), "in: cookie"));
                Parameter::Cookie {
                    parameter_data,
                    style: CookieStyle::Form,
                }
            }
            other => {
                let expected = "one of `path`, `query`, `header`, `body` and `formData`";
                self.sink
                    .push(codes::invalid_value(&fields.at("in"), other, expected));
                return None;
            }
        })
    }

    /// `x-deprecated`, or `deprecated` as in OpenAPI 3.
    pub(super) fn deprecated(&mut self, fields: &Fields<'n>) -> Option<bool> {
        self.boolean(fields, "deprecated")
            .or_else(|| self.boolean(fields, "x-deprecated"))
    }

    /// `collectionFormat` of a list; what has no counterpart is reported.
    pub(super) fn collection_format(
        &mut self,
        fields: &Fields<'n>,
        delimiters: bool,
    ) -> CollectionFormat {
        let Some(written) = self.text(fields, "collectionFormat") else {
            return CollectionFormat::Csv;
        };
        match written.as_str() {
            "csv" => CollectionFormat::Csv,
            "ssv" if delimiters => CollectionFormat::Ssv,
            "pipes" if delimiters => CollectionFormat::Pipes,
            "multi" if delimiters => CollectionFormat::Multi,
            "tsv" | "ssv" | "pipes" => {
                let keyword = format!("collectionFormat: {written}"); // OpenAPI 3 has nothing like it here
                let origin = fields.at("collectionFormat");
                self.sink
                    .push(codes::unsupported_keyword(&origin, &keyword));
                CollectionFormat::Csv
            }
            other => {
                let expected = match delimiters {
                    true => "one of `csv`, `ssv`, `tsv`, `pipes` and `multi`",
                    false => "one of `csv`, `ssv`, `tsv` and `pipes`",
                };
                let origin = fields.at("collectionFormat");
                self.sink
                    .push(codes::invalid_value(&origin, other, expected));
                CollectionFormat::Csv
            }
        }
    }

    /// The schema that a parameter or header has in itself (or under `schema`, as in OpenAPI 3), and
    /// whether it is one of lists.
    pub(super) fn inline_schema(&mut self, fields: &Fields<'n>) -> (SchemaId, bool) {
        if let Some(node) = fields.get("schema") {
            let id = self.schema(node, fields.at("schema"));
            let is_list = matches!(node, Node::Mapping(schema)
                if schema.get("type") == Some(&Node::String("array".to_owned())));
            return (id, is_list);
        }
        if let Some(id) = self.schema_places.get(&fields.origin) {
            let schema = self.schemas.get(*id).map(|node| &node.schema);
            return (*id, schema.is_some_and(is_list));
        }
        if fields.get("type").is_none() && fields.get("enum").is_none() {
            self.sink.push(codes::missing_keyword(
                &fields.origin,
                "type",
                "any value is taken",
            ));
        }
        let mut schema = Schema::default();
        self.read_type(fields, &mut schema);
        self.read_values(fields, &mut schema);
        self.read_array(fields, &mut schema);
        self.read_bounds(fields, &mut schema);
        self.report_inner_format(fields);
        let is_list = is_list(&schema);
        let origin = fields.origin.clone();
        let id = self.schemas.push(SchemaNode {
            origin: origin.clone(),
            schema,
        });
        self.schema_places.insert(origin, id);
        (id, is_list)
    }

    /// How a list in a list is written is not expressed.
    fn report_inner_format(&mut self, fields: &Fields<'n>) {
        if let Some(Node::Mapping(items)) = fields.get("items") {
            let items = Fields::new(items, fields.at("items"));
            let keyword = "collectionFormat";
            if items.text_or_empty("type") == "array" && items.get(keyword).is_some() {
                self.sink
                    .push(codes::unsupported_keyword(&items.at(keyword), keyword));
            }
        }
    }
}

/// A style of the query, and its `explode`.
pub(super) fn query_style(format: CollectionFormat) -> (QueryStyle, bool) {
    match format {
        CollectionFormat::Csv => (QueryStyle::Form, false),
        CollectionFormat::Ssv => (QueryStyle::SpaceDelimited, false),
        CollectionFormat::Pipes => (QueryStyle::PipeDelimited, false),
        CollectionFormat::Multi => (QueryStyle::Form, true),
    }
}

fn is_list(schema: &Schema) -> bool {
    schema.types.contains(&TypeKeyword::Array)
}

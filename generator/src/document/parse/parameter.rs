//! Parameters: where they go, how they are written, what they hold.

use indexmap::IndexMap;
use openapiv3::{
    CookieStyle, HeaderStyle, MediaType, Parameter, ParameterData, ParameterSchemaOrContent,
    PathStyle, QueryStyle, ReferenceOr,
};

use super::Parser;
use super::fields::Fields;
use super::schema::shell_reference;
use crate::diagnostics::codes;
use crate::document::{ALLOW_RESERVED, COOKIE_STYLE, QUERYSTRING, SEGMENTS};
use crate::source::{Node, Origin};

const KEYWORDS: &[&str] = &[
    "name",
    "in",
    "description",
    "required",
    "deprecated",
    "allowEmptyValue",
    "style",
    "explode",
    "allowReserved",
    "schema",
    "example",
    "examples",
    "content",
];

impl<'n> Parser<'n, '_> {
    /// The parameters of an operation or a path item.
    pub(super) fn parameters(&mut self, fields: &Fields<'n>) -> Vec<ReferenceOr<Parameter>> {
        let list = fields.at("parameters");
        let mut parameters = Vec::new();
        for (node, origin) in self.items(fields, "parameters") {
            if let Some(parameter) = self.parameter_or_reference(node, origin.clone()) {
                self.places.note(list.index(parameters.len()), origin);
                parameters.push(parameter);
            }
        }
        parameters
    }

    fn parameter_or_reference(
        &mut self,
        node: &'n Node,
        origin: Origin,
    ) -> Option<ReferenceOr<Parameter>> {
        let followed = self.followed(node, origin, "a parameter")?;
        let Some(key) = followed.key else {
            return self.parameter(&followed.fields).map(ReferenceOr::Item);
        };
        if !self.targets.parameters.contains_key(&key) {
            let mut parameter = self.parameter(&followed.fields)?;
            if followed.description.is_some() {
                data_mut(&mut parameter).description = followed.description;
            }
            let target = (parameter, followed.fields.origin);
            self.targets.parameters.insert(key.clone(), target);
        }
        Some(ReferenceOr::Reference { reference: key })
    }

    /// `x-ms-skip-url-encoding`, with which Azure's descriptions say that a value goes as it is; a path's value is several
    /// segments then.
    pub(super) fn is_sent_as_is(&mut self, fields: &Fields<'n>) -> bool {
        self.boolean(fields, "x-ms-skip-url-encoding")
            .unwrap_or_default()
    }

    fn parameter(&mut self, fields: &Fields<'n>) -> Option<Parameter> {
        self.known(fields, "the Parameter Object", KEYWORDS);
        let location = self.required(fields, "in", "the parameter is left out")?;
        let name = match location.as_str() {
            "querystring" => self.text(fields, "name").unwrap_or(location.clone()),
            _ => self.required(fields, "name", "the parameter is left out")?,
        };
        let mut parameter_data = self.parameter_data(fields, name);
        let style = self.text(fields, "style");
        let style = style.as_deref();
        let reserved = self.boolean(fields, "allowReserved").unwrap_or_default();
        let extensions = &mut parameter_data.extensions;
        if reserved && location != "query" {
            extensions.insert(ALLOW_RESERVED.to_owned(), true.into());
        }
        let as_is = self.is_sent_as_is(fields);
        if as_is && location == "path" {
            extensions.insert(SEGMENTS.to_owned(), true.into());
        }
        Some(match location.as_str() {
            "query" => Parameter::Query {
                parameter_data,
                allow_reserved: reserved || as_is,
                style: self.query_style(fields, style),
                allow_empty_value: self.boolean(fields, "allowEmptyValue"),
            },
            "querystring" => {
                parameter_data
                    .extensions
                    .insert(QUERYSTRING.to_owned(), true.into());
                Parameter::Query {
                    parameter_data,
                    allow_reserved: false,
                    style: QueryStyle::Form,
                    allow_empty_value: None,
                }
            }
            "path" => Parameter::Path {
                parameter_data,
                style: self.path_style(fields, style),
            },
            "header" => {
                self.only_style(fields, style, "simple");
                Parameter::Header {
                    parameter_data,
                    style: HeaderStyle::Simple,
                }
            }
            "cookie" => {
                if style == Some("cookie") {
                    parameter_data
                        .extensions
                        .insert(COOKIE_STYLE.to_owned(), true.into());
                } else {
                    self.only_style(fields, style, "form");
                }
                Parameter::Cookie {
                    parameter_data,
                    style: CookieStyle::Form,
                }
            }
            other => {
                let expected = "one of `query`, `querystring`, `path`, `header` and `cookie`";
                self.sink
                    .push(codes::invalid_value(&fields.at("in"), other, expected));
                return None;
            }
        })
    }

    /// A text that must be there.
    pub(super) fn required(
        &mut self,
        fields: &Fields<'n>,
        keyword: &str,
        instead: &str,
    ) -> Option<String> {
        let text = self.text(fields, keyword);
        if fields.get(keyword).is_none() {
            self.sink
                .push(codes::missing_keyword(&fields.origin, keyword, instead));
        }
        text
    }

    fn parameter_data(&mut self, fields: &Fields<'n>, name: String) -> ParameterData {
        ParameterData {
            name,
            description: self.text(fields, "description"),
            required: self.boolean(fields, "required").unwrap_or_default(),
            deprecated: self.boolean(fields, "deprecated"),
            format: self.schema_or_content(fields),
            example: fields.get("example").map(json),
            examples: self.examples(fields),
            explode: self.boolean(fields, "explode"),
            extensions: IndexMap::default(),
        }
    }

    /// `schema` or `content`; a parameter or header without either holds any JSON.
    pub(super) fn schema_or_content(&mut self, fields: &Fields<'n>) -> ParameterSchemaOrContent {
        let mut content = self.content(fields);
        if let Some((name, media_type)) = content.pop()
            && fields.get("schema").is_none()
        {
            let only: IndexMap<String, MediaType> = [(name, media_type)].into_iter().collect();
            return ParameterSchemaOrContent::Content(only);
        }
        let id = match fields.get("schema") {
            Some(node) => self.schema(node, fields.at("schema")),
            None => {
                self.sink.push(codes::missing_keyword(
                    &fields.origin,
                    "schema",
                    "any value is taken",
                ));
                self.schema(&Node::Boolean(true), fields.at("schema"))
            }
        };
        ParameterSchemaOrContent::Schema(shell_reference(id))
    }

    pub(super) fn query_style(&mut self, fields: &Fields<'n>, style: Option<&str>) -> QueryStyle {
        match style {
            None | Some("form") => QueryStyle::Form,
            Some("spaceDelimited") => QueryStyle::SpaceDelimited,
            Some("pipeDelimited") => QueryStyle::PipeDelimited,
            Some("deepObject") => QueryStyle::DeepObject,
            Some(other) => {
                self.sink.push(codes::invalid_value(
                    &fields.at("style"),
                    other,
                    "a style of the query",
                ));
                QueryStyle::Form
            }
        }
    }

    fn path_style(&mut self, fields: &Fields<'n>, style: Option<&str>) -> PathStyle {
        match style {
            None | Some("simple") => PathStyle::Simple,
            Some("matrix") => PathStyle::Matrix,
            Some("label") => PathStyle::Label,
            Some(other) => {
                self.sink.push(codes::invalid_value(
                    &fields.at("style"),
                    other,
                    "a style of the path",
                ));
                PathStyle::Simple
            }
        }
    }

    fn only_style(&mut self, fields: &Fields<'n>, style: Option<&str>, only: &str) {
        if let Some(style) = style
            && style != only
        {
            let expected = format!("the style `{only}`");
            self.sink
                .push(codes::invalid_value(&fields.at("style"), style, &expected));
        }
    }
}

fn data_mut(parameter: &mut Parameter) -> &mut ParameterData {
    match parameter {
        Parameter::Query { parameter_data, .. }
        | Parameter::Header { parameter_data, .. }
        | Parameter::Path { parameter_data, .. }
        | Parameter::Cookie { parameter_data, .. } => parameter_data,
    }
}

/// A node as JSON, for examples in the shell.
pub(super) fn json(node: &Node) -> serde_json::Value {
    match node {
        Node::Null => serde_json::Value::Null,
        Node::Boolean(boolean) => (*boolean).into(),
        Node::Number(number) => match number.as_str().parse::<serde_json::Number>() {
            Ok(number) => serde_json::Value::Number(number),
            Err(_) => number.as_str().into(), // a number that JSON cannot write: `.inf`
        },
        Node::String(text) => text.as_str().into(),
        Node::Sequence(items) => items.iter().map(json).collect(),
        Node::Mapping(mapping) => {
            let entries = mapping
                .iter()
                .map(|(key, value)| (key.to_owned(), json(value)));
            serde_json::Value::Object(entries.collect())
        }
    }
}

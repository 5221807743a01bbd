//! Responses: one schema, in each media type that the operation produces.

use indexmap::IndexMap;
use openapiv3::{MediaType, ReferenceOr, Response, Responses};

use super::super::Parser;
use super::super::fields::Fields;
use super::super::parameter::json;
use super::super::schema::shell_reference;
use super::media_type::{content, essence, holds_values, is_json};
use crate::diagnostics::codes;
use crate::document::schema_component;
use crate::source::{Mapping, Node, Origin};

impl<'n> Parser<'n, '_> {
    /// What an operation answers.
    pub(super) fn swagger_responses(&mut self, operation: &Fields<'n>) -> Responses {
        let produces = self.produces(operation);
        self.by_status(operation, |parser, node, origin| {
            parser.response_in(&produces, node, origin)
        })
    }

    fn response_in(
        &mut self,
        produces: &[String],
        node: &'n Node,
        origin: Origin,
    ) -> Option<ReferenceOr<Response>> {
        if *node == Node::Null {
            return Some(ReferenceOr::Item(Response::default())); // `204:` with nothing behind it
        }
        let place = origin.key("$ref");
        let followed = self.followed(node, origin, "a response")?;
        let Some(key) = followed.key else {
            let response = self.swagger_response(&followed.fields, produces);
            return Some(ReferenceOr::Item(response));
        };
        if schema_component(&followed.fields.origin).is_some() {
            self.sink
                .push(codes::wrong_type(&place, "a schema", "a response"));
            let (node, origin) = (followed.node, followed.fields.origin);
            let response = Response {
                content: self.content_of(node, origin, produces, None),
                ..Response::default()
            };
            return Some(ReferenceOr::Item(response)); // what is meant is plain
        }
        // one response is several, where operations produce different media types
        let key = format!("{key} {}", produces.join(" "));
        if !self.targets.responses.contains_key(&key) {
            let mut response = self.swagger_response(&followed.fields, produces);
            if let Some(words) = followed.description {
                response.description = words;
            }
            let target = (response, followed.fields.origin);
            self.targets.responses.insert(key.clone(), target);
        }
        Some(ReferenceOr::Reference { reference: key })
    }

    fn swagger_response(&mut self, fields: &Fields<'n>, produces: &[String]) -> Response {
        let keywords = ["description", "schema", "headers", "examples"];
        let foreign = ["content", "links", "summary"];
        self.known_in_swagger(fields, "the Response Object", &keywords, &foreign);
        let description = self
            .text(fields, "description")
            .or_else(|| self.text(fields, "summary"));
        Response {
            description: description.unwrap_or_default(),
            headers: self.headers(fields),
            content: match fields.get("schema") {
                Some(node) => {
                    let examples = self.inner(fields, "examples");
                    self.content_of(node, fields.at("schema"), produces, examples.as_ref())
                }
                None => self.content(fields), // none, or as in OpenAPI 3, which was said
            },
            links: self.links(fields),
            ..Response::default()
        }
    }

    /// A schema in each media type.
    fn content_of(
        &mut self,
        schema: &'n Node,
        origin: Origin,
        produces: &[String],
        examples: Option<&Fields<'n>>,
    ) -> IndexMap<String, MediaType> {
        let place = origin.clone();
        let id = self.schema(schema, origin);
        let media_types = self.fitting(produces, schema, &place);
        content(&media_types, |name| MediaType {
            schema: Some(shell_reference(id)),
            example: examples
                .and_then(|examples| example(examples.mapping, name))
                .map(json),
            ..MediaType::default()
        })
    }

    /// An operation says what it produces once for all replies: a file is no JSON, whatever everything
    /// else is, and an object (mostly an error beside a file) is JSON where nothing named can hold one.
    fn fitting(&mut self, produces: &[String], schema: &Node, origin: &Origin) -> Vec<String> {
        if is_file(schema) {
            return match produces.iter().all(|name| is_json(name)) {
                true => vec!["*/*".to_owned()],
                false => produces.to_vec(),
            };
        }
        if is_text(schema) || produces.is_empty() || produces.iter().any(|name| holds_values(name))
        {
            return produces.to_vec();
        }
        let expected = "a media type that can hold such a value (`application/json` is assumed)";
        self.sink
            .push(codes::invalid_value(origin, &produces.join(", "), expected));
        Vec::new()
    }
}

/// Whether a schema is plainly one of texts or bytes.
fn is_text(schema: &Node) -> bool {
    match schema {
        Node::Mapping(schema) => schema.get("type") == Some(&Node::String("string".to_owned())),
        _ => false,
    }
}

fn is_file(schema: &Node) -> bool {
    match schema {
        Node::Mapping(schema) => schema.get("type") == Some(&Node::String("file".to_owned())),
        _ => false,
    }
}

/// The example of a media type.
fn example<'n>(examples: &'n Mapping, media_type: &str) -> Option<&'n Node> {
    let same = |name: &str| essence(name) == essence(media_type);
    let found = examples.iter().find(|(name, _)| same(name));
    found.map(|(_, example)| example)
}

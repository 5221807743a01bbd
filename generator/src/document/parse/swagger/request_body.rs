//! Request bodies: of a parameter `in: body`, in each media type that the operation consumes.

use indexmap::IndexMap;
use openapiv3::{MediaType, ReferenceOr, RequestBody};

use super::super::Parser;
use super::super::fields::Fields;
use super::super::parameter::json;
use super::super::reference::shell_key;
use super::super::schema::shell_reference;
use super::media_type::content;
use super::parameter::{BodyParameter, Parameters};
use crate::diagnostics::codes;
use crate::document::SchemaId;
use crate::source::Node;

const KEYWORDS: &[&str] = &["name", "in", "description", "required", "schema"];

impl<'n> Parser<'n, '_> {
    /// What an operation sends, by its own parameters or by those of its path.
    pub(super) fn swagger_request_body(
        &mut self,
        operation: &Fields<'n>,
        own: &Parameters<'n>,
        of_path: &Parameters<'n>,
    ) -> Option<ReferenceOr<RequestBody>> {
        let bodies = self.together(own, of_path);
        let (body, fields): (Vec<_>, Vec<_>) = bodies.into_iter().partition(|body| !body.is_field);
        let mut body = body.into_iter();
        let first = body.next();
        for other in body {
            let why = "an operation sends one body";
            self.ignored(&other, why);
        }
        if let Some(first) = first {
            for field in fields {
                self.ignored(
                    &field,
                    "an operation sends a body or a form, and there is a body",
                );
            }
            return Some(self.body_of(operation, &first));
        }
        if fields.is_empty() {
            return self.request_body(operation); // as in OpenAPI 3, which was said
        }
        Some(ReferenceOr::Item(self.form(operation, &fields)))
    }

    /// An operation's own, and those of its path that it does not say otherwise.
    fn together(
        &mut self,
        own: &Parameters<'n>,
        of_path: &Parameters<'n>,
    ) -> Vec<BodyParameter<'n>> {
        let mut together: Vec<BodyParameter<'n>> = Vec::new();
        for body in &own.bodies {
            let same = |other: &BodyParameter<'_>| body.is_field && other.name == body.name;
            match together.iter().any(same) {
                true => self.ignored(body, "there is one of this name and place already"),
                false => together.push(body.clone()),
            }
        }
        for body in &of_path.bodies {
            let said = own.bodies.iter().any(|other| match body.is_field {
                true => !other.is_field || other.name == body.name,
                false => true,
            });
            if !said {
                together.push(body.clone());
            }
        }
        together
    }

    fn ignored(&mut self, body: &BodyParameter<'n>, why: &str) {
        self.sink
            .push(codes::ignored_parameter(&body.origin, &body.name, why));
    }

    fn body_of(
        &mut self,
        operation: &Fields<'n>,
        body: &BodyParameter<'n>,
    ) -> ReferenceOr<RequestBody> {
        let consumes = self.consumes(operation);
        let fields = Fields::new(body.mapping, body.origin.clone());
        if !body.referenced {
            self.places
                .note(operation.at("requestBody"), body.origin.clone());
            return ReferenceOr::Item(self.body_object(&fields, &consumes));
        }
        // one parameter is several bodies, where operations consume different media types
        let key = format!("{} {}", shell_key(&body.origin), consumes.join(" "));
        if !self.targets.request_bodies.contains_key(&key) {
            let value = self.body_object(&fields, &consumes);
            let target = (value, body.origin.clone());
            self.targets.request_bodies.insert(key.clone(), target);
        }
        ReferenceOr::Reference { reference: key }
    }

    /// `schema`, or the type that a body has in itself, as other parameters do.
    fn body_schema(&mut self, fields: &Fields<'n>) -> SchemaId {
        let is_typed = fields.get("type").is_some();
        if let Some(node) = fields.get("schema") {
            self.known(fields, "the Parameter Object of a body", KEYWORDS);
            return self.schema(node, fields.at("schema"));
        }
        let instead = match is_typed {
            true => "the body is what the parameter itself says",
            false => "any value is taken",
        };
        self.sink
            .push(codes::missing_keyword(&fields.origin, "schema", instead));
        match is_typed {
            true => self.inline_schema(fields).0,
            false => self.schema(&Node::Boolean(true), fields.at("schema")),
        }
    }

    fn body_object(&mut self, fields: &Fields<'n>, consumes: &[String]) -> RequestBody {
        let id = self.body_schema(fields);
        let examples = match fields.get("x-examples") {
            Some(Node::Mapping(examples)) => Some(examples),
            _ => None, // an extension that says something else
        };
        let content = content(consumes, |name| MediaType {
            schema: Some(shell_reference(id)),
            example: examples
                .and_then(|examples| examples.get(name))
                .or(fields.get("x-example"))
                .map(json),
            examples: IndexMap::default(),
            ..MediaType::default()
        });
        RequestBody {
            description: self.text(fields, "description"),
            content,
            required: self.boolean(fields, "required").unwrap_or_default(),
            ..RequestBody::default()
        }
    }
}

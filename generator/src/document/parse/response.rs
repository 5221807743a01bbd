//! Responses by status, and their links.

use indexmap::IndexMap;
use openapiv3::{Link, LinkOperation, ReferenceOr, Response, Responses, StatusCode};

use super::Parser;
use super::fields::Fields;
use crate::diagnostics::codes;
use crate::source::{Node, Origin};

impl<'n> Parser<'n, '_> {
    /// What an operation answers.
    pub(super) fn responses(&mut self, operation: &Fields<'n>) -> Responses {
        self.by_status(operation, Self::response_or_reference)
    }

    /// `responses`, each read by `response_of`.
    pub(super) fn by_status(
        &mut self,
        operation: &Fields<'n>,
        mut response_of: impl FnMut(&mut Self, &'n Node, Origin) -> Option<ReferenceOr<Response>>,
    ) -> Responses {
        let mut responses = Responses::default();
        let place = operation.at("responses");
        for (key, node, origin) in self.entries(operation, "responses") {
            if key.starts_with("x-") {
                continue; // an extension
            }
            let status = (key != "default").then(|| parse_status(key));
            if status == Some(None) {
                self.sink.push(codes::invalid_value(
                    &origin,
                    key,
                    "a status, `2XX` or `default`",
                ));
                continue;
            }
            let Some(response) = response_of(self, node, origin.clone()) else {
                continue; // it was reported
            };
            match status.flatten() {
                None => responses.default = Some(response),
                Some(status) => {
                    self.places.note(place.key(&status.to_string()), origin);
                    responses.responses.insert(status, response);
                }
            }
        }
        responses
    }

    fn response_or_reference(
        &mut self,
        node: &'n Node,
        origin: Origin,
    ) -> Option<ReferenceOr<Response>> {
        if *node == Node::Null {
            return Some(ReferenceOr::Item(Response::default())); // `204:` with nothing behind it
        }
        let followed = self.followed(node, origin, "a response")?;
        let Some(key) = followed.key else {
            return Some(ReferenceOr::Item(self.response(&followed.fields)));
        };
        if !self.targets.responses.contains_key(&key) {
            let mut response = self.response(&followed.fields);
            if let Some(words) = followed.description.or(followed.summary) {
                response.description = words;
            }
            let target = (response, followed.fields.origin);
            self.targets.responses.insert(key.clone(), target);
        }
        Some(ReferenceOr::Reference { reference: key })
    }

    /// A response. That its `description` is missing harms nobody, and is not reported.
    fn response(&mut self, fields: &Fields<'n>) -> Response {
        self.known(
            fields,
            "the Response Object",
            &["description", "summary", "headers", "content", "links"],
        );
        let description = self
            .text(fields, "description")
            .or_else(|| self.text(fields, "summary"));
        Response {
            description: description.unwrap_or_default(),
            headers: self.headers(fields),
            content: self.content(fields),
            links: self.links(fields),
            ..Response::default()
        }
    }

    pub(super) fn links(&mut self, fields: &Fields<'n>) -> IndexMap<String, ReferenceOr<Link>> {
        let mut links = IndexMap::new();
        for (name, node, origin) in self.entries(fields, "links") {
            if let Some(link) = self.link(node, origin) {
                links.insert(name.to_owned(), ReferenceOr::Item(link));
            }
        }
        links
    }

    fn link(&mut self, node: &'n Node, origin: Origin) -> Option<Link> {
        let followed = self.followed(node, origin, "a link")?;
        let fields = followed.fields;
        let operation = match (
            self.text(&fields, "operationRef"),
            self.text(&fields, "operationId"),
        ) {
            (Some(reference), _) => LinkOperation::OperationRef(reference),
            (None, id) => LinkOperation::OperationId(id.unwrap_or_default()),
        };
        Some(Link {
            description: followed
                .description
                .or_else(|| self.text(&fields, "description")),
            operation,
            request_body: None,
            parameters: IndexMap::default(),
            server: None,
            extensions: IndexMap::default(),
        })
    }
}

/// `404`, `4XX` or `4xx`.
fn parse_status(key: &str) -> Option<StatusCode> {
    let digit = key.strip_suffix("XX").or_else(|| key.strip_suffix("xx"));
    match digit {
        Some(digit) => {
            let digit = digit.parse().ok()?;
            (1..=5).contains(&digit).then_some(StatusCode::Range(digit))
        }
        None => {
            let code = key.trim().parse().ok()?;
            (100..=599)
                .contains(&code)
                .then_some(StatusCode::Code(code))
        }
    }
}

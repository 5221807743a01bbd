//! Responses: by status, the most exact first.

use indexmap::IndexMap;
use openapiv3::{LinkOperation, ParameterSchemaOrContent, ReferenceOr, StatusCode};

use super::Lowerer;
use super::name::and;
use super::request_body::examples;
use crate::api::{Docs, Header, HeaderForm, Link, MediaType, Presence, Response, Status};
use crate::document::EXPLODE;
use crate::document::OperationEntry;
use crate::source::Origin;

impl<'d> Lowerer<'d, '_> {
    /// What an operation answers.
    pub(super) fn responses(&mut self, called: &str, entry: &OperationEntry<'d>) -> Vec<Response> {
        let place = entry.origin.key("responses");
        let written = &entry.operation.responses;
        let mut responses = Vec::new();
        for (status, response) in &written.responses {
            let origin = self.document.response_origin(&place, status);
            let lowered = match status {
                StatusCode::Code(code) => Status::Exact(*code),
                StatusCode::Range(digit) => Status::Range(u8::try_from(*digit).unwrap_or(u8::MAX)),
            };
            responses.extend(self.response(called, lowered, response, origin));
        }
        if let Some(response) = &written.default {
            responses.extend(self.response(
                called,
                Status::Default,
                response,
                place.key("default"),
            ));
        }
        responses.sort_by_key(|response| response.status);
        responses
    }

    fn response(
        &mut self,
        called: &str,
        status: Status,
        written: &'d ReferenceOr<openapiv3::Response>,
        origin: Origin,
    ) -> Option<Response> {
        let response = self.document.response(written, &origin)?;
        let words = match (&response.name, status) {
            (Some(name), _) => vec![name.clone()],
            (None, Status::Exact(200 | 201) | Status::Range(2)) => {
                and(&[called.to_owned()], "response")
            }
            (None, Status::Exact(code)) => and(&[called.to_owned()], &format!("{code} response")),
            (None, Status::Range(digit)) => {
                and(&[called.to_owned()], &format!("{digit}xx response"))
            }
            (None, Status::Default) => and(&[called.to_owned()], "default response"),
        };
        let contents = self.contents(&response.value.content, &response.origin, &words);
        let headers = self.headers(&response.value.headers, &response.origin, &words);
        let description = response.value.description.trim();
        Some(Response {
            status,
            headers,
            contents,
            links: self.links(response.value, &response.origin),
            docs: Docs {
                description: (!description.is_empty()).then(|| description.to_owned()),
                examples: examples(&response.value.content),
                origin: Some(response.origin),
                ..Docs::default()
            },
        })
    }

    fn links(&self, response: &'d openapiv3::Response, origin: &Origin) -> Vec<Link> {
        let mut links = Vec::new();
        for (name, written) in &response.links {
            let place = origin.key("links").key(name);
            let Some(link) = self.document.link(written, &place) else {
                continue; // it led nowhere, which was reported
            };
            let (LinkOperation::OperationId(operation) | LinkOperation::OperationRef(operation)) =
                &link.value.operation;
            links.push(Link {
                name: name.clone(),
                operation: operation.clone(),
                description: link.value.description.clone(),
            });
        }
        links
    }

    /// Header fields of a response, or of a part of a body.
    pub(super) fn headers(
        &mut self,
        written: &'d IndexMap<String, ReferenceOr<openapiv3::Header>>,
        origin: &Origin,
        words: &[String],
    ) -> Vec<Header> {
        let mut headers = Vec::new();
        for (name, written) in written {
            let place = origin.key("headers").key(name);
            let Some(header) = self.document.header(written, &place) else {
                continue; // it led nowhere, which was reported
            };
            let value = self.parameter_value(&header.value.format, &and(words, name));
            headers.push(Header {
                name: name.clone(),
                presence: match header.value.required {
                    true => Presence::Required,
                    false => Presence::Optional,
                },
                value,
                form: header_form(header.value),
                docs: Docs {
                    description: header.value.description.clone(),
                    deprecated: header.value.deprecated.unwrap_or_default(),
                    origin: Some(header.origin),
                    ..Docs::default()
                },
            });
        }
        headers
    }
}

fn header_form(header: &openapiv3::Header) -> HeaderForm {
    let explode = header.extensions.get(EXPLODE);
    let explode = explode
        .and_then(serde_json::Value::as_bool)
        .unwrap_or_default();
    match &header.format {
        ParameterSchemaOrContent::Schema(_) => HeaderForm::Simple { explode },
        ParameterSchemaOrContent::Content(content) => {
            let is_json = |name: &String| MediaType(name.clone()).is_json();
            match content.keys().next().is_some_and(is_json) {
                true => HeaderForm::Json,
                false => HeaderForm::Text,
            }
        }
    }
}

//! An operation, its callbacks and links: what stands there, references followed by name.

use indexmap::IndexMap;
use openapiv3::{Callback, Operation};

use super::Parser;
use super::fields::Fields;
use crate::diagnostics::codes;
use crate::source::{Node, Origin};

const KEYWORDS: &[&str] = &[
    "tags",
    "summary",
    "description",
    "externalDocs",
    "operationId",
    "parameters",
    "requestBody",
    "responses",
    "callbacks",
    "deprecated",
    "security",
    "servers",
];

impl<'n> Parser<'n, '_> {
    /// An operation.
    pub(super) fn operation(&mut self, node: &'n Node, origin: Origin) -> Option<Operation> {
        let fields = self.fields(node, origin.clone(), "an operation")?;
        self.places.note(origin, fields.origin.clone());
        self.known(&fields, "the Operation Object", KEYWORDS);
        if let Some(limits) = fields.rate_limits() {
            self.carried
                .operation_limits
                .insert(fields.origin.clone(), limits);
        }
        self.pageable(&fields);
        Some(Operation {
            tags: self.texts(&fields, "tags"),
            summary: self.text(&fields, "summary"),
            description: self.text(&fields, "description"),
            external_docs: self.external_docs(&fields),
            operation_id: self.text(&fields, "operationId"),
            parameters: self.parameters(&fields),
            request_body: self.request_body(&fields),
            responses: self.responses(&fields),
            callbacks: self.callbacks(&fields),
            deprecated: self.boolean(&fields, "deprecated").unwrap_or_default(),
            security: self.security_requirements(&fields),
            servers: self.servers(&fields),
            ..Operation::default()
        })
    }

    pub(super) fn callbacks(&mut self, fields: &Fields<'n>) -> IndexMap<String, Callback> {
        let mut callbacks = IndexMap::new();
        for (name, node, origin) in self.entries(fields, "callbacks") {
            let place = origin.clone();
            if !self.open.insert(place.clone()) {
                continue; // it leads back to itself, and was read already
            }
            if let Some(callback) = self.callback(node, origin) {
                callbacks.insert(name.to_owned(), callback);
            }
            self.open.remove(&place);
        }
        callbacks
    }

    fn callback(&mut self, node: &'n Node, origin: Origin) -> Option<Callback> {
        let fields = self.followed(node, origin, "a callback")?.fields;
        let mut callback = Callback::new();
        for (expression, node) in fields.mapping.iter() {
            if expression.starts_with("x-") {
                continue; // an extension
            }
            match self.path_item(node, fields.origin.key(expression), None) {
                Some((path_item, _)) => drop(callback.insert(expression.to_owned(), path_item)),
                None => self.sink.push(codes::invalid_value(
                    &fields.origin,
                    expression,
                    "a path item",
                )),
            }
        }
        Some(callback)
    }
}

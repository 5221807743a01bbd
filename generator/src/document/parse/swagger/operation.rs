//! An operation: its parameters parted into those of the head and the body.

use openapiv3::Operation;

use super::super::Parser;
use super::parameter::Parameters;
use crate::source::{Node, Origin};

const KEYWORDS: &[&str] = &[
    "tags",
    "summary",
    "description",
    "externalDocs",
    "operationId",
    "consumes",
    "produces",
    "parameters",
    "responses",
    "schemes",
    "deprecated",
    "security",
];

impl<'n> Parser<'n, '_> {
    /// An operation; `of_path` are the parameters of its path.
    pub(super) fn swagger_operation(
        &mut self,
        node: &'n Node,
        origin: Origin,
        of_path: &Parameters<'n>,
    ) -> Option<Operation> {
        let fields = self.fields(node, origin, "an operation")?;
        let foreign = ["requestBody", "servers", "callbacks"];
        self.known_in_swagger(&fields, "the Operation Object", KEYWORDS, &foreign);
        if let Some(limits) = fields.rate_limits() {
            self.carried
                .operation_limits
                .insert(fields.origin.clone(), limits);
        }
        self.pageable(&fields);
        let parameters = self.swagger_parameters(&fields);
        Some(Operation {
            tags: self.texts(&fields, "tags"),
            summary: self.text(&fields, "summary"),
            description: self.text(&fields, "description"),
            external_docs: self.external_docs(&fields),
            operation_id: self.text(&fields, "operationId"),
            request_body: self.swagger_request_body(&fields, &parameters, of_path),
            parameters: parameters.others,
            responses: self.swagger_responses(&fields),
            callbacks: self.callbacks(&fields),
            deprecated: self.boolean(&fields, "deprecated").unwrap_or_default(),
            security: self.security_requirements(&fields),
            servers: self.operation_servers(&fields),
            ..Operation::default()
        })
    }
}

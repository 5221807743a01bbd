//! Request bodies.

use openapiv3::{ReferenceOr, RequestBody};

use super::Parser;
use super::fields::Fields;

impl<'n> Parser<'n, '_> {
    /// What an operation sends; a body that makes no sense was reported and is left out.
    pub(super) fn request_body(
        &mut self,
        operation: &Fields<'n>,
    ) -> Option<ReferenceOr<RequestBody>> {
        let fields = self.inner(operation, "requestBody")?;
        let Some(reference) = fields.reference() else {
            return Some(ReferenceOr::Item(self.request_body_object(&fields)));
        };
        let (node, origin) = self.final_target(reference, &fields.at("$ref"))?;
        let key = format!("#{}", origin.pointer());
        if !self.targets.request_bodies.contains_key(&key) {
            let fields = self.fields(node, origin.clone(), "a request body")?;
            let body = self.request_body_object(&fields);
            self.targets
                .request_bodies
                .insert(key.clone(), (body, origin));
        }
        Some(ReferenceOr::Reference { reference: key })
    }

    fn request_body_object(&mut self, fields: &Fields<'n>) -> RequestBody {
        self.known(
            fields,
            "the Request Body Object",
            &["description", "content", "required"],
        );
        RequestBody {
            description: self.text(fields, "description"),
            content: self.content(fields),
            required: self.boolean(fields, "required").unwrap_or_default(),
            ..RequestBody::default()
        }
    }
}

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
        let node = operation.get("requestBody")?;
        let origin = operation.at("requestBody");
        let followed = self.followed(node, origin, "a request body")?;
        let Some(key) = followed.key else {
            let body = self.request_body_object(&followed.fields);
            return Some(ReferenceOr::Item(body));
        };
        if !self.targets.request_bodies.contains_key(&key) {
            let mut body = self.request_body_object(&followed.fields);
            body.description = followed.description.or(body.description);
            let target = (body, followed.fields.origin);
            self.targets.request_bodies.insert(key.clone(), target);
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

//! What the API sends by itself: the bodies of webhooks and callbacks. Their replies are the business of
//! whoever serves them.

use openapiv3::PathItem;

use super::Lowerer;
use super::name::and;
use crate::api::{self, Docs, Webhook};
use crate::source::Origin;

impl<'d> Lowerer<'d, '_> {
    /// Every request that the API makes; `operations` are all of the document's.
    pub(super) fn webhooks(&mut self, operations: &[api::Operation]) -> Vec<Webhook> {
        let document = self.document;
        let mut webhooks = Vec::new();
        for webhook in &document.carried.webhooks {
            let name = (webhook.name.as_str(), None);
            self.requests(name, &webhook.path_item, &webhook.origin, &mut webhooks);
        }
        for (entry, operation) in document.operations().iter().zip(operations) {
            let place = entry.origin.key("callbacks");
            for (name, callback) in &entry.operation.callbacks {
                for (expression, path_item) in callback {
                    let origin = place.key(name).key(expression);
                    let name = (name.as_str(), Some(operation.id.as_str()));
                    self.requests(name, path_item, &origin, &mut webhooks);
                }
            }
        }
        webhooks
    }

    fn requests(
        &mut self,
        (name, of): (&str, Option<&str>),
        path_item: &'d PathItem,
        origin: &Origin,
        webhooks: &mut Vec<Webhook>,
    ) {
        let document = self.document;
        for (method, operation) in path_item.iter() {
            let origin = origin.key(method);
            let place = origin.key("requestBody");
            let written = operation.request_body.as_ref();
            let body = written.and_then(|written| document.request_body(written, &place));
            let words: Vec<_> = of.into_iter().chain([name]).map(str::to_owned).collect();
            let contents = match body {
                None => Vec::new(), // there is nothing to read
                Some(body) => {
                    let words = body.name.map_or(and(&words, "payload"), |name| vec![name]);
                    self.contents(&body.value.content, &body.origin, &words)
                }
            };
            webhooks.push(Webhook {
                name: name.to_owned(),
                operation: of.map(str::to_owned),
                method: method.to_ascii_uppercase(),
                contents,
                docs: Docs {
                    summary: operation.summary.clone(),
                    description: operation.description.clone(),
                    deprecated: operation.deprecated,
                    origin: Some(origin),
                    ..Docs::default()
                },
            });
        }
    }
}

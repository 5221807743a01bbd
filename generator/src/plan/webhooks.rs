//! `webhooks.rs`: a name for the body of each request that the API makes by itself.

use super::docs::{Docs, plan_docs};
use super::scope::Scope;
use super::types::{PRELUDE, Types};
use super::{Gate, Identifier, Imports, RustType};
use crate::api::{Api, Use, Webhook};
use crate::diagnostics::{Sink, codes};

/// `webhooks.rs`.
#[derive(Debug, Clone)]
pub struct Webhooks {
    /// What the file imports.
    pub imports: Imports,
    /// The bodies.
    pub bodies: Vec<WebhookBody>,
    /// When they are compiled.
    pub gate: Gate,
}

/// The body of a request that the API makes.
#[derive(Debug, Clone)]
pub struct WebhookBody {
    /// Its name.
    pub name: Identifier,
    /// Its words.
    pub docs: Docs,
    /// Its type.
    pub type_: RustType,
}

/// The bodies of all webhooks and callbacks; `None` where there is none.
pub(super) fn plan_webhooks(api: &Api, types: &Types<'_>, sink: &mut Sink) -> Option<Webhooks> {
    let mut scope = Scope::reserving(PRELUDE);
    let mut named = Vec::new();
    for webhook in &api.webhooks {
        if let Some(value) = body(webhook, sink) {
            let words = words(api, webhook);
            let wished = Identifier::upper_camel(&words);
            let origin = webhook.docs.origin.as_ref();
            named.push((
                webhook,
                value,
                scope.claim_for(wished, &words, origin, sink),
            ));
        }
    }
    let mut imports = Imports::beside(named.iter().map(|(_, _, name)| name.as_str()));
    let bodies: Vec<_> = named
        .iter()
        .map(|(webhook, value, name)| WebhookBody {
            name: name.clone(),
            docs: docs(webhook),
            type_: types.written(*value, &mut imports),
        })
        .collect();
    (!bodies.is_empty()).then_some(Webhooks {
        imports,
        bodies,
        gate: Gate::new(),
    })
}

/// What a request carries as JSON; other forms are reported.
fn body(webhook: &Webhook, sink: &mut Sink) -> Option<Use> {
    let is_json = |range: &str| range == "*/*" || range == "application/*";
    let json = webhook
        .contents
        .iter()
        .find(|content| content.media_type.is_json() || is_json(&content.media_type.essence()));
    if let (None, Some(other), Some(origin)) =
        (json, webhook.contents.first(), &webhook.docs.origin)
    {
        let instead = "of a webhook has no type";
        sink.push(codes::unsupported_media_type(
            origin,
            &other.media_type.0,
            instead,
        ));
    }
    json?.value
}

/// Its name, and what tells it from others of that name: the operation, and the method where there are several.
fn words(api: &Api, webhook: &Webhook) -> String {
    let is_same =
        |other: &&Webhook| other.name == webhook.name && other.operation == webhook.operation;
    let several = api.webhooks.iter().filter(is_same).count() > 1;
    let method = several.then(|| webhook.method.to_lowercase());
    let operation = webhook.operation.as_deref();
    let words = operation.into_iter().chain([webhook.name.as_str()]);
    let words = words.chain(method.as_deref());
    words.collect::<Vec<_>>().join(" ")
}

fn docs(webhook: &Webhook) -> Docs {
    let plain = |text: &str| text.replace(['`', '\n'], " ");
    let name = plain(&webhook.name);
    let what = match &webhook.operation {
        Some(operation) => format!("callback `{name}` of `{}`", plain(operation)),
        None => format!("webhook `{name}`"),
    };
    let mut docs = plan_docs(&webhook.docs, "");
    let about = format!("The body of the {what} (`{}`).", webhook.method);
    docs.text = match docs.text.is_empty() {
        true => about,
        false => format!("{about}\n\n{}", docs.text),
    };
    docs
}

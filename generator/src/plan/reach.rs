//! Which types a description uses, and for what: requests, replies, or as components alone. What they are in Rust is
//! not known here.

use std::collections::HashSet;

use super::recursion;
use super::request_body::{self, Kind};
use crate::api::{self, TypeId, TypeName, Use};

/// The types that components and operations lead to: what lowering met and nothing uses has no item.
pub(super) fn reached(api: &api::Api) -> HashSet<TypeId> {
    let is_component = |type_: &api::Type| matches!(type_.name, TypeName::Component(_));
    let components = api
        .types
        .iter()
        .filter(|(_, type_)| is_component(type_))
        .map(|(id, _)| id);
    let used = sent(api).chain(read(api)).map(|use_| use_.type_);
    reached_from(api, components.chain(used))
}

/// The types that requests lead to.
pub(super) fn reached_by_requests(api: &api::Api) -> HashSet<TypeId> {
    reached_from(api, sent(api).map(|use_| use_.type_))
}

/// The types that replies lead to.
pub(super) fn reached_by_replies(api: &api::Api) -> HashSet<TypeId> {
    reached_from(api, read(api).map(|use_| use_.type_))
}

fn reached_from(api: &api::Api, from: impl Iterator<Item = TypeId>) -> HashSet<TypeId> {
    let mut open: Vec<_> = from.collect();
    let mut reached = HashSet::new();
    while let Some(id) = open.pop() {
        if reached.insert(id)
            && let Some(type_) = api.types.get(id)
        {
            open.extend(recursion::mentioned(&type_.kind));
        }
    }
    reached
}

/// Every use of a type that a request makes.
fn sent(api: &api::Api) -> impl Iterator<Item = Use> {
    api.operations.iter().flat_map(|operation| {
        let parameters = operation.parameters.iter().map(|parameter| parameter.value);
        let bodies = operation
            .body
            .iter()
            .flat_map(|body| request_body::offers(&api.types, &body.contents))
            .filter(|offer| !matches!(offer.kind, Kind::Text | Kind::Bytes))
            .filter_map(|offer| offer.content.value);
        parameters.chain(bodies)
    })
}

/// Every use of a type that a reply makes, or what a server sends by itself.
fn read(api: &api::Api) -> impl Iterator<Item = Use> {
    let webhooks = api.webhooks.iter().flat_map(api::Webhook::uses);
    let responses = api
        .operations
        .iter()
        .flat_map(|operation| &operation.responses);
    let contents = responses.flat_map(|response| &response.contents);
    let uses = contents.flat_map(|content| [content.value, content.item]);
    uses.flatten().chain(webhooks)
}

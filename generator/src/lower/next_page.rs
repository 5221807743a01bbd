//! Where the replies of an operation say what the next page is.
//!
//! ```yaml
//! x-ms-pageable: { nextLinkName: nextLink }          # on the operation: a property of its replies
//! ```
//!
//! ```yaml
//! headers: { Link: { schema: { type: string } } }    # of a success of a `GET`
//! ```
//!
//! A name with dots leads into nested objects where no property is called so as a whole. What Azure's `itemName` and
//! `operationName` say is not needed: a page is a whole reply, and the link says what is to be got.

use std::collections::HashMap;

use super::Lowerer;
use crate::api::{
    Method, NextPage, Operation, Parameter, Presence, Response, TypeKind, Types, Use,
};
use crate::diagnostics::codes;
use crate::document::Pageable;

/// How deep unions are looked into.
const DEEPEST: u8 = 8;

impl Lowerer<'_, '_> {
    /// Says of each operation where its next page is, when the types are known.
    pub(super) fn settle_next_pages(&mut self, operations: &mut [Operation]) {
        let document = self.document;
        let entries = document.operations();
        let by_id = operations.iter().map(|one| (one.id.as_str(), one));
        let by_id: HashMap<&str, &Operation> = by_id.collect();
        let pages: Vec<_> = entries
            .iter()
            .zip(&*operations)
            .map(|(entry, operation)| {
                let property = entry.pageable.and_then(|pageable| {
                    let names = self.next_link(operation, pageable)?;
                    self.report_next_operation(operation, pageable, &by_id);
                    Some(NextPage::Property(names))
                });
                property.or_else(|| has_link(operation).then_some(NextPage::Link))
            })
            .collect();
        for (operation, next_page) in operations.iter_mut().zip(pages) {
            operation.next_page = next_page;
        }
    }

    /// The names that lead to the property of which `x-ms-pageable` speaks.
    fn next_link(&mut self, operation: &Operation, pageable: &Pageable) -> Option<Vec<String>> {
        let name = pageable
            .next_link
            .as_ref()
            .filter(|name| !name.is_empty())?;
        let nested: Vec<_> = name.split('.').map(str::to_owned).collect();
        let contents = successes(operation).flat_map(|response| &response.contents);
        let bodies: Vec<_> = contents.filter_map(|content| content.value).collect();
        let found = [vec![name.clone()], nested].into_iter().find(|names| {
            let mut bodies = bodies.iter();
            bodies.any(|body| leads_to_text(&self.types, *body, names, 0))
        });
        if found.is_none() {
            let origin = pageable.origin.key("nextLinkName");
            self.report(codes::missing_next_link(&origin, &operation.id, name));
        }
        found
    }

    /// Says that an operation is not called which is there for the next page and takes more than the link.
    fn report_next_operation(
        &mut self,
        operation: &Operation,
        pageable: &Pageable,
        by_id: &HashMap<&str, &Operation>,
    ) {
        let named = pageable.operation.as_deref();
        let Some(other) = named.and_then(|name| by_id.get(name)) else {
            return; // generators of Azure's own make one of this name
        };
        let is_new = |parameter: &&Parameter| {
            let is_known = |known: &Parameter| known.name == parameter.name;
            parameter.presence == Presence::Required && !operation.parameters.iter().any(is_known)
        };
        let takes = other.parameters.iter().filter(is_new).count();
        if takes > 1 || other.body.is_some() {
            let origin = pageable.origin.key("operationName");
            self.report(codes::unused_next_operation(
                &origin,
                &operation.id,
                &other.id,
            ));
        }
    }
}

/// The replies that are successes.
fn successes(operation: &Operation) -> impl Iterator<Item = &Response> {
    let responses = operation.responses.iter();
    responses.filter(|response| response.status.is_success())
}

fn has_link(operation: &Operation) -> bool {
    let mut headers = successes(operation).flat_map(|response| &response.headers);
    operation.method == Method::Get
        && headers.any(|header| header.name.eq_ignore_ascii_case("link"))
}

/// Whether there is a text behind these names.
fn leads_to_text(types: &Types, value: Use, names: &[String], depth: u8) -> bool {
    let kind = types
        .get(types.resolved(value.type_))
        .map(|type_| &type_.kind);
    match (kind, names.split_first()) {
        (Some(TypeKind::String(_) | TypeKind::Any), None) => true,
        (Some(TypeKind::Object(object)), Some((first, others))) => {
            let mut properties = object.properties.iter();
            let property = properties.find(|property| property.name == *first);
            property.is_some_and(|property| leads_to_text(types, property.value, others, depth))
        }
        (Some(TypeKind::Union(union)), _) if depth < DEEPEST => {
            let mut variants = union.variants.iter();
            variants.any(|variant| leads_to_text(types, variant.value, names, depth + 1))
        }
        _ => false,
    }
}

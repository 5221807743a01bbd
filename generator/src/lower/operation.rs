//! Operations: ids that are unique, and everything that an operation has.

use std::collections::{HashMap, HashSet};

use heck::ToLowerCamelCase;

use super::Lowerer;
use super::info::lower_external_docs;
use super::operation_name::{is_version, operation_names};
use super::path_template::{leave_to_parameters, lower_path_template};
use crate::api::{Docs, Method, Operation, PathPart, PathTemplate};
use crate::diagnostics::codes;
use crate::document::OperationEntry;
use crate::source::{Origin, Token};

impl<'d> Lowerer<'d, '_> {
    /// Every operation, in the document's order.
    pub(super) fn operations(&mut self) -> Vec<Operation> {
        let entries = self.document.operations();
        let ids = self.operation_ids(&entries);
        let names = operation_names(&entries, &ids);
        let numbered = entries.iter().zip(ids.into_iter().zip(names));
        numbered
            .map(|(entry, called)| self.operation(entry, called))
            .collect()
    }

    /// The ids: those of the document first, so that a made one never takes one of them.
    fn operation_ids(&mut self, entries: &[OperationEntry<'d>]) -> Vec<String> {
        let mut taken: HashMap<String, Origin> = HashMap::new();
        let mut ids: Vec<Option<String>> = Vec::new();
        for entry in entries {
            let id = entry
                .operation
                .operation_id
                .clone()
                .filter(|id| !id.trim().is_empty());
            let id = id.filter(|id| !taken.contains_key(id));
            if let Some(id) = &id {
                taken.insert(id.clone(), entry.origin.clone());
            }
            ids.push(id);
        }
        let mut complete = Vec::new();
        let mut alike: HashSet<String> = taken.keys().map(|id| letters(id)).collect();
        for (entry, id) in entries.iter().zip(ids) {
            let id = id.unwrap_or_else(|| {
                let made = free(made_ids(entry), &alike);
                alike.insert(letters(&made));
                let written = entry.operation.operation_id.as_ref();
                if let Some((id, first)) = written.and_then(|id| taken.get_key_value(id)) {
                    let origin = entry.origin.key("operationId");
                    self.report(codes::duplicate_operation_id(&origin, id, first, &made));
                } else {
                    let (method, path) = (entry.method, entry.path);
                    self.report(codes::missing_operation_id(
                        &entry.origin,
                        method,
                        path,
                        &made,
                    ));
                }
                taken.insert(made.clone(), entry.origin.clone());
                made
            });
            complete.push(id);
        }
        complete
    }

    fn operation(&mut self, entry: &OperationEntry<'d>, (id, name): (String, String)) -> Operation {
        let written = entry.operation;
        let method = method(entry.method);
        let mut path = lower_path_template(entry.path);
        // a fragment is never sent: only a query is worth a word, where it is not what tells paths apart
        let has_query = entry.path.split('#').next() != Some(path.template.as_str());
        if has_query && !is_extended(&entry.path_item_origin) {
            let expected = "a path without a query (declare parameters for it)";
            self.report(codes::invalid_value(
                &entry.path_item_origin,
                entry.path,
                expected,
            ));
        }
        let (own_servers, servers_origin) = match written.servers.is_empty() {
            true => (&entry.path_item.servers, &entry.path_item_origin),
            false => (&written.servers, &entry.origin),
        };
        let mut parameters = self.parameters(&name, &mut path, entry);
        leave_to_parameters(&mut path, &parameters);
        let body = self.request_body(&name, &method, entry);
        let responses = self.responses(&name, entry);
        Operation {
            accept: self.accept(&mut parameters, &responses),
            parameters,
            body,
            responses,
            next_page: None, // when the types are known
            security: self.security(written.security.as_ref(), &entry.origin),
            limits: self.limits(&id, entry),
            servers: self.servers(own_servers, servers_origin),
            tags: each_once(&written.tags),
            docs: docs(entry),
            method,
            path,
            id,
            name,
        }
    }
}

/// Whether a path stands among those that have a query (`x-ms-paths`).
fn is_extended(path_item: &Origin) -> bool {
    let list = path_item.parent().and_then(Origin::token);
    matches!(list, Some(Token::Key(key)) if &**key == "x-ms-paths")
}

fn each_once(tags: &[String]) -> Vec<String> {
    let mut seen = HashSet::new();
    let first = tags.iter().filter(|tag| seen.insert(*tag));
    first.cloned().collect()
}

fn docs(entry: &OperationEntry<'_>) -> Docs {
    let operation = entry.operation;
    Docs {
        summary: operation
            .summary
            .clone()
            .or_else(|| entry.path_item.summary.clone()),
        description: operation
            .description
            .clone()
            .or_else(|| entry.path_item.description.clone()),
        external_docs: operation.external_docs.as_ref().map(lower_external_docs),
        deprecated: operation.deprecated,
        examples: Vec::new(),
        constraints: Vec::new(),
        rules: Vec::new(),
        origin: Some(entry.origin.clone()),
    }
}

fn method(method: &str) -> Method {
    match method {
        "GET" => Method::Get,
        "PUT" => Method::Put,
        "POST" => Method::Post,
        "DELETE" => Method::Delete,
        "OPTIONS" => Method::Options,
        "HEAD" => Method::Head,
        "PATCH" => Method::Patch,
        "TRACE" => Method::Trace,
        other => Method::Other(other.to_owned()),
    }
}

/// Names from method and path, the best first: `get /api/v1/pets/{id}` is `getPetsById`, or `getV1PetsById` where
/// another version has that name.
pub(super) fn made_ids(entry: &OperationEntry<'_>) -> Vec<String> {
    let below_version = entry.path.trim_start_matches('/');
    let below_api = match below_version.split_once('/') {
        Some((first, rest)) if first.eq_ignore_ascii_case("api") => rest,
        _ => below_version,
    };
    let below_version = match below_api.split_once('/') {
        Some((version, rest)) if is_version(version) => rest,
        _ => below_api,
    };
    let paths = [below_version, below_api, entry.path];
    let says_something = |path: &&str| path.contains(char::is_alphanumeric);
    let paths = paths.into_iter().filter(says_something);
    let mut ids: Vec<_> = paths.map(|path| made_id(entry.method, path)).collect();
    ids.dedup();
    match ids.is_empty() {
        true => vec![made_id(entry.method, entry.path)],
        false => ids,
    }
}

fn made_id(method: &str, path: &str) -> String {
    let PathTemplate { parts, .. } = lower_path_template(path);
    let mut words = vec![method.to_lowercase()];
    for part in parts {
        match part {
            PathPart::Literal(text) => {
                let pieces = text
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|piece| !piece.is_empty());
                words.extend(pieces.map(str::to_owned));
            }
            PathPart::Parameter(name) if !name.contains(char::is_alphanumeric) => {}
            PathPart::Parameter(name) => words.extend(["by".to_owned(), name]),
        }
    }
    words.join(" ").to_lower_camel_case()
}

/// An id whose letters no other has: what differs only in case or signs may be one name. The first that is free, or the
/// last with a number.
fn free(ids: Vec<String>, taken: &HashSet<String>) -> String {
    let is_free = |id: &String| !taken.contains(&letters(id));
    let last = ids.last().cloned().unwrap_or_default();
    let numbered = (2..).map(|number| format!("{last}{number}"));
    ids.into_iter()
        .chain(numbered)
        .find(is_free)
        .unwrap_or(last)
}

/// An id without its case and signs.
pub(super) fn letters(id: &str) -> String {
    let letters = id.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

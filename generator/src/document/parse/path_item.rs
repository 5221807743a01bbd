//! `paths` and `webhooks`: path items and the operations on them.

use openapiv3::{Operation, PathItem, Paths, ReferenceOr};

use super::Parser;
use super::fields::Fields;
use crate::diagnostics::codes;
use crate::document::{Dialect, Webhook};
use crate::source::{Node, Origin};

pub(super) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

impl<'n> Parser<'n, '_> {
    pub(super) fn paths(&mut self, root: &Fields<'n>) -> Paths {
        let mut paths = Paths::default();
        for (path, node, origin) in self.entries(root, "paths") {
            if path.starts_with("x-") {
                continue; // an extension
            }
            let template = match path.starts_with('/') {
                true => path.to_owned(),
                false => {
                    self.sink.push(codes::invalid_value(
                        &origin,
                        path,
                        "a path that begins with `/`",
                    ));
                    format!("/{path}")
                }
            };
            let suggested = root.at("paths").key(&template);
            if let Some((path_item, written)) = self.path_item(node, origin, Some(&template)) {
                self.places.note(suggested, written);
                paths.paths.insert(template, ReferenceOr::Item(path_item));
            }
        }
        for (name, node, origin) in self.entries(root, "webhooks") {
            if let Some((path_item, origin)) = self.path_item(node, origin, None) {
                let name = name.to_owned();
                self.carried.webhooks.push(Webhook {
                    name,
                    path_item,
                    origin,
                });
            }
        }
        paths
    }

    /// A path item, and where it truly stands. `path` is there for one that a client can call.
    pub(super) fn path_item(
        &mut self,
        node: &'n Node,
        origin: Origin,
        path: Option<&str>,
    ) -> Option<(PathItem, Origin)> {
        let fields = self.fields(node, origin, "a path item")?;
        let fields = match fields.reference() {
            None => fields,
            Some(reference) => {
                let (node, origin) = self.final_target(reference, &fields.at("$ref"))?;
                self.fields(node, origin, "a path item")?
            }
        };
        if self.dialect == Dialect::V2_0 {
            return Some((self.swagger_path_item(&fields), fields.origin));
        }
        let mut keywords = vec![
            "summary",
            "description",
            "servers",
            "parameters",
            "query",
            "additionalOperations",
            "$ref",
        ];
        keywords.extend(METHODS);
        self.known(&fields, "the Path Item Object", &keywords);
        let mut path_item = PathItem {
            summary: self.text(&fields, "summary"),
            description: self.text(&fields, "description"),
            servers: self.servers(&fields),
            parameters: self.parameters(&fields),
            ..PathItem::default()
        };
        for method in METHODS {
            let operation = fields
                .get(method)
                .and_then(|node| self.operation(node, fields.at(method)));
            if let Some(place) = place(&mut path_item, method) {
                *place = operation;
            }
        }
        self.other_methods(&fields, path);
        Some((path_item, fields.origin))
    }

    /// `query` and `additionalOperations` (3.2).
    fn other_methods(&mut self, fields: &Fields<'n>, path: Option<&str>) {
        let mut others = Vec::new();
        if let Some(node) = fields.get("query") {
            others.push(("QUERY".to_owned(), node, fields.at("query")));
        }
        for (method, node, origin) in self.entries(fields, "additionalOperations") {
            others.push((method.to_owned(), node, origin));
        }
        for (method, node, origin) in others {
            if let (Some(operation), Some(path)) = (self.operation(node, origin.clone()), path) {
                let operations = self
                    .carried
                    .other_methods
                    .entry(path.to_owned())
                    .or_default();
                operations.push((method, operation, origin));
            }
        }
    }
}

/// The place of a method's operation.
pub(super) fn place<'i>(
    path_item: &'i mut PathItem,
    method: &str,
) -> Option<&'i mut Option<Operation>> {
    Some(match method {
        "get" => &mut path_item.get,
        "put" => &mut path_item.put,
        "post" => &mut path_item.post,
        "delete" => &mut path_item.delete,
        "options" => &mut path_item.options,
        "head" => &mut path_item.head,
        "patch" => &mut path_item.patch,
        "trace" => &mut path_item.trace,
        _ => return None,
    })
}

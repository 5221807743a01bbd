//! The list of a document's operations, with the place of each. Decides nothing about them.

use openapiv3::{Operation, PathItem, ReferenceOr};

use super::{Document, Pageable, RateLimits};
use crate::source::Origin;

/// An operation, and what stands around it.
#[derive(Debug)]
pub struct OperationEntry<'a> {
    /// The path template: `/pets/{id}`; always begins with `/`.
    pub path: &'a str,
    /// The method in capitals, or as written where it is not one of OpenAPI 3.0's: `GET`, `QUERY`.
    pub method: &'a str,
    /// What stands around it: parameters, servers, summary and description of the path.
    pub path_item: &'a PathItem,
    /// Where the path item stands (what its `$ref` leads to, where it has one).
    pub path_item_origin: Origin,
    /// The operation.
    pub operation: &'a Operation,
    /// Where it stands.
    pub origin: Origin,
    /// Its own `x-rate-limits`.
    pub rate_limits: Option<&'a RateLimits>,
    /// Its `x-ms-pageable`.
    pub pageable: Option<&'a Pageable>,
}

impl Document {
    /// Every operation of `paths`, in the document's order (within a path: in the order get, put,
    /// post, delete, options, head, patch, trace, then others).
    pub fn operations(&self) -> Vec<OperationEntry<'_>> {
        let mut entries = Vec::new();
        let paths = self.origin.key("paths");
        for (path, path_item) in self.openapi.paths.iter() {
            let ReferenceOr::Item(path_item) = path_item else {
                continue; // never: parsing replaces a path item's `$ref` by what it leads to
            };
            let path_item_origin = self.places.of(paths.key(path));
            for (key, operation) in path_item.iter() {
                let origin = self.places.of(path_item_origin.key(key));
                entries.push(self.entry(
                    path,
                    method(key),
                    path_item,
                    &path_item_origin,
                    operation,
                    origin,
                ));
            }
            for (method, operation, origin) in
                self.carried.other_methods.get(path).into_iter().flatten()
            {
                entries.push(self.entry(
                    path,
                    method,
                    path_item,
                    &path_item_origin,
                    operation,
                    origin.clone(),
                ));
            }
        }
        entries
    }

    fn entry<'a>(
        &'a self,
        path: &'a str,
        method: &'a str,
        path_item: &'a PathItem,
        path_item_origin: &Origin,
        operation: &'a Operation,
        origin: Origin,
    ) -> OperationEntry<'a> {
        OperationEntry {
            path,
            method,
            path_item,
            path_item_origin: path_item_origin.clone(),
            operation,
            rate_limits: self.carried.operation_limits.get(&origin),
            pageable: self.carried.pageables.get(&origin),
            origin,
        }
    }
}

fn method(key: &str) -> &'static str {
    match key {
        "get" => "GET",
        "put" => "PUT",
        "post" => "POST",
        "delete" => "DELETE",
        "options" => "OPTIONS",
        "head" => "HEAD",
        "patch" => "PATCH",
        _ => "TRACE",
    }
}

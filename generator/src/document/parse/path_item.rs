//! `paths` and `webhooks`: path items and the operations on them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use openapiv3::{Operation, PathItem, Paths, ReferenceOr};

use super::Parser;
use super::fields::Fields;
use crate::diagnostics::codes;
use crate::document::{Dialect, Webhook};
use crate::source::{Node, Origin};

pub(super) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Where Azure's descriptions have paths that only their queries tell apart.
const EXTENDED_PATHS: &str = "x-ms-paths";

const KEYWORDS: &[&str] = &[
    "$ref",
    "summary",
    "description",
    "servers",
    "parameters",
    "query",
    "additionalOperations",
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "trace",
];

/// A path item as it is written, and what its `$ref` leads to, where both say something.
pub(super) struct Layers<'n> {
    own: Fields<'n>,
    behind: Option<Fields<'n>>,
}

impl<'n> Layers<'n> {
    /// The one that has a keyword.
    pub(super) fn with(&self, keyword: &str) -> &Fields<'n> {
        match &self.behind {
            Some(behind) if self.own.get(keyword).is_none() => behind,
            _ => &self.own,
        }
    }

    /// The one that has a method, and the key that this stands under.
    pub(super) fn with_method<'k>(&self, method: &'k str) -> (&Fields<'n>, &'k str)
    where
        'n: 'k,
    {
        let key = self.own.key_of(method);
        match &self.behind {
            Some(behind) if self.own.get(key).is_none() => (behind, behind.key_of(method)),
            _ => (&self.own, key),
        }
    }
}

impl<'n> Parser<'n, '_> {
    pub(super) fn paths(&mut self, root: &Fields<'n>) -> Paths {
        let mut paths = Paths::default();
        self.report_no_paths(root);
        let mut known: HashMap<String, (&str, Origin)> = HashMap::new();
        let mut entries = self.entries(root, "paths");
        entries.extend(self.entries(root, EXTENDED_PATHS));
        paths.paths.reserve(entries.len()); // they are large, and moved whenever there is no room
        for (path, node, origin) in entries {
            if path.starts_with("x-") {
                continue; // an extension
            }
            let mut remarks = Vec::new();
            let mut template = match path.starts_with('/') {
                true => path.to_owned(),
                false => {
                    remarks.push(codes::invalid_value(
                        &origin,
                        path,
                        "a path that begins with `/`",
                    ));
                    format!("/{path}")
                }
            };
            match known.entry(nameless(&template)) {
                Entry::Vacant(entry) => drop(entry.insert((path, origin.clone()))),
                Entry::Occupied(entry) => {
                    let (first, place) = entry.get();
                    remarks.push(codes::identical_paths(&origin, path, first, place));
                }
            }
            while paths.paths.contains_key(&template) {
                template.push('#'); // a fragment is never sent, and tells them apart here
            }
            let suggested = root.at("paths").key(&template);
            let path_item = self.path_item(node, origin, Some(&template));
            if path_item.is_some() || !self.choice.is_part() {
                remarks
                    .into_iter()
                    .for_each(|remark| self.sink.push(remark));
            }
            if let Some((path_item, written)) = path_item {
                self.places.note(suggested, written);
                paths.paths.insert(template, ReferenceOr::Item(path_item));
            }
        }
        self.choice.report(self.sink);
        if self.choice.is_part() {
            return paths; // what the server calls is none of what was chosen
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

    /// From 3.1 on there may be no `paths`, where there is something else.
    fn report_no_paths(&mut self, root: &Fields<'n>) {
        let others: &[&str] = match self.dialect {
            Dialect::V2_0 | Dialect::V3_0 => &["paths"],
            Dialect::V3_1 | Dialect::V3_2 => &["paths", "webhooks", "components"],
        };
        if others.iter().all(|keyword| root.get(keyword).is_none()) {
            let instead = "there is no operation";
            self.sink
                .push(codes::missing_keyword(&root.origin, "paths", instead));
        }
    }

    /// A path item, and where it truly stands. `path` is there for one that a client can call.
    pub(super) fn path_item(
        &mut self,
        node: &'n Node,
        origin: Origin,
        path: Option<&str>,
    ) -> Option<(PathItem, Origin)> {
        let layers = self.layers(node, origin)?;
        let place = layers.own.origin.clone();
        let chosen = self.chosen_methods(&layers, path);
        if chosen.as_ref().is_some_and(Vec::is_empty) {
            return None;
        }
        let is_chosen = |key: &str| match &chosen {
            Some(chosen) => chosen.iter().any(|chosen| chosen == key),
            None => true,
        };
        self.report_unknown(&layers);
        if self.dialect == Dialect::V2_0 {
            let path_item = self.swagger_path_item(&layers.own, &is_chosen);
            return Some((path_item, place));
        }
        let mut path_item = PathItem {
            summary: self.text(layers.with("summary"), "summary"),
            description: self.text(layers.with("description"), "description"),
            servers: self.servers(layers.with("servers")),
            parameters: self.parameters(layers.with("parameters")),
            ..PathItem::default()
        };
        for index in 0..path_item.parameters.len() {
            let written = layers.with("parameters").at("parameters").index(index);
            let written = self.places.of(written);
            self.places
                .note(place.key("parameters").index(index), written);
        }
        for method in METHODS {
            let (fields, key) = layers.with_method(method);
            let operation = fields
                .get(key)
                .filter(|_| is_chosen(method))
                .and_then(|node| self.operation(node, fields.at(key)));
            let written = self.places.of(fields.at(key));
            self.places.note(place.key(method), written);
            if let Some(place) = operation_of(&mut path_item, method) {
                *place = operation;
            }
        }
        if is_chosen("query") {
            self.query(layers.with_method("query"), path);
        }
        let additional = layers.with("additionalOperations");
        self.additional_operations(additional, path, &is_chosen);
        Some((path_item, place))
    }

    /// Reports what is no keyword. What stands beside a `$ref` was looked at when that was followed.
    fn report_unknown(&mut self, layers: &Layers<'n>) {
        let read = layers.behind.as_ref().unwrap_or(&layers.own);
        if self.dialect != Dialect::V2_0 {
            self.known_in_path_item(read);
        }
    }

    fn known_in_path_item(&mut self, fields: &Fields<'n>) {
        let in_capitals = self.methods_in_capitals(fields);
        let keywords = [KEYWORDS, &in_capitals].concat();
        self.known(fields, "the Path Item Object", &keywords);
    }

    /// The methods that are not written in small letters, which are read all the same.
    pub(super) fn methods_in_capitals(&mut self, fields: &Fields<'n>) -> Vec<&'n str> {
        let mut keys = Vec::new();
        for (key, _) in fields.mapping.iter() {
            let is_swagger = self.dialect == Dialect::V2_0;
            let mut methods = METHODS.iter().chain((!is_swagger).then_some(&"query"));
            let meant = methods.find(|method| **method != key && fields.key_of(method) == key);
            if let Some(method) = meant {
                self.sink
                    .push(codes::method_in_capitals(&fields.at(key), key, method));
                keys.push(key);
            }
        }
        keys
    }

    /// What a path item consists of. Beside a `$ref` there may be more, which OpenAPI leaves undefined: it
    /// counts, and before what the reference leads to.
    fn layers(&mut self, node: &'n Node, origin: Origin) -> Option<Layers<'n>> {
        let own = self.mapping(node, origin, "a path item")?;
        let is_swagger = self.dialect == Dialect::V2_0; // which has keywords of its own
        let Some(reference) = own.reference() else {
            return Some(Layers { own, behind: None });
        };
        let counts = |keyword: &str| keyword != "$ref" && own.get(own.key_of(keyword)).is_some();
        let says_more = !is_swagger && KEYWORDS.iter().any(|keyword| counts(keyword));
        if !is_swagger {
            self.known_in_path_item(&own);
        }
        if is_swagger {
            self.report_siblings(node, &own.origin);
        }
        let target = self.final_target(reference, &own.at("$ref"));
        let behind = target.and_then(|(node, origin)| self.mapping(node, origin, "a path item"));
        match (behind, says_more) {
            (Some(behind), true) => {
                for keyword in KEYWORDS {
                    if own.get(keyword).is_some() && behind.get(keyword).is_some() {
                        let diagnostic = codes::overridden_keyword(
                            &behind.at(keyword),
                            keyword,
                            &own.at(keyword),
                        );
                        self.sink.push(diagnostic);
                    }
                }
                let behind = Some(behind);
                Some(Layers { own, behind })
            }
            (Some(own), false) => Some(Layers { own, behind: None }),
            (None, true) => Some(Layers { own, behind: None }),
            (None, false) => None,
        }
    }

    /// `query` (3.2).
    fn query(&mut self, (fields, key): (&Fields<'n>, &str), path: Option<&str>) {
        if let Some(node) = fields.get(key) {
            self.other_method("QUERY", node, fields.at(key), path);
        }
    }

    /// `additionalOperations` (3.2).
    fn additional_operations(
        &mut self,
        fields: &Fields<'n>,
        path: Option<&str>,
        is_chosen: &dyn Fn(&str) -> bool,
    ) {
        for (method, node, origin) in self.entries(fields, "additionalOperations") {
            if is_chosen(method) {
                self.other_method(method, node, origin, path);
            }
        }
    }

    fn other_method(&mut self, method: &str, node: &'n Node, origin: Origin, path: Option<&str>) {
        if let (Some(operation), Some(path)) = (self.operation(node, origin.clone()), path) {
            let others = &mut self.carried.other_methods;
            let operations = others.entry(path.to_owned()).or_default();
            operations.push((method.to_owned(), operation, self.places.of(origin)));
        }
    }
}

/// A path without the names of its parameters.
fn nameless(path: &str) -> String {
    let mut pieces = path.split('{');
    let mut nameless = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        nameless.push('{');
        nameless.push_str(
            piece
                .find('}')
                .and_then(|end| piece.get(end..))
                .unwrap_or(piece),
        );
    }
    nameless
}

/// The place of a method's operation.
pub(super) fn operation_of<'i>(
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

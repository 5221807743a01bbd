//! `schemes`, `host` and `basePath`: servers.

use openapiv3::{Server, ServerVariable};

use super::super::Parser;
use super::super::fields::Fields;
use crate::diagnostics::codes;
use crate::source::Origin;

/// Where the API is served, but for the scheme.
#[derive(Default)]
pub(super) struct Base {
    /// The host, with its place.
    host: Option<(String, Origin)>,
    /// Begins with `/`, or is empty.
    path: String,
    /// The schemes of the document.
    schemes: Vec<String>,
}

impl<'n> Parser<'n, '_> {
    /// `host` and `basePath`, mended where one says what belongs to another.
    pub(super) fn base(&mut self, root: &Fields<'n>) -> Base {
        let mut base = Base::default();
        if let Some(written) = self.text(root, "host") {
            let (scheme, rest) = match written.trim().split_once("://") {
                Some((scheme, rest)) => (Some(scheme.to_owned()), rest),
                None => (None, written.trim()),
            };
            let (host, path) = match rest.split_once('/') {
                Some((host, path)) => (host, format!("/{path}")),
                None => (rest, String::new()),
            };
            if host.len() != written.len() {
                let expected = "a host without scheme and path";
                self.sink
                    .push(codes::invalid_value(&root.at("host"), &written, expected));
            }
            if !host.is_empty() {
                base.host = Some((host.to_owned(), root.at("host")));
            }
            base.path = path.trim_end_matches('/').to_owned();
            base.schemes.extend(scheme);
        }
        let written = self.text(root, "basePath").unwrap_or_default();
        let path = written.trim().trim_matches('/');
        if !path.is_empty() {
            if !written.starts_with('/') {
                self.sink.push(codes::invalid_value(
                    &root.at("basePath"),
                    &written,
                    "a path that begins with `/`",
                ));
            }
            base.path.push('/');
            base.path.push_str(path);
        }
        base
    }

    /// The document's servers, `https` first; relative, or none, where there is no host.
    pub(super) fn swagger_servers(&mut self, root: &Fields<'n>) -> Vec<Server> {
        if root.get("servers").is_some() {
            return self.servers(root); // as in OpenAPI 3, which was said
        }
        let mut schemes = self.schemes(root);
        let list = root.at("servers");
        if let Some(server) = self.parameterized_host(root, &schemes) {
            let place = root.at("x-ms-parameterized-host");
            self.places.note(list.index(0), place);
            return vec![server];
        }
        let Some((_, host)) = &self.defaults.base.host else {
            self.places.note(list.index(0), root.at("basePath"));
            let path = self.defaults.base.path.clone();
            if !path.is_empty() {
                return vec![server(path)]; // that it is relative is said of every dialect
            }
            let instead = "the caller gives the base URL";
            self.sink
                .push(codes::incomplete_server(&root.origin, "host", instead));
            return Vec::new();
        };
        let host = host.clone();
        if schemes.is_empty() {
            let of_host = self.defaults.base.schemes.first().cloned();
            if of_host.is_none() {
                let instead = "`https` is assumed";
                self.sink
                    .push(codes::incomplete_server(&root.origin, "schemes", instead));
            }
            schemes.push((of_host.unwrap_or_else(|| "https".to_owned()), host));
        }
        self.defaults.base.schemes = schemes.iter().map(|(scheme, _)| scheme.clone()).collect();
        self.servers_of(&schemes, &list)
    }

    /// The servers of an operation whose `schemes` are not those of the document.
    pub(super) fn operation_servers(&mut self, operation: &Fields<'n>) -> Vec<Server> {
        if operation.get("servers").is_some() {
            return self.servers(operation); // as in OpenAPI 3, which was said
        }
        let schemes = self.schemes(operation);
        let same = schemes.len() == self.defaults.base.schemes.len()
            && schemes
                .iter()
                .all(|(scheme, _)| self.defaults.base.schemes.contains(scheme));
        match schemes.is_empty() || same {
            true => Vec::new(),
            false => self.servers_of(&schemes, &operation.at("servers")),
        }
    }

    /// `schemes` that a client can use, `https` first.
    fn schemes(&mut self, fields: &Fields<'n>) -> Vec<(String, Origin)> {
        let mut schemes: Vec<(String, Origin)> = Vec::new();
        let place = fields.at("schemes");
        for (index, written) in self.texts_or_one(fields, "schemes").into_iter().enumerate() {
            let origin = place.index(index);
            let scheme = written.trim().to_ascii_lowercase();
            if !["http", "https"].contains(&scheme.as_str()) {
                let expected = "`https` or `http` (a server of another scheme is left out)";
                self.sink
                    .push(codes::invalid_value(&origin, &written, expected));
            } else if schemes.iter().all(|(other, _)| *other != scheme) {
                schemes.push((scheme, origin));
            }
        }
        schemes.sort_by_key(|(scheme, _)| scheme != "https");
        schemes
    }

    fn servers_of(&mut self, schemes: &[(String, Origin)], list: &Origin) -> Vec<Server> {
        let Some((host, _)) = &self.defaults.base.host else {
            return Vec::new(); // whatever the scheme, the caller gives the base URL
        };
        let mut servers = Vec::new();
        for (index, (scheme, origin)) in schemes.iter().enumerate() {
            let url = format!("{scheme}://{host}{}", self.defaults.base.path);
            self.places.note(list.index(index), origin.clone());
            servers.push(server(url));
        }
        servers
    }

    /// `x-ms-parameterized-host`: a host with variables, as Azure's descriptions have it.
    fn parameterized_host(
        &mut self,
        root: &Fields<'n>,
        schemes: &[(String, Origin)],
    ) -> Option<Server> {
        let fields = self.inner(root, "x-ms-parameterized-host")?;
        let template = self.text(&fields, "hostTemplate")?;
        let prefix = self.boolean(&fields, "useSchemePrefix").unwrap_or(true);
        let scheme = schemes.first().map_or("https", |(scheme, _)| scheme);
        let mut variables = indexmap::IndexMap::new();
        for (node, origin) in self.items(&fields, "parameters") {
            let Some(followed) = self.followed(node, origin, "a parameter") else {
                continue; // it was reported
            };
            let variable = followed.fields;
            let Some(name) = self.required(&variable, "name", "the parameter is left out") else {
                continue; // it was reported
            };
            let written = ServerVariable {
                default: self.text(&variable, "default").unwrap_or_default(),
                enumeration: self.texts(&variable, "enum"),
                description: self.text(&variable, "description"),
                ..ServerVariable::default()
            };
            variables.insert(name, written);
        }
        let path = &self.defaults.base.path;
        let url = match prefix {
            true => format!("{scheme}://{template}{path}"),
            false => format!("{template}{path}"),
        };
        Some(Server {
            variables: (!variables.is_empty()).then_some(variables),
            ..server(url)
        })
    }
}

fn server(url: String) -> Server {
    Server {
        url,
        ..Server::default()
    }
}

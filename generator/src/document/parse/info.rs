//! `info`, `servers`, `tags`, `externalDocs`: what a description says about itself.

use openapiv3::{ExternalDocumentation, Info, License, Server, ServerVariable, Tag};

use super::Parser;
use super::fields::Fields;
use crate::diagnostics::codes;
use crate::document::SERVER_NAME;
use crate::source::{Node, Origin};

impl<'n> Parser<'n, '_> {
    pub(super) fn info(&mut self, root: &Fields<'n>) -> Info {
        let Some(fields) = self.inner(root, "info") else {
            if root.get("info").is_none() {
                self.sink.push(codes::missing_keyword(
                    &root.origin,
                    "info",
                    "title and version are empty",
                ));
            }
            return Info::default();
        };
        let keywords = [
            "title",
            "summary",
            "description",
            "termsOfService",
            "contact",
            "license",
            "version",
        ];
        self.known(&fields, "the Info Object", &keywords);
        for keyword in ["title", "version"] {
            if fields.get(keyword).is_none() {
                self.sink.push(codes::missing_keyword(
                    &fields.origin,
                    keyword,
                    "it is left empty",
                ));
            }
        }
        self.carried.info_summary = self.text(&fields, "summary");
        Info {
            title: self.text(&fields, "title").unwrap_or_default(),
            version: self.text(&fields, "version").unwrap_or_default(),
            description: self.text(&fields, "description"),
            terms_of_service: self.text(&fields, "termsOfService"),
            license: self.license(&fields),
            ..Info::default() // `contact` is nobody's whom a client could call
        }
    }

    fn license(&mut self, info: &Fields<'n>) -> Option<License> {
        let fields = self.inner(info, "license")?;
        self.carried.license_identifier = self.text(&fields, "identifier");
        Some(License {
            name: self.text(&fields, "name").unwrap_or_default(),
            url: self.text(&fields, "url"),
            ..License::default()
        })
    }

    pub(super) fn servers(&mut self, fields: &Fields<'n>) -> Vec<Server> {
        let items = self.items(fields, "servers");
        items
            .into_iter()
            .filter_map(|(node, origin)| self.server(node, origin))
            .collect()
    }

    /// A server; one without `url` was reported and is left out.
    fn server(&mut self, node: &'n Node, origin: Origin) -> Option<Server> {
        let fields = self.fields(node, origin, "a server")?;
        self.known(
            &fields,
            "the Server Object",
            &["url", "description", "variables", "name"],
        );
        let Some(url) = self.text(&fields, "url") else {
            self.sink.push(codes::missing_keyword(
                &fields.origin,
                "url",
                "the server is left out",
            ));
            return None;
        };
        let variables: indexmap::IndexMap<_, _> = self
            .entries(&fields, "variables")
            .into_iter()
            .filter_map(|(name, node, origin)| {
                Some((name.to_owned(), self.variable(node, origin)?))
            })
            .collect();
        let name = self.text(&fields, "name");
        Some(Server {
            url,
            description: self.text(&fields, "description"),
            variables: (!variables.is_empty()).then_some(variables),
            extensions: name
                .map(|name| (SERVER_NAME.to_owned(), name.into()))
                .into_iter()
                .collect(),
        })
    }

    fn variable(&mut self, node: &'n Node, origin: Origin) -> Option<ServerVariable> {
        let fields = self.fields(node, origin, "a server variable")?;
        let enumeration = self.texts(&fields, "enum");
        let default = self.text(&fields, "default");
        if default.is_none() {
            let instead = "its first value is taken, or nothing";
            self.sink
                .push(codes::missing_keyword(&fields.origin, "default", instead));
        }
        Some(ServerVariable {
            default: default
                .or_else(|| enumeration.first().cloned())
                .unwrap_or_default(),
            enumeration,
            description: self.text(&fields, "description"),
            ..ServerVariable::default()
        })
    }

    pub(super) fn tags(&mut self, root: &Fields<'n>) -> Vec<Tag> {
        let mut tags = Vec::new();
        for (node, origin) in self.items(root, "tags") {
            let Some(fields) = self.fields(node, origin, "a tag") else {
                continue; // it was reported
            };
            let Some(name) = self.text(&fields, "name") else {
                self.sink.push(codes::missing_keyword(
                    &fields.origin,
                    "name",
                    "the tag is left out",
                ));
                continue;
            };
            if let Some(limits) = fields.rate_limits() {
                self.carried.tag_limits.insert(name.clone(), limits);
            }
            tags.push(Tag {
                description: self.text(&fields, "description"),
                external_docs: self.external_docs(&fields),
                name,
                ..Tag::default()
            });
        }
        tags
    }

    pub(super) fn external_docs(&mut self, fields: &Fields<'n>) -> Option<ExternalDocumentation> {
        let fields = self.inner(fields, "externalDocs")?;
        Some(ExternalDocumentation {
            url: self.text(&fields, "url")?,
            description: self.text(&fields, "description"),
            ..ExternalDocumentation::default()
        })
    }
}

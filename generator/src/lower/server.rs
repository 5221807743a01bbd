//! Servers and their variables.

use crate::api::{Server, ServerVariable};

use super::Lowerer;
use crate::diagnostics::codes;
use crate::document::SERVER_NAME;
use crate::source::Origin;

impl Lowerer<'_, '_> {
    /// The description's servers; where it names none, the one that OpenAPI assumes: `/`.
    pub(super) fn document_servers(&mut self) -> Vec<Server> {
        let document = self.document;
        match document.openapi.servers.as_slice() {
            [] => vec![Server {
                url: "/".to_owned(),
                name: None,
                description: None,
                variables: Vec::new(),
            }],
            servers => {
                let lowered = self.servers(servers, &document.origin);
                if let Some(first) = lowered.first().filter(|server| server.url.starts_with('/')) {
                    let origin = document.item(&document.origin.key("servers"), 0);
                    self.report(codes::relative_server(&origin, &first.url));
                }
                lowered
            }
        }
    }

    /// Servers as they are written; `origin` is the place of what they belong to.
    pub(super) fn servers(
        &mut self,
        servers: &[openapiv3::Server],
        origin: &Origin,
    ) -> Vec<Server> {
        let place = origin.key("servers");
        let mut lowered = Vec::new();
        for (index, server) in servers.iter().enumerate() {
            let mut server = lower_server(server);
            let origin = self.document.item(&place, index);
            self.complete_url(&mut server, &origin);
            self.declare_variables(&mut server, &origin);
            lowered.push(server);
        }
        lowered
    }

    /// Takes away what a URL that requests go below cannot have, and gives one without a scheme that of
    /// the web.
    fn complete_url(&mut self, server: &mut Server, origin: &Origin) {
        let url = server.url.trim();
        let (kept, fragment) = url.split_once('#').unwrap_or((url, ""));
        if !fragment.is_empty() {
            let expected = "a URL without a fragment";
            self.report(codes::invalid_value(&origin.key("url"), url, expected));
        }
        server.url = match kept.starts_with("//") {
            true => format!("https:{kept}"),
            false => kept.to_owned(),
        };
    }

    /// Declares the variables that the URL names and the server does not.
    fn declare_variables(&mut self, server: &mut Server, origin: &Origin) {
        for name in expressions(&server.url) {
            if server
                .variables
                .iter()
                .any(|variable| variable.name == name)
            {
                continue;
            }
            self.report(codes::undeclared_server_variable(
                origin,
                &name,
                &server.url,
            ));
            server.variables.push(ServerVariable {
                name,
                default: String::new(),
                values: Vec::new(),
                description: None,
            });
        }
    }
}

/// The names in braces.
fn expressions(url: &str) -> Vec<String> {
    let after_braces = url.split('{').skip(1);
    let names = after_braces.filter_map(|after| after.split_once('}')); // a brace that nothing closes is text
    names.map(|(name, _)| name.to_owned()).collect()
}

fn lower_server(server: &openapiv3::Server) -> Server {
    let variables = server
        .variables
        .iter()
        .flatten()
        .map(|(name, variable)| ServerVariable {
            name: name.clone(),
            default: variable.default.clone(),
            values: variable.enumeration.clone(),
            description: variable.description.clone(),
        });
    Server {
        url: server.url.clone(),
        name: server
            .extensions
            .get(SERVER_NAME)
            .and_then(|name| name.as_str())
            .map(str::to_owned),
        description: server.description.clone(),
        variables: variables.collect(),
    }
}

//! Servers and their variables.

use crate::api::{Server, ServerVariable};

/// The description's servers; where it names none, the one that OpenAPI assumes: `/`.
pub(super) fn lower_document_servers(servers: &[openapiv3::Server]) -> Vec<Server> {
    match servers {
        [] => vec![Server {
            url: "/".to_owned(),
            description: None,
            variables: Vec::new(),
        }],
        servers => lower_servers(servers),
    }
}

/// Servers as they are written.
pub(super) fn lower_servers(servers: &[openapiv3::Server]) -> Vec<Server> {
    servers.iter().map(lower_server).collect()
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
        description: server.description.clone(),
        variables: variables.collect(),
    }
}

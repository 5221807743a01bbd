//! The client: what the document says about the API as a whole.

use std::collections::BTreeSet;

use super::credentials::{is_bearer_key, plan_credential_docs, plan_credentials};
use super::docs::plan_sentence;
use super::server::plan_servers;
use super::{Imports, Module, ServerConstant};
use crate::api::{self, SecurityScheme, SecuritySchemeKind, TokenEndpoint};
use crate::diagnostics::{Sink, codes};

/// The client.
#[derive(Debug, Clone)]
pub struct Client {
    /// What its file imports.
    pub imports: Imports,
    /// What stands in the documentation.
    pub docs: String,
    /// The servers, the default one first.
    pub servers: Vec<api::Server>,
    /// What examples say of where the API is, where the first server does not.
    pub example_base_url: Option<String>,
    /// A constant for each of them, where there is a choice.
    pub constants: Vec<ServerConstant>,
    /// Variables that only the servers of operations have.
    pub operation_variables: Vec<String>,
    /// The schemes that it carries credentials of.
    pub schemes: Vec<SecurityScheme>,
    /// The builder's methods for credentials: the runtime's trait, and the scheme that it is for.
    pub credentials: Vec<(&'static str, String)>,
    /// Which of them is for which scheme, as a section of documentation.
    pub credential_docs: String,
    /// Whether the first of them takes a key that is a bearer token by the document's words.
    pub takes_bearer_key: bool,
    /// The builder's method for an id and a secret that tokens are had for: the scheme, and where.
    pub client_credentials: Option<(String, TokenEndpoint)>,
}

/// The client.
pub(super) fn plan_client(api: &api::Api, sink: &mut Sink) -> Client {
    let mut imports = Imports::beside(["Client", "ClientBuilder"]);
    imports.name(Module::Call, "Call");
    for name in ["Api", "ApiSpec", "Core", "Operation", "Server"] {
        imports.name(Module::Runtime, name);
    }
    if api
        .servers
        .iter()
        .any(|server| !server.variables.is_empty())
    {
        imports.name(Module::Runtime, "ServerVariable");
    }
    let schemes = carried(api, sink);
    if !schemes.is_empty() {
        imports.name(Module::Runtime, "Scheme");
        imports.name(Module::Runtime, "SchemeKind");
    }
    if schemes
        .iter()
        .any(|scheme| matches!(scheme.kind, SecuritySchemeKind::ApiKey { .. }))
    {
        imports.name(Module::Runtime, "KeyLocation");
    }
    let credentials = plan_credentials(&schemes);
    for (marker, _) in &credentials {
        imports.name(Module::Runtime, marker);
    }
    let client_credentials = schemes.iter().find_map(|scheme| match &scheme.kind {
        SecuritySchemeKind::Bearer { client_credentials } => {
            Some((scheme.name.clone(), client_credentials.clone()?))
        }
        _ => None,
    });
    if client_credentials.is_some() {
        imports.name(Module::Runtime, "ClientCredentialsScheme");
    }
    let title = match api.info.title.trim() {
        "" => "the API".to_owned(),
        title => plan_sentence(title).trim_end_matches('.').to_owned(),
    };
    Client {
        imports,
        docs: format!(
            "A client of {title}. Cheap to clone: clones share connections, credentials and limits."
        ),
        servers: api.servers.clone(),
        example_base_url: example_base_url(&api.servers),
        constants: plan_servers(&api.servers),
        operation_variables: operation_variables(api),
        credential_docs: plan_credential_docs(&schemes, &credentials),
        takes_bearer_key: credentials.first().is_some_and(|(_, name)| {
            let first = schemes.iter().find(|scheme| scheme.name == *name);
            first.is_some_and(is_bearer_key)
        }),
        schemes,
        credentials,
        client_credentials,
    }
}

/// `https://example.com/v1` for the server `/v1`, which is below wherever the description stands.
fn example_base_url(servers: &[api::Server]) -> Option<String> {
    let Some(first) = servers.first() else {
        return Some("https://example.com".to_owned());
    };
    let url = first.url.clone();
    let url = first.variables.iter().fold(url, |url, variable| {
        url.replace(&format!("{{{}}}", variable.name), &variable.default)
    });
    let is_path = url.starts_with('/');
    is_path.then(|| format!("https://example.com{}", url.trim_end_matches('/')))
}

/// The names of variables that servers of operations have, and the API's own do not.
fn operation_variables(api: &api::Api) -> Vec<String> {
    let names = |servers: &[api::Server]| -> BTreeSet<String> {
        let variables = servers.iter().flat_map(|server| &server.variables);
        variables.map(|variable| variable.name.clone()).collect()
    };
    let own = names(&api.servers);
    let of_operations: BTreeSet<String> = api
        .operations
        .iter()
        .flat_map(|operation| names(&operation.servers))
        .collect();
    of_operations.difference(&own).cloned().collect()
}

/// The schemes that a client can carry by itself; of the others, those that something asks for are reported.
fn carried(api: &api::Api, sink: &mut Sink) -> Vec<SecurityScheme> {
    let mut carried = Vec::new();
    for scheme in &api.security_schemes {
        match &scheme.kind {
            SecuritySchemeKind::Bearer { .. }
            | SecuritySchemeKind::Basic
            | SecuritySchemeKind::Http(_)
            | SecuritySchemeKind::ApiKey { .. } => {
                carried.push(scheme.clone());
            }
            SecuritySchemeKind::Other(what) => {
                if let Some(origin) = &scheme.docs.origin {
                    sink.push(codes::unsupported_security_scheme(
                        origin,
                        &scheme.name,
                        what,
                    ));
                }
            }
        }
    }
    carried
}

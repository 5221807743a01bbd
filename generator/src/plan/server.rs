//! Servers as constants of the client, so that one can be chosen by name.

use super::docs::{plan_markdown, plan_plain, plan_sentence};
use super::scope::Scope;
use super::{Docs, Identifier};
use crate::api;

/// The longest description, in words, that a constant is named after.
const WORDS: usize = 4;

/// A constant for a server: `SERVER_SANDBOX`.
#[derive(Debug, Clone)]
pub struct ServerConstant {
    /// Its name.
    pub name: Identifier,
    /// What the server is, and its variables.
    pub docs: Docs,
    /// Its place in the list.
    pub index: usize,
}

/// A constant for each of several servers; none for a single one without variables.
pub(super) fn plan_servers(servers: &[api::Server]) -> Vec<ServerConstant> {
    match servers {
        [] => Vec::new(),
        [only] if only.variables.is_empty() => Vec::new(),
        several => {
            let mut scope = Scope::reserving(&[]);
            several
                .iter()
                .enumerate()
                .map(|(index, server)| ServerConstant {
                    name: scope.claim(Identifier::screaming(&format!("server {}", words(server)))),
                    docs: plan_docs(server),
                    index,
                })
                .collect()
        }
    }
}

/// What a server is called: by its name, by a short description, or by its host and path.
fn words(server: &api::Server) -> String {
    let description = server.description.as_deref().map(plan_plain);
    let short = description.filter(|text| {
        let words = text.split_whitespace().count();
        words > 0 && words <= WORDS && text.chars().any(char::is_alphanumeric)
    });
    let address = server
        .url
        .split_once("://")
        .map_or(&*server.url, |(_, rest)| rest);
    server
        .name
        .clone()
        .or(short)
        .unwrap_or_else(|| address.to_owned())
}

fn plan_docs(server: &api::Server) -> Docs {
    let mut text = server
        .description
        .as_deref()
        .map(|description| match description.contains('\n') {
            true => plan_markdown(description),
            false => plan_sentence(description),
        })
        .filter(|description| !description.is_empty())
        .map(|description| description + "\n\n")
        .unwrap_or_default();
    let url = plan_plain(&server.url).replace('`', "'");
    text.push_str(&format!("`{url}`, for [`ClientBuilder::server`]."));
    if !server.variables.is_empty() {
        text.push_str(" Its variables, for [`ClientBuilder::server_variable`]:\n");
    }
    for variable in &server.variables {
        let code = |text: &String| format!("`{}`", plan_plain(text).replace('`', "'"));
        text.push_str(&format!("\n- {}", code(&variable.name)));
        if !variable.default.is_empty() {
            text.push_str(&format!(", {} unless told", code(&variable.default)));
        }
        if !variable.values.is_empty() {
            let values: Vec<_> = variable.values.iter().map(code).collect();
            text.push_str(&format!("; one of {}", values.join(", ")));
        }
        if let Some(description) = &variable.description {
            let line = plan_markdown(&plan_plain(description));
            text.push_str(&format!(": {}", line.replace('\n', " ")));
        }
    }
    Docs {
        text,
        deprecated: false,
    }
}

//! Credentials: which of the builder's methods is for which security scheme, and what the document says of each.

use super::docs::{plan_markdown, plan_plain};
use crate::api::{KeyLocation, SecurityScheme, SecuritySchemeKind};

/// The first scheme of each kind has a method of its own; others are set by name. The runtime's trait for the method,
/// and the scheme's name.
pub(super) fn plan_credentials(schemes: &[SecurityScheme]) -> Vec<(&'static str, String)> {
    let mut credentials: Vec<(&'static str, String)> = Vec::new();
    for scheme in schemes {
        let marker = match scheme.kind {
            SecuritySchemeKind::Bearer { .. } => "BearerScheme",
            SecuritySchemeKind::Basic => "BasicScheme",
            SecuritySchemeKind::ApiKey { .. } => "ApiKeyScheme",
            SecuritySchemeKind::Http(_) => continue, // set by name
            SecuritySchemeKind::Other(_) => continue, // never: these are not carried
        };
        if credentials.iter().all(|(other, _)| *other != marker) {
            credentials.push((marker, scheme.name.clone()));
        }
    }
    credentials
}

/// A section of documentation, where there is any scheme.
pub(super) fn plan_credential_docs(
    schemes: &[SecurityScheme],
    credentials: &[(&'static str, String)],
) -> String {
    let mut paragraphs = Vec::new();
    for scheme in schemes {
        let name = plan_plain(&scheme.name).replace('`', "'");
        let method = match credentials.iter().find(|(_, of)| *of == scheme.name) {
            Some(("BearerScheme", _)) => "`bearer_token`".to_owned(),
            Some(("BasicScheme", _)) => "`basic`".to_owned(),
            Some(_) => "`api_key`".to_owned(),
            None => format!("`credential(\"{name}\", …)`"),
        };
        paragraphs.push(format!("{method} is for `{name}`{}.", sent(scheme)));
        let description = scheme.docs.description.as_deref().map(plan_markdown);
        paragraphs.extend(description.filter(|text| !text.is_empty()));
    }
    match paragraphs.is_empty() {
        true => String::new(),
        false => format!("\n# Credentials\n\n{}", paragraphs.join("\n\n")),
    }
}

/// How a credential is sent, where that is the document's choice.
fn sent(scheme: &SecurityScheme) -> String {
    let plain = |name: &str| plan_plain(name).replace('`', "'");
    match &scheme.kind {
        SecuritySchemeKind::ApiKey { location, name } => {
            let name = plain(name);
            let prefix = match is_bearer_key(scheme) {
                true => ", `Bearer` before a token included",
                false => "",
            };
            match location {
                KeyLocation::Header => {
                    format!(", sent as it is in the header field `{name}`{prefix}")
                }
                KeyLocation::Query => format!(", sent in the query as `{name}`"),
                KeyLocation::Cookie => format!(", sent in the cookie `{name}`"),
            }
        }
        SecuritySchemeKind::Http(name) => format!(", HTTP's scheme `{}`", plain(name)),
        SecuritySchemeKind::Bearer { .. }
        | SecuritySchemeKind::Basic
        | SecuritySchemeKind::Other(_) => String::new(),
    }
}

/// Whether a key is a bearer token by the document's words: Swagger 2.0 has no other way to say that, and many a
/// framework says it so to this day. What is sent is what the caller gives, all the same.
pub(super) fn is_bearer_key(scheme: &SecurityScheme) -> bool {
    let SecuritySchemeKind::ApiKey {
        location: KeyLocation::Header,
        name,
    } = &scheme.kind
    else {
        return false;
    };
    let description = scheme.docs.description.as_deref().unwrap_or_default();
    let words = [scheme.name.as_str(), description].map(str::to_ascii_lowercase);
    name.eq_ignore_ascii_case("authorization") && words.iter().any(|word| word.contains("bearer"))
}

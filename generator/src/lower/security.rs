//! Security schemes and requirements: what they come down to on the wire.

use std::collections::HashSet;

use openapiv3::{APIKeyLocation, ReferenceOr};

use super::Lowerer;
use crate::api::{
    Docs, KeyLocation, Operation, Requirement, SecurityScheme, SecuritySchemeKind, TokenEndpoint,
};
use crate::diagnostics::codes;
use crate::source::Origin;

impl<'d> Lowerer<'d, '_> {
    /// The schemes by name, in the document's order, those outside the shell last. Of a part of a document,
    /// those that its operations ask for.
    pub(super) fn security_schemes(&mut self, operations: &[Operation]) -> Vec<SecurityScheme> {
        let components = self.document.openapi.components.as_ref();
        let mut schemes = Vec::new();
        for (name, scheme) in components
            .iter()
            .flat_map(|components| &components.security_schemes)
        {
            let ReferenceOr::Item(scheme) = scheme else {
                continue; // never: parsing follows these references
            };
            let (kind, description) = lower_scheme(scheme);
            schemes.push(SecurityScheme {
                name: name.clone(),
                kind,
                docs: docs(description, self.document.security_scheme_origin(name)),
            });
        }
        for mutual in &self.document.carried.mutual_tls {
            schemes.push(SecurityScheme {
                name: mutual.name.clone(),
                kind: SecuritySchemeKind::Other("a certificate (mutual TLS)".to_owned()),
                docs: docs(mutual.description.clone(), mutual.origin.clone()),
            });
        }
        if self.document.is_part {
            let requirements = operations.iter().flat_map(|operation| &operation.security);
            let asked: HashSet<_> = requirements
                .flat_map(|requirement| &requirement.schemes)
                .collect();
            schemes.retain(|scheme| asked.contains(&scheme.name));
        }
        for scheme in &schemes {
            self.report_relative_token_url(&scheme.name);
        }
        schemes
    }

    /// A token endpoint of which is not said where it is.
    fn report_relative_token_url(&mut self, name: &str) {
        let components = self.document.openapi.components.as_ref();
        let scheme = components.and_then(|components| components.security_schemes.get(name));
        let Some(ReferenceOr::Item(openapiv3::SecurityScheme::OAuth2 { flows, .. })) = scheme
        else {
            return;
        };
        let flow = flows.client_credentials.as_ref();
        let is_relative = |url: &str| !url.is_empty() && !is_absolute(url);
        if let Some(flow) = flow.filter(|flow| is_relative(&flow.token_url)) {
            let origin = self.document.security_scheme_origin(name);
            self.report(codes::relative_token_url(&origin, name, &flow.token_url));
        }
    }

    /// What an operation must be called with: its own requirements, or the document's.
    pub(super) fn security(
        &mut self,
        own: Option<&'d Vec<openapiv3::SecurityRequirement>>,
        origin: &Origin,
    ) -> Vec<Requirement> {
        let (written, place) = match (own, &self.document.openapi.security) {
            (Some(own), _) => (own, origin.key("security")),
            (None, Some(of_document)) => (of_document, self.document.origin.key("security")),
            (None, None) => return Vec::new(),
        };
        let mut requirements = Vec::new();
        for (index, requirement) in written.iter().enumerate() {
            let mut schemes = Vec::new();
            for (name, _) in requirement {
                match self.is_declared(name) {
                    true => schemes.push(name.clone()),
                    false => {
                        let origin = place.index(index).key(name);
                        self.report(codes::unknown_security_scheme(&origin, name));
                    }
                }
            }
            if !schemes.is_empty() || requirement.is_empty() {
                requirements.push(Requirement { schemes });
            }
        }
        requirements
    }

    fn is_declared(&self, name: &str) -> bool {
        let components = self.document.openapi.components.as_ref();
        components.is_some_and(|components| components.security_schemes.contains_key(name))
            || self
                .document
                .carried
                .mutual_tls
                .iter()
                .any(|mutual| mutual.name == name)
    }
}

fn docs(description: Option<String>, origin: Origin) -> Docs {
    Docs {
        description,
        origin: Some(origin),
        ..Docs::default()
    }
}

fn lower_scheme(scheme: &openapiv3::SecurityScheme) -> (SecuritySchemeKind, Option<String>) {
    use openapiv3::SecurityScheme::{APIKey, HTTP, OAuth2, OpenIDConnect};
    match scheme {
        APIKey {
            location,
            name,
            description,
            ..
        } => {
            let location = match location {
                APIKeyLocation::Query => KeyLocation::Query,
                APIKeyLocation::Header => KeyLocation::Header,
                APIKeyLocation::Cookie => KeyLocation::Cookie,
            };
            let name = name.clone();
            (
                SecuritySchemeKind::ApiKey { location, name },
                description.clone(),
            )
        }
        HTTP {
            scheme,
            description,
            ..
        } => {
            let kind = match scheme.to_ascii_lowercase().as_str() {
                "bearer" => SecuritySchemeKind::Bearer {
                    client_credentials: None,
                },
                "basic" => SecuritySchemeKind::Basic,
                "digest" => SecuritySchemeKind::Other(
                    "an answer to each of the server's challenges (`digest`)".to_owned(),
                ),
                _ => SecuritySchemeKind::Http(scheme.clone()),
            };
            (kind, description.clone())
        }
        OAuth2 {
            flows, description, ..
        } => {
            let client_credentials = token_endpoint(flows);
            let kind = SecuritySchemeKind::Bearer { client_credentials };
            (kind, description.clone())
        }
        OpenIDConnect { description, .. } => {
            let client_credentials = None;
            let kind = SecuritySchemeKind::Bearer { client_credentials };
            (kind, description.clone())
        }
    }
}

/// Where a program gets a token for itself, if that is said, and as an absolute URL.
fn token_endpoint(flows: &openapiv3::OAuth2Flows) -> Option<TokenEndpoint> {
    let flow = flows.client_credentials.as_ref()?;
    is_absolute(&flow.token_url).then(|| TokenEndpoint {
        url: flow.token_url.clone(),
        scopes: flow.scopes.keys().cloned().collect(),
    })
}

fn is_absolute(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

//! Security schemes and requirements.

use indexmap::IndexMap;
use openapiv3::{
    APIKeyLocation, ClientCredentialsOAuth2Flow, OAuth2Flows, ReferenceOr, SecurityRequirement,
    SecurityScheme,
};

use super::Parser;
use super::fields::Fields;
use crate::diagnostics::codes;
use crate::document::{Dialect, MutualTls};
use crate::source::{Node, Origin};

impl<'n> Parser<'n, '_> {
    /// `components.securitySchemes`, or `securityDefinitions` of Swagger 2.0.
    pub(super) fn security_schemes(
        &mut self,
        components: &Fields<'n>,
        keyword: &str,
    ) -> IndexMap<String, ReferenceOr<SecurityScheme>> {
        let mut schemes = IndexMap::new();
        for (name, node, origin) in self.entries(components, keyword) {
            if let Some(scheme) = self.security_scheme(name, node, origin) {
                schemes.insert(name.to_owned(), ReferenceOr::Item(scheme));
            }
        }
        schemes
    }

    fn security_scheme(
        &mut self,
        name: &str,
        node: &'n Node,
        origin: Origin,
    ) -> Option<SecurityScheme> {
        let followed = self.followed(node, origin, "a security scheme")?;
        let fields = followed.fields;
        if self.dialect == Dialect::V2_0
            && let Some(scheme) = self.swagger_security_scheme(&fields)
        {
            return Some(scheme);
        }
        let description = followed
            .description
            .or_else(|| self.text(&fields, "description"));
        let left_out = "the security scheme is left out";
        match self.required(&fields, "type", left_out)?.as_str() {
            "apiKey" => {
                let location = self.required(&fields, "in", left_out)?;
                Some(SecurityScheme::APIKey {
                    location: self.key_location(&fields, &location)?,
                    name: self.required(&fields, "name", left_out)?,
                    description,
                    extensions: IndexMap::default(),
                })
            }
            "http" => Some(SecurityScheme::HTTP {
                scheme: self.required(&fields, "scheme", left_out)?,
                bearer_format: self.text(&fields, "bearerFormat"),
                description,
                extensions: IndexMap::default(),
            }),
            "oauth2" => Some(SecurityScheme::OAuth2 {
                flows: self.flows(&fields),
                description,
                extensions: IndexMap::default(),
            }),
            "openIdConnect" => Some(SecurityScheme::OpenIDConnect {
                open_id_connect_url: self.text(&fields, "openIdConnectUrl").unwrap_or_default(),
                description,
                extensions: IndexMap::default(),
            }),
            "mutualTLS" => {
                let (name, origin) = (name.to_owned(), fields.origin);
                self.carried.mutual_tls.push(MutualTls {
                    name,
                    description,
                    origin,
                });
                None // carried beside the shell
            }
            other => {
                let expected = "one of `apiKey`, `http`, `oauth2`, `openIdConnect` and `mutualTLS`";
                self.sink
                    .push(codes::invalid_value(&fields.at("type"), other, expected));
                None
            }
        }
    }

    /// `flows`: how a token is come by. Only what a program can do by itself is read; the others are the
    /// caller's business.
    fn flows(&mut self, fields: &Fields<'n>) -> OAuth2Flows {
        let mut flows = OAuth2Flows::default();
        let Some(flow) = self
            .inner(fields, "flows")
            .and_then(|flows| self.inner(&flows, "clientCredentials"))
        else {
            return flows;
        };
        let scopes = self.entries(&flow, "scopes");
        flows.client_credentials = Some(ClientCredentialsOAuth2Flow {
            refresh_url: None,
            token_url: self.text(&flow, "tokenUrl").unwrap_or_default(),
            scopes: scopes
                .into_iter()
                .map(|(name, _, _)| (name.to_owned(), String::new()))
                .collect(),
            extensions: IndexMap::default(),
        });
        flows
    }

    fn key_location(&mut self, fields: &Fields<'n>, location: &str) -> Option<APIKeyLocation> {
        match location {
            "query" => Some(APIKeyLocation::Query),
            "header" => Some(APIKeyLocation::Header),
            "cookie" => Some(APIKeyLocation::Cookie),
            other => {
                let expected = "one of `query`, `header` and `cookie`";
                self.sink
                    .push(codes::invalid_value(&fields.at("in"), other, expected));
                None
            }
        }
    }

    /// `security`; `None` where the keyword is not there, which is not the same as an empty list.
    pub(super) fn security_requirements(
        &mut self,
        fields: &Fields<'n>,
    ) -> Option<Vec<SecurityRequirement>> {
        fields.get("security")?;
        let mut requirements = Vec::new();
        for (node, origin) in self.items(fields, "security") {
            let Some(fields) = self.fields(node, origin, "a security requirement") else {
                continue; // it was reported
            };
            let mut requirement = SecurityRequirement::new();
            for (name, _) in fields.mapping.iter() {
                requirement.insert(name.to_owned(), self.texts(&fields, name));
            }
            requirements.push(requirement);
        }
        Some(requirements)
    }
}

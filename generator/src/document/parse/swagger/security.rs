//! Security schemes that Swagger 2.0 writes otherwise: `basic`, and OAuth 2 with a flow in itself.

use indexmap::IndexMap;
use openapiv3::{
    AuthorizationCodeOAuth2Flow, ClientCredentialsOAuth2Flow, ImplicitOAuth2Flow, OAuth2Flows,
    PasswordOAuth2Flow, SecurityScheme,
};

use super::super::Parser;
use super::super::fields::Fields;
use crate::diagnostics::codes;

const FLOWS: [&str; 4] = ["implicit", "password", "application", "accessCode"];

impl<'n> Parser<'n, '_> {
    /// A scheme of Swagger 2.0; `None` for one that OpenAPI 3 writes in the same way, or alone has.
    pub(in super::super) fn swagger_security_scheme(
        &mut self,
        fields: &Fields<'n>,
    ) -> Option<SecurityScheme> {
        let description = self.text(fields, "description");
        let type_ = fields.text_or_empty("type");
        match type_.as_str() {
            "basic" => Some(SecurityScheme::HTTP {
                scheme: "basic".to_owned(),
                bearer_format: None,
                description,
                extensions: IndexMap::default(),
            }),
            "oauth2" => Some(SecurityScheme::OAuth2 {
                flows: self.flow(fields),
                description,
                extensions: IndexMap::default(),
            }),
            "http" | "openIdConnect" | "mutualTLS" => {
                let found = format!("type: {type_}");
                self.sink
                    .push(codes::foreign_keyword(&fields.at("type"), &found));
                None
            }
            _ => None, // an API key, or something that nobody knows
        }
    }

    /// `flow`, with the URLs that it needs.
    fn flow(&mut self, fields: &Fields<'n>) -> OAuth2Flows {
        let mut flows = OAuth2Flows::default();
        let scopes = self.scopes(fields);
        let authorization_url = self.text(fields, "authorizationUrl").unwrap_or_default();
        let token_url = self.text(fields, "tokenUrl").unwrap_or_default();
        let (refresh_url, extensions) = (None, IndexMap::default());
        let instead = "how a token is come by is left to the caller";
        match self.required(fields, "flow", instead).as_deref() {
            None => {} // it was reported
            Some("implicit") => {
                flows.implicit = Some(ImplicitOAuth2Flow {
                    authorization_url,
                    refresh_url,
                    scopes,
                    extensions,
                });
            }
            Some("password") => {
                flows.password = Some(PasswordOAuth2Flow {
                    token_url,
                    refresh_url,
                    scopes,
                    extensions,
                });
            }
            Some("application") => {
                flows.client_credentials = Some(ClientCredentialsOAuth2Flow {
                    token_url,
                    refresh_url,
                    scopes,
                    extensions,
                });
            }
            Some("accessCode") => {
                flows.authorization_code = Some(AuthorizationCodeOAuth2Flow {
                    authorization_url,
                    token_url,
                    refresh_url,
                    scopes,
                    extensions,
                });
            }
            Some(other) => {
                let expected = format!("one of `{}`", FLOWS.join("`, `"));
                self.sink
                    .push(codes::invalid_value(&fields.at("flow"), other, &expected));
            }
        }
        flows
    }

    fn scopes(&mut self, fields: &Fields<'n>) -> IndexMap<String, String> {
        let Some(scopes) = self.inner(fields, "scopes") else {
            return IndexMap::new();
        };
        let names = scopes.mapping.iter().map(|(name, _)| name);
        let names = names.filter(|name| !name.starts_with("x-"));
        names
            .map(|name| (name.to_owned(), scopes.text_or_empty(name)))
            .collect()
    }
}

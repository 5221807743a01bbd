// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! A setter for each kind of credential, where the API has a scheme of it.

use super::ClientBuilder;
use crate::runtime::client::{ApiKeyScheme, BasicScheme, BearerScheme, Credential, TokenProvider};
use crate::runtime::client::{ClientCredentials, ClientCredentialsScheme};
use crate::runtime::codec::Secret;

impl<A: BearerScheme> ClientBuilder<A> {
    /// The bearer token.
    pub fn bearer_token(self, token: impl Into<Secret>) -> Self {
        self.credential(A::NAME, Credential::bearer(token))
    }

    /// Bearer tokens that are fetched when they are needed: see [`TokenProvider`].
    pub fn token_provider(self, provider: impl TokenProvider + 'static) -> Self {
        self.credential(A::NAME, Credential::provider(provider))
    }
}

impl<A: ClientCredentialsScheme> ClientBuilder<A> {
    /// The client's id and secret, which tokens with all of the document's scopes are fetched with. For
    /// other scopes or another token endpoint see [`ClientCredentials`].
    pub fn client_credentials(self, id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        let provider = ClientCredentials::new(A::TOKEN_URL, id, secret);
        let provider = provider.scopes(A::SCOPES.iter().copied());
        self.credential(A::NAME, Credential::provider(provider))
    }
}

impl<A: BasicScheme> ClientBuilder<A> {
    /// User and password.
    pub fn basic(self, user: impl Into<Secret>, password: impl Into<Secret>) -> Self {
        self.credential(A::NAME, Credential::basic(user, password))
    }
}

impl<A: ApiKeyScheme> ClientBuilder<A> {
    /// The API key.
    pub fn api_key(self, key: impl Into<Secret>) -> Self {
        self.credential(A::NAME, Credential::api_key(key))
    }
}

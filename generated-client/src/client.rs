// Made by clientsmith from `ocamba-hood.yaml`. Do not edit: `cargo xtask codegen` makes it anew.

//! The client and its builder.

use crate::call::Call;
use crate::runtime::{
    Api, ApiSpec, BearerScheme, Core, Operation, Scheme, SchemeKind, Server,
};

/// A client of Ocamba Hood API. Cheap to clone: clones share connections, credentials and limits.
#[derive(Debug, Clone)]
pub struct Client {
    core: Core,
}

/// Builds a [`Client`].
pub type ClientBuilder = crate::runtime::ClientBuilder<Client>;

impl Client {
    /// Starts building a client.
    ///
    /// # Credentials
    ///
    /// `bearer_token` is for `bearer`.
    ///
    /// The API token: `Authorization: Bearer {TOKEN}`.
    ///
    /// # Example
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// let client = ocamba_hood::Client::builder()
    ///     .bearer_token("token")
    ///     .timeout(Duration::from_secs(60))
    ///     .user_agent("my-application/1.0");
    /// ```
    #[inline]
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    /// A call of a request that was built by hand.
    #[inline]
    pub fn call<O: Operation>(&self, operation: O) -> Call<'_, O> {
        Call::new(&self.core, operation)
    }
}

impl Api for Client {
    const SPEC: &'static ApiSpec = &ApiSpec {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        servers: &[
            Server {
                url: "https://api.ocamba.com/v1",
                variables: &[],
            },
        ],
        schemes: &[
            Scheme {
                name: "bearer",
                kind: SchemeKind::Bearer,
            },
        ],
    };

    #[inline]
    fn from_core(core: Core) -> Self {
        Self { core }
    }
}

impl BearerScheme for Client {
    const NAME: &'static str = "bearer";
}

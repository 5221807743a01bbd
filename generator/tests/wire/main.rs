//! Drives the committed client against a real HTTP server on loopback. What is written here is what
//! the issue demands of the wire: bytes, outcomes, failures, limits. Not the runtime's own parts.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod failures;
mod limits;
mod loopback;
mod outcomes;
mod patches;
mod paths;
mod requests;
mod streams;

use loopback::Server;
use ocamba_hood::{Client, ClientBuilder};

/// A client of the server with a token, and nothing else changed.
fn client_of(server: &Server) -> Client {
    builder_of(server).build().expect("a client")
}

/// The builder of such a client.
fn builder_of(server: &Server) -> ClientBuilder {
    Client::builder()
        .base_url(server.url())
        .bearer_token("s3cret")
}

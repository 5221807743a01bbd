// Made by clientsmith from `ocamba-hood.yaml`. Do not edit: `cargo xtask codegen` makes it anew.

//! A client of Ocamba Hood API, version `1`.
//!
//! One operation of the Ocamba Hood API: *Update Partner contact*. Written by hand from its documentation page. What that page leaves open is left open here: the kinds of contacts may grow, and the ids are strings of no stated form.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use ocamba_hood::Client;
//! use ocamba_hood::types::{ContactType, PartnerContactPatch};
//!
//! let client = Client::builder().bearer_token(std::env::var("API_TOKEN")?).build()?;
//! let response = client
//!     .update_partner_contact(
//!         "12345",
//!         "95eb301b-6aaf-42ad-a219-ccbd5f4d3d2b",
//!         PartnerContactPatch::new()
//!             .value("name@example.com")
//!             .type_(ContactType::Email),
//!     )
//!     .await?;
//! # Ok(())
//! # }
//! ```

mod client;
pub mod operations;
pub mod runtime;
pub mod types;

runtime::rules! {
    mod rules;
}

pub use call::Call;
pub use client::{Client, ClientBuilder};
pub use runtime::Error;
use runtime::call;

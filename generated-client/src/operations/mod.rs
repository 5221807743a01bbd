// Made by clientsmith from `ocamba-hood.yaml`. Do not edit: `cargo xtask codegen` makes it anew.

//! The operations of the API: requests, and what they come to.

pub mod partner_contacts;

pub use partner_contacts::{UpdatePartnerContact, UpdatePartnerContactError};

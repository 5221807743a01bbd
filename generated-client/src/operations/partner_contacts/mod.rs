// Made by clientsmith from `ocamba-hood.yaml`. Do not edit: `cargo xtask codegen` makes it anew.

//! Partner contacts: The ways in which a partner can be reached.

mod update_partner_contact;

pub use update_partner_contact::{UpdatePartnerContact, UpdatePartnerContactError};

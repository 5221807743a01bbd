// Made by clientsmith from `ocamba-hood.yaml`. Do not edit: `cargo xtask codegen` makes it anew.

//! What the document demands of operations' requests.

pub(crate) mod update_partner_contact;

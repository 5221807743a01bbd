// Made by clientsmith from `ocamba-hood.yaml`. Do not edit: `cargo xtask codegen` makes it anew.

//! What the document demands of types that are sent.

mod partner_contact_patch;

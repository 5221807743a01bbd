// Made by clientsmith from `ocamba-hood.yaml`. Do not edit: `cargo xtask codegen` makes it anew.

//! The types of the API.

mod contact_type;
mod partner_contact_patch;
mod problem;

pub use contact_type::ContactType;
pub use partner_contact_patch::PartnerContactPatch;
pub use problem::Problem;

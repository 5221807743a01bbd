//! The types.

mod contact_type;
mod partner_contact_patch;
mod problem;

pub use contact_type::ContactType;
pub use partner_contact_patch::PartnerContactPatch;
pub use problem::Problem;

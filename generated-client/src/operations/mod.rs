//! The operations.

mod partner_contacts;

pub use partner_contacts::{UpdatePartnerContact, UpdatePartnerContactError};

//! Operations on partner contacts.

mod update_partner_contact;

pub use update_partner_contact::{UpdatePartnerContact, UpdatePartnerContactError};

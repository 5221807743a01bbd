//! Kinds of contacts.

use crate::runtime::Known;

/// What kind of contact it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContactType {
    /// `email`
    Email,
    /// `mobile`
    Mobile,
    /// `phone`
    Phone,
}

impl Known for ContactType {
    const NAMES: &'static [&'static str] = &["email", "mobile", "phone"];
    const ALL: &'static [Self] = &[Self::Email, Self::Mobile, Self::Phone];

    #[inline]
    fn ordinal(self) -> usize {
        self as usize
    }
}

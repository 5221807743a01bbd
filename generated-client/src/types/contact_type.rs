// Made by clientsmith from `ocamba-hood.yaml`. Do not edit: `cargo xtask codegen` makes it anew.

//! The type [`ContactType`].

use crate::runtime::Known;

/// What kind of contact it is. The list is not complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContactType {
    /// `email`.
    Email,
    /// `mobile`.
    Mobile,
    /// `phone`.
    Phone,
    /// `sip`.
    Sip,
    /// `skype`.
    Skype,
    /// `website`.
    Website,
}

impl Known for ContactType {
    const NAMES: &'static [&'static str] = &[
        "email",
        "mobile",
        "phone",
        "sip",
        "skype",
        "website",
    ];

    const ALL: &'static [Self] = &[
        Self::Email,
        Self::Mobile,
        Self::Phone,
        Self::Sip,
        Self::Skype,
        Self::Website,
    ];

    #[inline]
    fn ordinal(self) -> usize {
        self as usize
    }
}

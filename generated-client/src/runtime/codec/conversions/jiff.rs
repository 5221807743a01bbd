// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Points in time, dates and spans to and from the `jiff` crate's. Outside of the years 0 to 9999
//! RFC 3339 has no text: such a value becomes one that is not of its format (`is_valid`).

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::read;
use crate::runtime::codec;

impl From<Timestamp> for codec::DateTime {
    fn from(timestamp: Timestamp) -> Self {
        Self::unchecked(timestamp.to_string())
    }
}

impl From<Date> for codec::Date {
    fn from(date: Date) -> Self {
        Self::unchecked(date.to_string())
    }
}

/// Not below zero: `duration` has no sign.
impl TryFrom<SignedDuration> for codec::Duration {
    type Error = codec::FormatError;

    fn try_from(duration: SignedDuration) -> Result<Self, Self::Error> {
        Self::new(duration.to_string())
    }
}

read!(codec::DateTime => Timestamp = Timestamp::UNIX_EPOCH, jiff::Error, str::parse);
read!(codec::Date => Date = Date::ZERO, jiff::Error, str::parse);
read!(codec::Duration => SignedDuration = SignedDuration::ZERO, jiff::Error, str::parse);

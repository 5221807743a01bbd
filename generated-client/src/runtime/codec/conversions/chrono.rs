// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Points in time and dates to and from the `chrono` crate's. Outside of the years 0 to 9999 RFC
//! 3339 has no text: such a value becomes one that is not of its format (`is_valid`).

use chrono::{DateTime, FixedOffset, NaiveDate, ParseError, SecondsFormat, Utc};

use super::read;
use crate::runtime::codec;

impl From<DateTime<Utc>> for codec::DateTime {
    fn from(time: DateTime<Utc>) -> Self {
        Self::unchecked(time.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl From<DateTime<FixedOffset>> for codec::DateTime {
    fn from(time: DateTime<FixedOffset>) -> Self {
        Self::unchecked(time.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl From<NaiveDate> for codec::Date {
    fn from(date: NaiveDate) -> Self {
        Self::unchecked(date.to_string())
    }
}

fn utc(text: &str) -> Result<DateTime<Utc>, ParseError> {
    DateTime::parse_from_rfc3339(text).map(|time| time.to_utc())
}

read!(codec::DateTime => DateTime<FixedOffset> = Self::default(), ParseError, DateTime::parse_from_rfc3339);
read!(codec::DateTime => DateTime<Utc> = Self::default(), ParseError, utc);
read!(codec::Date => NaiveDate = Self::default(), ParseError, str::parse);

//! Points in time and dates to and from the `time` crate's.

use time::format_description::well_known::{Iso8601, Rfc3339};
use time::{Date, OffsetDateTime, error};

use super::read;
use crate::codec;

/// Only years from 0 to 9999, and offsets of whole minutes.
impl TryFrom<OffsetDateTime> for codec::DateTime {
    type Error = error::Format;

    fn try_from(time: OffsetDateTime) -> Result<Self, Self::Error> {
        time.format(&Rfc3339).map(Self::unchecked)
    }
}

/// Only years from 0 to 9999.
impl TryFrom<Date> for codec::Date {
    type Error = error::Format;

    fn try_from(date: Date) -> Result<Self, Self::Error> {
        date.format(&Iso8601::DATE).map(Self::unchecked)
    }
}

fn point(text: &str) -> Result<OffsetDateTime, error::Parse> {
    OffsetDateTime::parse(text, &Rfc3339)
}

fn date(text: &str) -> Result<Date, error::Parse> {
    Date::parse(text, &Iso8601::DATE)
}

read!(codec::DateTime => OffsetDateTime = OffsetDateTime::UNIX_EPOCH, error::Parse, point);
read!(codec::Date => Date = Date::MIN, error::Parse, date);

//! `date-time`, `date` and `time`: RFC 3339, section 5.6. A time always has an offset.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{Date, DateTime, Format, Time};
use crate::codec;

const MINUTES_OF_A_DAY: u32 = 24 * 60;
const SECONDS_OF_A_DAY: i64 = 24 * 60 * 60;

/// In UTC, with nine digits of a second where it is not a whole one. Outside of the years 0 to 9999 it is not of
/// the format.
impl From<SystemTime> for codec::DateTime {
    fn from(time: SystemTime) -> Self {
        let whole = |span: Duration| i64::try_from(span.as_secs()).unwrap_or(i64::MAX / 2);
        let (seconds, nanos) = match time.duration_since(UNIX_EPOCH) {
            Ok(after) => (whole(after), after.subsec_nanos()),
            Err(before) => match before.duration() {
                span if span.subsec_nanos() == 0 => (-whole(span), 0),
                span => (-whole(span) - 1, 1_000_000_000 - span.subsec_nanos()),
            },
        };
        let (year, month, day) = civil(seconds.div_euclid(SECONDS_OF_A_DAY));
        let second = seconds.rem_euclid(SECONDS_OF_A_DAY);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        let fraction = match nanos {
            0 => String::new(),
            nanos => format!(".{nanos:09}"),
        };
        Self::unchecked(format!(
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z"
        ))
    }
}

/// Year, month and day of a day, counted from 1970-01-01. Years are counted from March, of which every 400 have
/// as many days (H. Hinnant, `civil_from_days`).
fn civil(days: i64) -> (i64, i64, i64) {
    let (era, day_of_era) = (
        (days + 719_468).div_euclid(146_097),
        (days + 719_468).rem_euclid(146_097),
    );
    let leap_days = day_of_era / 1460 - day_of_era / 36_524 + day_of_era / 146_096;
    let year = (day_of_era - leap_days) / 365;
    let day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let year = year + era * 400;
    match month {
        0..=9 => (year, month + 3, day),
        _ => (year + 1, month - 9, day),
    }
}

impl Format for DateTime {
    const NAME: &'static str = "date-time";

    fn is_valid(text: &str) -> bool {
        text.split_once(['T', 't'])
            .is_some_and(|(day, time)| date(day) && full_time(time))
    }
}

impl Format for Date {
    const NAME: &'static str = "date";

    fn is_valid(text: &str) -> bool {
        date(text)
    }
}

impl Format for Time {
    const NAME: &'static str = "time";

    fn is_valid(text: &str) -> bool {
        full_time(text)
    }
}

/// `2024-02-29`.
fn date(text: &str) -> bool {
    let mut parts = text.split('-');
    let year = parts.next().and_then(|part| digits(part, 4));
    let month = parts.next().and_then(|part| digits(part, 2));
    let day = parts.next().and_then(|part| digits(part, 2));
    match (year, month, day, parts.next()) {
        (Some(year), Some(month), Some(day), None) => (1..=days(year, month)).contains(&day),
        _ => false,
    }
}

fn days(year: u32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// `23:59:60.5Z`, `08:00:00+01:00`.
fn full_time(text: &str) -> bool {
    let Some(start) = text.find(['Z', 'z', '+', '-']) else {
        return false;
    };
    let (time, offset) = text.split_at(start);
    let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let Some([hour, minute, second]) = clock_parts(clock) else {
        return false;
    };
    let Some(offset) = minutes_of_offset(offset) else {
        return false;
    };
    let utc = (hour * 60 + minute + MINUTES_OF_A_DAY - offset) % MINUTES_OF_A_DAY;
    // A leap second is the last of a day of UTC.
    let seconds = if utc == MINUTES_OF_A_DAY - 1 { 60 } else { 59 };
    hour <= 23 && minute <= 59 && second <= seconds && !fraction.is_empty() && all_digits(fraction)
}

/// The minutes by which an offset is ahead of UTC, counted around the clock.
fn minutes_of_offset(offset: &str) -> Option<u32> {
    if offset.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let [hour, minute] = clock_parts(offset.get(1..)?)?;
    if hour > 23 || minute > 59 {
        return None;
    }
    let minutes = hour * 60 + minute;
    match offset.starts_with('-') {
        true => Some(MINUTES_OF_A_DAY - minutes),
        false => Some(minutes),
    }
}

/// Numbers of two digits between colons.
fn clock_parts<const N: usize>(text: &str) -> Option<[u32; N]> {
    let parts: Option<Vec<u32>> = text.split(':').map(|part| digits(part, 2)).collect();
    parts?.try_into().ok()
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn digits(text: &str, length: usize) -> Option<u32> {
    match text.len() == length && all_digits(text) {
        true => text.parse().ok(),
        false => None,
    }
}

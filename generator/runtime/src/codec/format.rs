//! The formats that have a type, and their grammars. Values are checked, not converted.

use std::fmt;

/// A format of strings.
pub trait Format: 'static {
    /// Its name in OpenAPI's registry.
    const NAME: &'static str;

    /// Whether a text is of the format.
    fn is_valid(text: &str) -> bool;
}

/// A text that is not of a format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatError {
    text: String,
    format: &'static str,
}

impl FormatError {
    pub(super) fn new(text: String, format: &'static str) -> Self {
        Self { text, format }
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:?} is not of the format `{}`",
            self.text, self.format
        )
    }
}

impl std::error::Error for FormatError {}

/// `date-time`.
#[derive(Debug)]
pub enum DateTime {}
/// `date`.
#[derive(Debug)]
pub enum Date {}
/// `time`.
#[derive(Debug)]
pub enum Time {}
/// `duration`.
#[derive(Debug)]
pub enum Duration {}
/// `uuid`.
#[derive(Debug)]
pub enum Uuid {}
/// `byte`.
#[derive(Debug)]
pub enum Base64 {}

impl Format for DateTime {
    const NAME: &'static str = "date-time";

    fn is_valid(text: &str) -> bool {
        match (text.get(..10), text.get(10..11), text.get(11..)) {
            (Some(day), Some("T" | "t" | " "), Some(time)) => date(day) && full_time(time),
            _ => false,
        }
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

impl Format for Duration {
    const NAME: &'static str = "duration";

    fn is_valid(text: &str) -> bool {
        duration(text)
    }
}

impl Format for Uuid {
    const NAME: &'static str = "uuid";

    fn is_valid(text: &str) -> bool {
        let lengths = [8, 4, 4, 4, 12];
        let mut parts = text.split('-');
        let hexadecimal = |part: &str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
        let exact = lengths.iter().all(|length| {
            parts
                .next()
                .is_some_and(|part| part.len() == *length && hexadecimal(part))
        });
        exact && parts.next().is_none()
    }
}

impl Format for Base64 {
    const NAME: &'static str = "byte";

    fn is_valid(text: &str) -> bool {
        let digits = text.trim_end_matches('=');
        let padding = text.len() - digits.len();
        text.len() % 4 == 0
            && padding <= 2
            && digits
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/')
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
    let (clock, fraction) = match time.split_once('.') {
        Some((clock, fraction)) => (clock, Some(fraction)),
        None => (time, None),
    };
    let fraction = fraction.is_none_or(|digits| !digits.is_empty() && all_digits(digits));
    let offset = match offset.get(1..) {
        Some("") => offset.eq_ignore_ascii_case("z"),
        Some(offset) => clock_parts(offset, &[23, 59]) && !text.ends_with(['z', 'Z']),
        None => false,
    };
    clock_parts(clock, &[23, 59, 60]) && fraction && offset
}

fn clock_parts(text: &str, limits: &[u32]) -> bool {
    let mut parts = text.split(':');
    let within = limits.iter().all(|limit| {
        parts
            .next()
            .and_then(|part| digits(part, 2))
            .is_some_and(|value| value <= *limit)
    });
    within && parts.next().is_none()
}

/// `P1Y2M3DT4H5M6S`, `P4W`.
fn duration(text: &str) -> bool {
    let Some(text) = text.strip_prefix('P') else {
        return false;
    };
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let date_valid = components(date, "YMD") || components(date, "W");
    let time_valid = time.is_none_or(|time| !time.is_empty() && components(time, "HMS"));
    date_valid && time_valid && !text.is_empty()
}

/// Digits before each of some of the units, in the units' order.
fn components(text: &str, units: &str) -> bool {
    let mut rest = text;
    for unit in units.chars() {
        if let Some((number, after)) = rest.split_once(unit) {
            let number = number.replacen('.', "", 1);
            if number.is_empty() || !all_digits(&number) {
                return false;
            }
            rest = after;
        }
    }
    rest.is_empty()
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

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Integers of a JSON text, exactly: `1.0` and `1e3` are integers too (JSON Schema, 6.1.1), and
//! nothing goes through a floating point number on its way.

use std::borrow::Cow;
use std::str::FromStr;

use crate::runtime::codec::{DecodeError, Reader};

/// More digits than any integer type of Rust has.
const DIGITS: usize = 40;

/// Why a number is not an integer of Rust's.
enum Other {
    Fraction,
    TooLarge,
}

impl Reader<'_> {
    /// Reads an integer.
    ///
    /// # Errors
    ///
    /// Where something else comes next, or the number has a fraction or does not fit.
    pub fn integer<T: FromStr>(&mut self) -> Result<T, DecodeError> {
        let (text, end) = (self.number()?, self.offset());
        if let Ok(integer) = text.parse() {
            return Ok(integer);
        }
        let start = end.saturating_sub(text.len());
        let digits = digits(text).map_err(|other| refusal::<T>(text, &other, start))?;
        digits
            .parse()
            .map_err(|_| refusal::<T>(text, &Other::TooLarge, start))
    }
}

fn refusal<T>(text: &str, other: &Other, offset: usize) -> DecodeError {
    let shown = match text.get(..DIGITS) {
        Some(start) => format!("{start}…"),
        None => text.to_owned(),
    };
    match other {
        Other::Fraction => DecodeError::unexpected(shown, "an integer", offset),
        Other::TooLarge => DecodeError::new(
            format!(
                "{shown} is out of the range of {}",
                std::any::type_name::<T>()
            ),
            offset,
        ),
    }
}

/// The integer's digits with neither point nor exponent.
fn digits(number: &str) -> Result<Cow<'_, str>, Other> {
    let (sign, magnitude) = match number.strip_prefix('-') {
        Some(magnitude) => ("-", magnitude),
        None => ("", number),
    };
    let (decimal, exponent) = match magnitude.split_once(['e', 'E']) {
        Some((decimal, exponent)) => (decimal, exponent),
        None => (magnitude, "0"),
    };
    let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    let joined = [whole, fraction].concat();
    let significant = joined.trim_end_matches('0');
    if significant.is_empty() {
        return Ok("0".into());
    }
    let trimmed = joined.len() - significant.len();
    let shift = i64::try_from(trimmed).unwrap_or(i64::MAX)
        - i64::try_from(fraction.len()).unwrap_or(i64::MAX);
    let scale = exponent_of(exponent).saturating_add(shift);
    let significant = significant.trim_start_matches('0');
    match usize::try_from(scale) {
        Err(_) => Err(Other::Fraction),
        Ok(zeros) if zeros.saturating_add(significant.len()) > DIGITS => Err(Other::TooLarge),
        Ok(zeros) => Ok([sign, significant, &"0".repeat(zeros)].concat().into()),
    }
}

/// An exponent too long to be a number is as good as the largest one.
fn exponent_of(exponent: &str) -> i64 {
    let limit = i64::from(i32::MAX);
    match exponent.parse::<i64>() {
        Ok(exponent) => exponent.clamp(-limit, limit),
        Err(_) if exponent.starts_with('-') => -limit,
        Err(_) => limit,
    }
}

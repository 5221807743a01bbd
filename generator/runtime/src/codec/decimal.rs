//! Numbers of a JSON text as decimal digits: compared exactly, whatever their size. Not
//! arithmetic, and never floating point.

#[cfg(feature = "validate")]
mod arithmetic;

/// A number: its significant digits, of which the last stands for `10^exponent`. Zero has no digit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decimal {
    negative: bool,
    digits: String,
    exponent: i64,
}

impl Decimal {
    /// A number as JSON writes it; `None` for any other text.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (negative, magnitude) = match text.strip_prefix('-') {
            Some(magnitude) => (true, magnitude),
            None => (false, text),
        };
        let (decimal, exponent) = magnitude.split_once(['e', 'E']).unwrap_or((magnitude, "0"));
        let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
        let all = [whole, fraction].concat();
        if whole.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
        let exponent: i64 = exponent.parse().ok()?;
        let significant = all.trim_end_matches('0');
        let cut = i64::try_from(all.len() - significant.len()).ok()?;
        let places = i64::try_from(fraction.len()).ok()?;
        let digits = significant.trim_start_matches('0').to_owned();
        match digits.is_empty() {
            true => Some(Self {
                negative: false,
                digits,
                exponent: 0,
            }),
            false => Some(Self {
                negative,
                digits,
                exponent: exponent.checked_sub(places)?.checked_add(cut)?,
            }),
        }
    }

    /// Whether two texts are one number: `1`, `1.0` and `10e-1` are.
    pub(crate) fn are_same(one: &str, other: &str) -> bool {
        match (Self::parse(one), Self::parse(other)) {
            (Some(one), Some(other)) => one == other,
            _ => false,
        }
    }
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! `duration`: RFC 3339, appendix A, and what ISO 8601 has beyond it: units left out in between,
//! and a fraction of the seconds.

use super::{Duration, Format};

impl Format for Duration {
    const NAME: &'static str = "duration";

    fn is_valid(text: &str) -> bool {
        let Some(text) = text.strip_prefix('P') else {
            return false;
        };
        let (date, time) = text.split_once('T').unwrap_or((text, ""));
        if text.is_empty() || text.ends_with('T') {
            return false;
        }
        (components(date, "YMD") || components(date, "W")) && components(time, "HMS")
    }
}

/// Digits before each of some of the units, in the units' order.
fn components(text: &str, units: &str) -> bool {
    let mut rest = text;
    for unit in units.chars() {
        if let Some((number, after)) = rest.split_once(unit) {
            let (whole, fraction) = match unit {
                'S' => number.split_once('.').unwrap_or((number, "0")),
                _ => (number, "0"),
            };
            if !is_digits(whole) || !is_digits(fraction) {
                return false;
            }
            rest = after;
        }
    }
    rest.is_empty()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

//! Rate limits that the user declares beside the document's.

use super::Pattern;

/// A rate limit: so many requests in any window of that length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// Its name.
    pub name: String,
    /// How many requests.
    pub limit: u32,
    /// The window, in milliseconds.
    pub window_millis: u64,
    /// What is counted together.
    pub scope: LimitScope,
    /// The operations that it binds; all, where nothing is said.
    pub on: Vec<Pattern>,
}

/// What a limit counts together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LimitScope {
    /// Every operation that it binds.
    #[default]
    Document,
    /// Operations of one tag, which is an operation's first.
    Tag,
    /// One operation.
    Operation,
}

/// A length of time in milliseconds: a number of seconds, or a number with `ms`, `s`, `m`, `h` or `d`.
pub fn window_millis(text: &str) -> Option<u64> {
    let text = text.trim();
    let unit = text
        .find(|c: char| c.is_ascii_alphabetic())
        .unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(unit)?;
    let millis = match unit {
        "ms" => 1.0,
        "" | "s" => 1_000.0,
        "m" | "min" => 60_000.0,
        "h" => 3_600_000.0,
        "d" => 86_400_000.0,
        _ => return None,
    };
    let length = number.trim().parse::<f64>().ok()? * millis;
    let fits = length.is_finite() && (0.0..1e15).contains(&length);
    fits.then(|| length.ceil() as u64)
        .filter(|millis| *millis > 0)
}

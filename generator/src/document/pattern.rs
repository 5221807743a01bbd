//! `pattern`: whether a text is a regular expression of ECMA-262. What matches is the runtime's to find out.

/// Whether the runtime can read a pattern: with the flag `u`, as JSON Schema recommends, or without it.
pub fn is_readable_pattern(pattern: &str) -> bool {
    regress::Regex::with_flags(pattern, "u").is_ok() || regress::Regex::new(pattern).is_ok()
}

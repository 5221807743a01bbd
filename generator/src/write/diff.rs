//! Differences as text: the unified form that everybody reads.

use similar::TextDiff;

/// The difference between what stands in a file and what would; an absent file is empty.
pub(super) fn unified(path: &str, before: &str, after: &str) -> String {
    TextDiff::from_lines(before, after)
        .unified_diff()
        .context_radius(3)
        .header(
            &format!("{path} (as it is)"),
            &format!("{path} (as it would be)"),
        )
        .to_string()
}

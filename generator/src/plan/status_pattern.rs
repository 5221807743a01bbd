//! Which statuses an arm of `decode` is for, and what they are called.

use http::StatusCode;

use super::Arm;

/// Which statuses an arm is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusPattern {
    /// One status.
    Exact(u16),
    /// From one status to another.
    Between(u16, u16),
    /// Every other.
    Any,
}

impl StatusPattern {
    /// Whether there is a status that both are for.
    pub(super) fn meets(self, other: Self) -> bool {
        let bounds = |pattern| match pattern {
            Self::Exact(status) => (status, status),
            Self::Between(first, last) => (first, last),
            Self::Any => (0, u16::MAX),
        };
        let ((first, last), (other_first, other_last)) = (bounds(self), bounds(other));
        first <= other_last && other_first <= last
    }
}

/// Takes the first statuses out of a range where arms before it have dealt with them: `402..=499` after `400` and `401`.
/// Clippy takes two patterns that begin alike for an oversight.
pub(super) fn begin_apart(arms: &mut [Arm]) {
    let mut done = Vec::new();
    for arm in arms {
        match arm.status {
            StatusPattern::Exact(status) if arm.guard.is_none() => done.push(status),
            StatusPattern::Between(first, last) => {
                let mut others = first..=last;
                let first = others.find(|status| !done.contains(status));
                arm.status = first.map_or(arm.status, |first| StatusPattern::Between(first, last));
            }
            _ => {}
        }
    }
}

/// What a status is called, and how it begins a sentence.
pub(super) fn name_and_title(status: StatusPattern) -> (String, String) {
    match status {
        StatusPattern::Exact(status) => {
            let reason = StatusCode::from_u16(status)
                .ok()
                .and_then(|code| code.canonical_reason());
            match reason {
                Some(reason) => (reason.to_owned(), format!("{status} {reason}")),
                None => (format!("Status {status}"), status.to_string()),
            }
        }
        StatusPattern::Between(first, _) => {
            let words = match first / 100 {
                1 => "Informational",
                2 => "Success",
                3 => "Redirection",
                4 => "ClientErrors",
                _ => "ServerErrors",
            };
            (words.to_owned(), format!("{}xx", first / 100))
        }
        StatusPattern::Any => ("Other".to_owned(), "Any other status".to_owned()),
    }
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Why a request cannot be sent as it is.

use std::fmt;

use crate::runtime::codec::EncodeError;
use crate::runtime::error::Violation;

/// Why a request cannot be sent as it is. Nothing was sent.
///
/// What it knows stands in a box: whatever may fail with it is no larger for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestError(Box<Reason>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Reason {
    message: String,
    missing: &'static [&'static [&'static str]],
    violations: Vec<Violation>,
}

impl RequestError {
    /// A reason of the caller's own.
    pub fn new(message: impl Into<String>) -> Self {
        Self::told(message.into())
    }

    #[cold]
    fn told(message: String) -> Self {
        Self(Box::new(Reason {
            message,
            missing: &[],
            violations: Vec::new(),
        }))
    }

    /// The security schemes that the client has no credentials for: alternatives, each of schemes that
    /// are needed together. Empty where the reason is another.
    pub fn missing_credentials(&self) -> &'static [&'static [&'static str]] {
        self.0.missing
    }

    /// The values that the document does not allow: all of them. Empty where the reason is another.
    pub fn violations(&self) -> &[Violation] {
        &self.0.violations
    }

    #[cold]
    pub(crate) fn invalid(violations: Vec<Violation>) -> Self {
        let words: Vec<_> = violations.iter().map(ToString::to_string).collect();
        let mut error = Self::told(words.join("; "));
        error.0.violations = violations;
        error
    }

    #[cfg(not(feature = "validate"))]
    pub(crate) fn without_rules() -> Self {
        Self::new(
            "the document's rules are not compiled in, so that nothing can be held to them: turn the feature `validate` on",
        )
    }

    #[cold]
    pub(crate) fn path_segment(parameter: &str, segment: &str) -> Self {
        Self::new(format!(
            "the path parameter `{parameter}` makes the path segment {segment:?}, which is another path"
        ))
    }

    #[cold]
    pub(crate) fn missing_parameter(parameter: &str) -> Self {
        Self::new(format!("the path parameter `{parameter}` has no value"))
    }

    #[cold]
    pub(crate) fn header(name: &str) -> Self {
        Self::new(format!(
            "the value for `{name}` has characters that no header field can hold"
        ))
    }

    #[cold]
    pub(crate) fn header_name(name: &str) -> Self {
        Self::new(format!("{name:?} is not the name of a header field"))
    }

    #[cold]
    pub(crate) fn encode(name: &str, error: EncodeError) -> Self {
        Self::new(format!("`{name}`: {error}"))
    }

    #[cold]
    pub(crate) fn credentials(schemes: &'static [&'static [&'static str]]) -> Self {
        let alternatives: Vec<_> = schemes
            .iter()
            .map(|schemes| format!("`{}`", schemes.join("` and `")))
            .collect();
        let mut error = Self::told(format!(
            "no credential for the security scheme {}; give the client builder one",
            alternatives.join(", or for ")
        ));
        error.0.missing = schemes;
        error
    }

    #[cold]
    pub(crate) fn target(target: &str) -> Self {
        Self::new(format!("{target:?} is not a target that can be sent"))
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.message)
    }
}

impl std::error::Error for RequestError {}

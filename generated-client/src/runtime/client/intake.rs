// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! How much of a reply is taken in before the caller has it.

use http::{HeaderMap, StatusCode};

use crate::runtime::operation::content_type;
use crate::runtime::stream::Framing;

/// How much of a reply is taken in before the caller has it. Of failures it is always the whole.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) enum Intake {
    /// All of it.
    #[default]
    Whole,
    /// The header fields.
    Bytes,
    /// The header fields, where what follows can be a stream of items.
    Items(Framing),
}

impl Intake {
    /// Whether the body is left to the caller.
    pub(super) fn leaves_body(self, status: StatusCode, headers: &HeaderMap) -> bool {
        match self {
            Self::Whole => false,
            Self::Bytes => status.is_success(),
            Self::Items(framing) => status.is_success() && framing.fits(content_type(headers)),
        }
    }
}

// Made by clientsmith from `ocamba-hood.yaml`. Do not edit: `cargo xtask codegen` makes it anew.

//! The type [`Problem`].

use crate::runtime::{Decode, DecodeError, Encode, Reader, Uuid, Writer, value_traits};

/// What went wrong.
#[derive(Clone)]
#[non_exhaustive]
pub struct Problem {
    /// The status of the response.
    pub code: i64,
    /// What went wrong, in short.
    pub title: String,
    /// What went wrong, in detail.
    pub message: Option<String>,
    /// Identifies the request; to be named when asking for help.
    pub trace_id: Uuid,
}

impl Problem {
    pub(super) const NAMES: &'static [&'static str] = &[
        "code",
        "title",
        "message",
        "trace_id",
    ];

    /// With everything that is required.
    #[inline]
    #[must_use]
    pub fn new(code: i64, title: impl Into<String>, trace_id: Uuid) -> Self {
        Self {
            code,
            title: title.into(),
            message: None,
            trace_id,
        }
    }
}

impl Encode for Problem {
    #[inline]
    fn encode(&self, writer: &mut Writer) {
        writer
            .object(
                Self::NAMES,
                &[&self.code, &self.title, &self.message, &self.trace_id],
            );
    }
}

impl Decode for Problem {
    #[inline]
    fn vacant() -> Self {
        Self {
            code: Decode::vacant(),
            title: Decode::vacant(),
            message: Decode::vacant(),
            trace_id: Decode::vacant(),
        }
    }

    #[inline]
    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        reader
            .object(
                Self::NAMES,
                &mut [
                    &mut self.code,
                    &mut self.title,
                    &mut self.message,
                    &mut self.trace_id,
                ],
            )
    }
}

value_traits!(Problem);

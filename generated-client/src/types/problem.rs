//! What went wrong.

use crate::runtime::{Decode, DecodeError, Encode, Reader, Uuid, Writer};

/// What went wrong.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `code`
    pub code: i64,
    /// `title`
    pub title: String,
    /// `message`
    pub message: Option<String>,
    /// `trace_id`
    pub trace_id: Uuid,
}

impl Problem {
    const NAMES: &'static [&'static str] = &["code", "title", "message", "trace_id"];
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
        reader.object(
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

impl Encode for Problem {
    #[inline]
    fn encode(&self, writer: &mut Writer) {
        writer.object(
            Self::NAMES,
            &[&self.code, &self.title, &self.message, &self.trace_id],
        );
    }
}

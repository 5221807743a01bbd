//! How well what is read fits its type: what is lost, and what is kept though nobody knows it. Where several types
//! are tried, the best fit wins (`choice.rs`).

use crate::codec::{DecodeError, Reader};

/// How many values that are kept though nobody knows them are as bad as a byte that is lost.
const LOST_BYTE: usize = 1024;

impl Reader<'_> {
    /// Takes notice that what comes is not quite what a type says: a union may have a better one.
    pub(super) fn misfit(&mut self) {
        self.misfits = self.misfits.saturating_add(1);
    }

    /// Takes notice that so many bytes are not kept: worse than many values that are kept though nobody knows them,
    /// and the worse the more is lost.
    pub(super) fn lost(&mut self, bytes: usize) {
        let misfits = bytes.saturating_mul(LOST_BYTE);
        self.misfits = self.misfits.saturating_add(misfits);
    }

    /// Passes over the next value, which the type does not keep, nor its name of so many bytes.
    pub(super) fn lose(&mut self, name: usize) -> Result<(), DecodeError> {
        let start = self.offset();
        self.skip()?;
        self.lost(self.offset().saturating_sub(start) + name);
        Ok(())
    }

    /// Whether it matters how well a type fits.
    pub(super) fn is_trying(&self) -> bool {
        self.trying > 0
    }
}

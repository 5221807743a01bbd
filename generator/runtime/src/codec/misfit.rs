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

    /// Reads `null` where it comes next in place of what is left out: it is not written again. `None` where
    /// something else comes, or null is one of the values.
    pub(super) fn absence(&mut self, takes_null: bool) -> Option<Result<(), DecodeError>> {
        match takes_null {
            true => None,
            false => self.nothing().inspect(|_| self.lost("null".len())),
        }
    }

    /// Reads `null` where it comes next; `None` where something else comes.
    pub(super) fn nothing(&mut self) -> Option<Result<(), DecodeError>> {
        match self.null() {
            Ok(true) => Some(Ok(())),
            Ok(false) => None,
            Err(error) => Some(Err(error)),
        }
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

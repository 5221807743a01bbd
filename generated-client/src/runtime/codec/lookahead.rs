// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Reading ahead for unions: trying a type, and going back where it does not fit.

use std::borrow::Cow;

use hifijson::SliceLexer;

use crate::runtime::codec::{Decode, DecodeError, Kind, Reader};

/// Trying variants of unions within variants of unions costs their product. A text made to cost
/// more than this many bytes of reading, plus so many for each of its own, is refused.
const WASTE: usize = 4 << 20;
const WASTE_PER_BYTE: usize = 256;

/// A place in a text to which reading can return.
struct Place<'a> {
    rest: &'a [u8],
    depth: u32,
}

impl<'a> Reader<'a> {
    /// Tries to read a value of a type; where that fails, nothing is consumed.
    ///
    /// Where a text makes nested attempts fail without end, this gives `None` from some point on,
    /// and [`Reader::value`] an error.
    #[inline]
    pub fn attempt<T: Decode>(&mut self) -> Option<T> {
        let mut value = T::vacant();
        match self.attempt_into(&mut value) {
            true => Some(value),
            false => None,
        }
    }

    fn attempt_into(&mut self, slot: &mut dyn Decode) -> bool {
        if self.is_exhausted() {
            return false;
        }
        let place = self.place();
        if slot.decode(self).is_ok() {
            return true;
        }
        self.wasted += place.rest.len().saturating_sub(self.rest().len());
        self.return_to(place);
        false
    }

    /// Reads any value: what is left of a union when no variant fits.
    ///
    /// # Errors
    ///
    /// Where the text is not JSON, or costs too much to tell apart.
    pub fn value<T: Decode>(&mut self) -> Result<T, DecodeError> {
        if self.is_exhausted() {
            return Err(self.error("a text whose unions take too long to tell apart"));
        }
        let mut value = T::vacant();
        value.decode(self)?;
        Ok(value)
    }

    /// The text of a property of the object that comes next, which stays unread: what tells the
    /// variants of a union apart. `None` where there is no such object, property or text.
    pub fn discriminator(&mut self, property: &str) -> Option<Cow<'a, str>> {
        let place = self.place();
        let found = self.find_text(property);
        self.return_to(place);
        found
    }

    fn find_text(&mut self, property: &str) -> Option<Cow<'a, str>> {
        let mut found = None;
        let walked = self.properties(&mut |reader, name| {
            if name == property && reader.kind()? == Kind::String {
                found = Some(reader.string()?);
                return Ok(());
            }
            reader.skip()
        });
        walked.ok().and(found)
    }

    fn is_exhausted(&self) -> bool {
        self.wasted > WASTE.saturating_add(self.text.len().saturating_mul(WASTE_PER_BYTE))
    }

    fn place(&self) -> Place<'a> {
        Place {
            rest: self.rest(),
            depth: self.depth,
        }
    }

    fn return_to(&mut self, place: Place<'a>) {
        self.lexer = SliceLexer::new(place.rest);
        self.depth = place.depth;
    }
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Objects: names on one side, slots on the other, and one driver for all types.

use std::borrow::Cow;

use crate::runtime::codec::reader::Kind;
use crate::runtime::codec::{Decode, DecodeError, Map, Reader};

/// Which slots were filled; the first 256 without an allocation.
struct Filled {
    first: [u64; 4],
    others: Vec<bool>,
}

impl Filled {
    fn new(slots: usize) -> Self {
        Self {
            first: [0; 4],
            others: vec![false; slots.saturating_sub(256)],
        }
    }

    fn set(&mut self, slot: usize) {
        if let Some(word) = self.first.get_mut(slot / 64) {
            *word |= 1 << (slot % 64);
        } else if let Some(filled) = self.others.get_mut(slot - 256) {
            *filled = true;
        }
    }

    fn get(&self, slot: usize) -> bool {
        match self.first.get(slot / 64) {
            Some(word) => word & (1 << (slot % 64)) != 0,
            None => self.others.get(slot - 256).copied().unwrap_or_default(),
        }
    }
}

impl<'a> Reader<'a> {
    /// Reads an object into slots, one for each name. Unknown properties are passed over; of a
    /// property that comes twice the last holds.
    ///
    /// # Errors
    ///
    /// Where something else comes next, a property fails, or one that must be there is not.
    pub fn object(
        &mut self,
        names: &[&str],
        slots: &mut [&mut dyn Decode],
    ) -> Result<(), DecodeError> {
        self.object_or(names, slots, &mut |reader, name| reader.lose(name.len()))
    }

    /// Reads an object into slots, and what has no slot into `rest`.
    ///
    /// # Errors
    ///
    /// As [`Reader::object`].
    pub fn object_and_rest<T: Decode>(
        &mut self,
        names: &[&str],
        slots: &mut [&mut dyn Decode],
        rest: &mut Map<T>,
    ) -> Result<(), DecodeError> {
        rest.clear();
        self.object_or(names, slots, &mut |reader, name| {
            let mut value = T::vacant();
            value.decode(reader)?;
            rest.insert(name, value);
            Ok(())
        })
    }

    fn object_or(
        &mut self,
        names: &[&str],
        slots: &mut [&mut dyn Decode],
        unknown: &mut dyn FnMut(&mut Self, &str) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        let mut filled = Filled::new(names.len());
        // Names mostly come in the declared order: the next one is guessed before it is looked for.
        let mut guess = 0;
        self.properties(&mut |reader, name| {
            let Some((slot, value)) = find(names, guess, name)
                .and_then(|slot| slots.get_mut(slot).map(|value| (slot, value)))
            else {
                return unknown(reader, name);
            };
            guess = slot + 1;
            filled.set(slot);
            value.decode(reader)
        })?;
        for (index, (name, slot)) in names.iter().zip(slots).enumerate() {
            if !filled.get(index) && !slot.decode_absent() {
                return Err(self.missing(name));
            }
        }
        Ok(())
    }

    fn missing(&self, name: &str) -> DecodeError {
        DecodeError::unexpected(
            "the end of the object",
            format!("its property `{name}`"),
            self.offset().saturating_sub(1),
        )
    }

    /// Reads an object property by property: `property` is called with each name, and must read the value.
    ///
    /// # Errors
    ///
    /// Where something else comes next, or a property fails.
    pub fn properties(
        &mut self,
        property: &mut dyn FnMut(&mut Self, &str) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        self.expect(Kind::Object)?;
        self.enter()?;
        let mut more = self.first(b'}')?;
        while more {
            let name = self.name()?;
            property(self, &name).map_err(|error| error.within_property(&name))?;
            more = self.further(b'}', "a comma or the end of an object")?;
        }
        self.depth -= 1;
        Ok(())
    }

    fn name(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        if !matches!(self.kind(), Ok(Kind::String)) {
            return Err(self.unexpected("a property's name"));
        }
        let name = self.string_token()?;
        self.colon()?;
        Ok(name)
    }
}

/// The slot of a name: the guessed one first, then those after it, then those before.
fn find(names: &[&str], guess: usize, name: &str) -> Option<usize> {
    let (before, after) = names.split_at_checked(guess)?;
    let place = |names: &[&str]| names.iter().position(|known| *known == name);
    match place(after) {
        Some(place) => Some(guess + place),
        None => place(before),
    }
}


//! Objects: names on one side, slots on the other, and one driver for all types.

use std::borrow::Cow;

use crate::codec::reader::Kind;
use crate::codec::{Decode, DecodeError, Encode, Map, Reader, Writer};

/// Which slots were filled; the first 64 without an allocation.
struct Filled {
    first: u64,
    others: Vec<bool>,
}

impl Filled {
    fn new(slots: usize) -> Self {
        Self {
            first: 0,
            others: vec![false; slots.saturating_sub(64)],
        }
    }

    fn set(&mut self, slot: usize) {
        match slot.checked_sub(64) {
            None => self.first |= 1 << slot,
            Some(slot) => {
                if let Some(filled) = self.others.get_mut(slot) {
                    *filled = true;
                }
            }
        }
    }

    fn get(&self, slot: usize) -> bool {
        match slot.checked_sub(64) {
            None => self.first & (1 << slot) != 0,
            Some(slot) => self.others.get(slot).copied().unwrap_or_default(),
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
        self.object_or(names, slots, &mut |reader, _| reader.skip())
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
        self.object_or(names, slots, &mut |reader, name| {
            let mut value = T::vacant();
            value.decode(reader)?;
            rest.insert(name.to_owned(), value);
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
            let slot = match names.get(guess) {
                Some(guessed) if *guessed == name => Some(guess),
                _ => names.iter().position(|known| *known == name),
            };
            match slot.and_then(|slot| slots.get_mut(slot).map(|value| (slot, value))) {
                Some((slot, value)) => {
                    guess = slot + 1;
                    filled.set(slot);
                    value.decode(reader)
                }
                None => unknown(reader, name),
            }
        })?;
        for (index, (name, slot)) in names.iter().zip(slots).enumerate() {
            if !filled.get(index) && !slot.decode_absent() {
                return Err(self.error(format!("an object without its property `{name}`")));
            }
        }
        Ok(())
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
        self.nested(|reader| {
            let mut more = reader.first(b'}')?;
            while more {
                let name = reader.name()?;
                property(reader, &name).map_err(|error| error.within_property(&name))?;
                more = reader.further(b'}')?;
            }
            Ok(())
        })
    }

    /// The text of a property of the object that comes next, which stays unread: what tells the
    /// variants of a union apart. `None` where there is no such object, property or text.
    pub fn discriminator(&mut self, property: &str) -> Option<Cow<'a, str>> {
        let before = self.rest();
        let found = self.find_text(property);
        self.return_to(before);
        found
    }

    fn find_text(&mut self, property: &str) -> Option<Cow<'a, str>> {
        let mut found = None;
        let mut walk = || {
            self.properties(&mut |reader, name| {
                if name == property && found.is_none() && reader.kind()? == Kind::String {
                    found = Some(reader.string()?);
                    return Ok(());
                }
                reader.skip()
            })
        };
        walk().ok()?;
        found
    }

    fn name(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        if self.kind()? != Kind::String {
            return Err(self.error("something else where a property's name was expected"));
        }
        let name = self.string_token()?;
        self.colon()?;
        Ok(name)
    }
}

impl<T: Decode> Decode for Map<T> {
    fn vacant() -> Self {
        Self::new()
    }

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.clear();
        reader.properties(&mut |reader, name| {
            let mut value = T::vacant();
            value.decode(reader)?;
            self.insert(name.to_owned(), value);
            Ok(())
        })
    }
}

impl<T: Encode> Encode for Map<T> {
    fn encode(&self, writer: &mut Writer) {
        writer.map(
            &mut self
                .iter()
                .map(|(name, value)| (name.as_str(), value as &dyn Encode)),
        );
    }
}

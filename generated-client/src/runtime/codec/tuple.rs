// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! The codec of tuples: lists with a type for each place.

use crate::runtime::codec::{Decode, DecodeError, Encode, Reader, Writer};

impl Reader<'_> {
    /// Reads a list with an item for each slot. What comes after the last is passed over.
    ///
    /// # Errors
    ///
    /// Where something else comes next, an item fails, or one is not there.
    pub fn tuple(&mut self, slots: &mut [&mut dyn Decode]) -> Result<(), DecodeError> {
        let expected = slots.len();
        let mut found = 0;
        let mut slots = slots.iter_mut();
        self.array(&mut |reader| match slots.next() {
            Some(slot) => {
                found += 1;
                slot.decode(reader)
            }
            None => reader.lose(0),
        })?;
        match found == expected {
            true => Ok(()),
            false => Err(DecodeError::unexpected(
                format!("a list of {found}"),
                format!("one of {expected}"),
                self.offset().saturating_sub(1),
            )),
        }
    }
}

macro_rules! tuples {
    ($(($($item:ident $place:tt),+);)*) => {$(
        impl<$($item: Decode),+> Decode for ($($item,)+) {
            fn vacant() -> Self {
                ($($item::vacant(),)+)
            }

            fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
                reader.tuple(&mut [$(&mut self.$place),+])
            }
        }

        impl<$($item: Encode),+> Encode for ($($item,)+) {
            fn encode(&self, writer: &mut Writer) {
                let items: &[&dyn Encode] = &[$(&self.$place),+];
                writer.array(&mut items.iter().copied());
            }
        }
    )*};
}

tuples! {
    (A 0);
    (A 0, B 1);
    (A 0, B 1, C 2);
    (A 0, B 1, C 2, D 3);
    (A 0, B 1, C 2, D 3, E 4);
    (A 0, B 1, C 2, D 3, E 4, F 5);
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6);
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8);
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9);
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10);
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11);
}

//! The codec of Rust's own types: booleans, numbers, strings, lists, boxes, options.

use crate::codec::{Decode, DecodeError, Encode, Reader, Writer};

macro_rules! integers {
    ($($integer:ty),*) => {$(
        impl Decode for $integer {
            #[inline]
            fn vacant() -> Self {
                0
            }

            #[inline]
            fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
                let integer = reader.integer()?;
                *self = Self::try_from(integer).map_err(|_| {
                    reader.error(concat!("an integer out of the range of ", stringify!($integer)))
                })?;
                Ok(())
            }
        }

        impl Encode for $integer {
            #[inline]
            fn encode(&self, writer: &mut Writer) {
                writer.integer(*self);
            }
        }
    )*};
}

integers!(i8, i16, i32, i64, u8, u16, u32, u64);

impl Reader<'_> {
    /// Reads an integer of at most 64 bits and a sign; `1.0` and `1e3` are integers too (JSON Schema, 6.1.1).
    ///
    /// # Errors
    ///
    /// Where something else comes next.
    pub fn integer(&mut self) -> Result<i128, DecodeError> {
        let text = self.number()?;
        if let Ok(integer) = text.parse() {
            return Ok(integer);
        }
        match text.parse::<f64>() {
            // Up to here every integral double is the integer that was written.
            Ok(number) if number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0 => {
                Ok(number as i128)
            }
            Ok(number) if number.fract() != 0.0 => {
                Err(self.error("a fraction where an integer was expected"))
            }
            _ => Err(self.error("an integer of more than 64 bits")),
        }
    }
}

impl Decode for f64 {
    #[inline]
    fn vacant() -> Self {
        0.0
    }

    #[inline]
    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match reader.number()?.parse::<Self>() {
            Ok(number) if number.is_finite() => *self = number,
            _ => return Err(reader.error("a number out of the range of f64")),
        }
        Ok(())
    }
}

impl Encode for f64 {
    #[inline]
    fn encode(&self, writer: &mut Writer) {
        writer.number(*self);
    }
}

impl Decode for bool {
    #[inline]
    fn vacant() -> Self {
        false
    }

    #[inline]
    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = reader.boolean()?;
        Ok(())
    }
}

impl Encode for bool {
    #[inline]
    fn encode(&self, writer: &mut Writer) {
        writer.boolean(*self);
    }
}

impl Decode for String {
    #[inline]
    fn vacant() -> Self {
        Self::new()
    }

    #[inline]
    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = reader.string()?.into_owned();
        Ok(())
    }
}

impl Encode for String {
    #[inline]
    fn encode(&self, writer: &mut Writer) {
        writer.string(self);
    }
}

impl Encode for str {
    #[inline]
    fn encode(&self, writer: &mut Writer) {
        writer.string(self);
    }
}

impl<T: Decode> Decode for Vec<T> {
    #[inline]
    fn vacant() -> Self {
        Self::new()
    }

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.clear();
        reader.array(&mut |reader| {
            let mut item = T::vacant();
            item.decode(reader)?;
            self.push(item);
            Ok(())
        })
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, writer: &mut Writer) {
        writer.array(&mut self.iter().map(|item| item as &dyn Encode));
    }
}

impl<T: Decode> Decode for Box<T> {
    #[inline]
    fn vacant() -> Self {
        Self::new(T::vacant())
    }

    #[inline]
    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        (**self).decode(reader)
    }

    #[inline]
    fn decode_absent(&mut self) -> bool {
        (**self).decode_absent()
    }
}

impl<T: Encode> Encode for Box<T> {
    #[inline]
    fn encode(&self, writer: &mut Writer) {
        (**self).encode(writer);
    }

    #[inline]
    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

/// What may be absent. Servers that write `null` for what they do not know are understood;
/// [`Nullable`](crate::codec::Nullable) is for where null has a meaning of its own.
impl<T: Decode> Decode for Option<T> {
    #[inline]
    fn vacant() -> Self {
        None
    }

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        let mut value = T::vacant();
        if !value.takes_null() && reader.null()? {
            *self = None;
            return Ok(());
        }
        value.decode(reader)?;
        *self = Some(value);
        Ok(())
    }

    #[inline]
    fn decode_absent(&mut self) -> bool {
        *self = None;
        true
    }
}

impl<T: Encode> Encode for Option<T> {
    #[inline]
    fn encode(&self, writer: &mut Writer) {
        match self {
            Some(value) => value.encode(writer),
            None => writer.null(),
        }
    }

    #[inline]
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl Encode for () {
    #[inline]
    fn encode(&self, writer: &mut Writer) {
        writer.null();
    }
}

impl Decode for () {
    #[inline]
    fn vacant() -> Self {}

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match reader.null()? {
            true => Ok(()),
            false => Err(reader.error("something else where null was expected")),
        }
    }

    fn takes_null(&self) -> bool {
        true
    }
}

impl<T: Encode + ?Sized> Encode for &T {
    #[inline]
    fn encode(&self, writer: &mut Writer) {
        (**self).encode(writer);
    }

    #[inline]
    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

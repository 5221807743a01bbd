//! The codec of Rust's own types: booleans, numbers, strings, lists, boxes, options. Reading
//! integers exactly is in `integer.rs`.

use std::mem;

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
                *self = reader.integer()?;
                Ok(())
            }
        }

        impl Encode for $integer {
            #[inline]
            fn encode(&self, writer: &mut Writer) {
                writer.literal(format_args!("{self}"));
            }
        }
    )*};
}

integers!(
    i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize
);

macro_rules! floats {
    ($($float:ident),*) => {$(
        impl Decode for $float {
            #[inline]
            fn vacant() -> Self {
                0.0
            }

            #[inline]
            fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
                match reader.number()?.parse::<Self>() {
                    Ok(number) if number.is_finite() => *self = number,
                    _ => return Err(reader.error(
                        concat!("a number out of the range of ", stringify!($float))
                    )),
                }
                Ok(())
            }
        }

        impl Encode for $float {
            #[inline]
            fn encode(&self, writer: &mut Writer) {
                writer.$float(*self);
            }
        }
    )*};
}

floats!(f32, f64);

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

    #[inline]
    fn as_text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Encode for str {
    #[inline]
    fn encode(&self, writer: &mut Writer) {
        writer.string(self);
    }

    #[inline]
    fn as_text(&self) -> Option<&str> {
        Some(self)
    }
}

impl<T: Decode> Decode for Vec<T> {
    #[inline]
    fn vacant() -> Self {
        Self::new()
    }

    #[inline]
    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.clear();
        reader.array(&mut |reader| {
            self.push(T::vacant());
            match self.last_mut() {
                Some(item) => item.decode(reader),
                None => Ok(()), // there is one: it was just pushed
            }
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

    #[inline]
    fn takes_null() -> bool {
        T::takes_null()
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

    #[inline]
    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        if let Some(read) = reader.absence(T::takes_null()) {
            self.decode_absent();
            return read;
        }
        if self.is_none() {
            mem::forget(self.replace(T::vacant())); // nothing is to be dropped
        }
        match self {
            Some(value) => value.decode(reader),
            None => Ok(()), // not any more
        }
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

    #[inline]
    fn as_text(&self) -> Option<&str> {
        self.as_ref()?.as_text()
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
        let found = reader.kind()?;
        match reader.null()? {
            true => Ok(()),
            false => Err(reader.mismatch(found, "null")),
        }
    }

    fn takes_null() -> bool {
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

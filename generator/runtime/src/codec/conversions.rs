//! Formats to and from the types of other libraries, each behind the cargo feature of its name. The
//! text stays what counts: a conversion reads it, and does not change it. Where a library's type stands for
//! the format itself, it is read and written by way of it.

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "uuid")]
mod uuid;

/// Reads the text of a format as another library's type, from a reference and from a value, and gives the
/// type the codec, by way of the format. `$vacant` is seen where decoding fails.
macro_rules! read {
    ($format:ty => $type:ty = $vacant:expr, $error:ty, $read:expr) => {
        impl TryFrom<&$format> for $type {
            type Error = $error;

            fn try_from(value: &$format) -> Result<Self, Self::Error> {
                $read(value.as_str())
            }
        }

        impl TryFrom<$format> for $type {
            type Error = $error;

            fn try_from(value: $format) -> Result<Self, Self::Error> {
                $read(value.as_str())
            }
        }

        impl $crate::codec::Decode for $type {
            fn vacant() -> Self {
                $vacant
            }

            fn decode(
                &mut self,
                reader: &mut $crate::codec::Reader<'_>,
            ) -> Result<(), $crate::codec::DecodeError> {
                *self = reader.parse_with($read)?;
                Ok(())
            }
        }

        impl $crate::codec::Encode for $type {
            fn encode(&self, writer: &mut $crate::codec::Writer) {
                writer.formatted(<$format>::try_from(*self));
            }
        }
    };
}

use read;

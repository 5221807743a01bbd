// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Formats to and from the types of other libraries, each behind the cargo feature of its name. The
//! text stays what counts: a conversion reads it, and does not change it.

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "uuid")]
mod uuid;

/// Reads the text of a format as another library's type, from a reference and from a value.
macro_rules! read {
    ($format:ty => $type:ty, $error:ty, $read:expr) => {
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
    };
}

use read;

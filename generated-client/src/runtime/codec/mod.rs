// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! JSON in and out of generated types, without a derive. HTTP is not known here.
//!
//! A type states its property names and its slots, and nothing more; one driver that is not generic
//! does the rest. That is what makes a generated crate cheap to compile.
//!
//! Tokens come from `hifijson` 0.5: no dependencies, 0.5 s of CPU to compile in a debug build, Rust
//! 1.56, numbers as they are written, a lexer that can be put back. The other candidate, `jiter` 0.19,
//! brings ten crates more, 9.4 s, needs Rust 1.88, and gives big numbers only through `num-bigint`.

#[cfg(any(
    feature = "chrono",
    feature = "jiff",
    feature = "time",
    feature = "uuid"
))]
mod conversions;
mod debug;
mod decimal;
mod decode_error;
mod encode_error;
mod enumeration;
mod foreign;
pub mod format;
mod formatted;
mod integer;
mod map;
mod misfit;
mod nullable;
mod number;
mod object;
mod parameter_value;
mod plain;
mod reader;
mod scalar;
mod secret;
mod serde_bridge;
mod string;
mod value;
mod writer;

#[cfg(feature = "serde")]
#[doc(hidden)]
pub use ::serde;
pub use debug::{debug, value_traits};
#[cfg(feature = "validate")]
pub(crate) use decimal::Decimal;
pub use decode_error::DecodeError;
pub use encode_error::EncodeError;
pub use enumeration::{Extensible, Known, Open, UnknownName, UnknownValue, Wire, known};
pub use format::{Format, FormatError};
pub use formatted::{Base64, Base64Url, Date, DateTime, Duration, Formatted, Time, Uuid};
pub use map::{Iter, Map};
pub use nullable::Nullable;
pub use number::{Number, NumberError};
pub(crate) use parameter_value::parameter_value_in;
pub use parameter_value::{ParameterValue, parameter_value};
pub use reader::{Kind, Reader};
pub use secret::Secret;
pub use serde_bridge::serde_bridge;
#[cfg(feature = "serde")]
pub use serde_bridge::{deserialize, serialize};
pub use value::Value;
pub use writer::Writer;

/// What can be read from JSON (RFC 8259).
#[diagnostic::on_unimplemented(
    note = "a type of another crate that stands for a schema implements it itself, where the runtime does not: \
            `reader.parse_with(str::parse)` does the work"
)]
pub trait Decode {
    /// A value to be filled; it is only seen where decoding fails.
    fn vacant() -> Self
    where
        Self: Sized;

    /// Reads the value that comes next, in place: nothing is left of what the slot held before.
    ///
    /// # Errors
    ///
    /// Where the text is not JSON, or not of this type's shape.
    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError>;

    /// Takes notice that the property is not there. `false`: it must be.
    fn decode_absent(&mut self) -> bool {
        false
    }

    /// Whether null is one of its values, so that it does not stand for absence.
    fn takes_null() -> bool
    where
        Self: Sized,
    {
        false
    }
}

/// What can be written as JSON, and as the value of a parameter.
#[diagnostic::on_unimplemented(
    note = "a type of another crate that stands for a schema implements it itself, where the runtime does not: \
            `writer.display(self)` does the work"
)]
pub trait Encode {
    /// Writes the value.
    fn encode(&self, writer: &mut Writer);

    /// Whether there is nothing to write: the property or parameter is left out.
    fn is_absent(&self) -> bool {
        false
    }

    /// The text itself, where the value is a string that is at hand: what is written then, without being taken
    /// apart first.
    fn as_text(&self) -> Option<&str> {
        None
    }
}

/// Reads a value from a JSON text.
///
/// # Errors
///
/// Where the text is not JSON, has anything after the value, or is not of the type's shape.
pub fn from_json<T: Decode>(text: &[u8]) -> Result<T, DecodeError> {
    let mut value = T::vacant();
    decode_into(text, &mut value)?;
    Ok(value)
}

fn decode_into(text: &[u8], slot: &mut dyn Decode) -> Result<(), DecodeError> {
    let text = std::str::from_utf8(text).map_err(|error| {
        DecodeError::unexpected("bytes that are not UTF-8", "JSON", error.valid_up_to())
    })?;
    let mut reader = Reader::new(text);
    slot.decode(&mut reader)?;
    reader.end()
}

/// Writes a value as a JSON text.
///
/// # Errors
///
/// Where the value holds a number that JSON cannot express (not a number, infinite), or nests more
/// than 128 deep.
pub fn to_json(value: &dyn Encode) -> Result<Vec<u8>, EncodeError> {
    let mut writer = Writer::new();
    value.encode(&mut writer);
    writer.finish()
}

/// A value as any other JSON value: what it would be read as, had it been written.
///
/// # Errors
///
/// As [`to_json`].
pub fn to_value(value: &dyn Encode) -> Result<Value, EncodeError> {
    let mut writer = Writer::tree(0);
    value.encode(&mut writer);
    writer.finish_tree()
}

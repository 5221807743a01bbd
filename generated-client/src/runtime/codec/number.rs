// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! A number as it is written: no digit is lost, whatever its size. Not arithmetic.

use std::fmt;
use std::str::FromStr;

use crate::runtime::codec::{Decode, DecodeError, Encode, Reader, Writer};

/// A number as it is written. Two are equal where their texts are: `1` and `1.0` differ.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number(Box<str>);

/// A text that is not a number of JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberError;

impl fmt::Display for NumberError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a number of JSON")
    }
}

impl std::error::Error for NumberError {}

impl Number {
    /// The number as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number, where it is an integer that fits; `1e3` is one.
    pub fn as_i64(&self) -> Option<i64> {
        self.as_integer()
    }

    /// The number, where it is a natural number that fits.
    pub fn as_u64(&self) -> Option<u64> {
        self.as_integer()
    }

    /// The number, where it is an integer that fits.
    pub fn as_i128(&self) -> Option<i128> {
        self.as_integer()
    }

    /// The number, where it is a natural number that fits.
    pub fn as_u128(&self) -> Option<u128> {
        self.as_integer()
    }

    /// The nearest double; infinite where the number is larger than any.
    pub fn as_f64(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }

    fn as_integer<T: FromStr>(&self) -> Option<T> {
        Reader::new(&self.0).integer().ok()
    }
}

impl FromStr for Number {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match Reader::new(text).number() {
            Ok(number) if number.len() == text.len() => Ok(Self(text.into())),
            _ => Err(NumberError),
        }
    }
}

impl TryFrom<&str> for Number {
    type Error = NumberError;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        text.parse()
    }
}

macro_rules! from_integers {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Number {
            fn from(integer: $integer) -> Self {
                Self(integer.to_string().into())
            }
        }
    )*};
}

from_integers!(
    i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize
);

impl TryFrom<f64> for Number {
    type Error = NumberError;

    fn try_from(number: f64) -> Result<Self, Self::Error> {
        let mut writer = Writer::new();
        writer.number(number);
        let text = writer.finish().map_err(|_| NumberError)?;
        String::from_utf8(text)
            .map(|text| Self(text.into()))
            .map_err(|_| NumberError)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Decode for Number {
    fn vacant() -> Self {
        Self("0".into())
    }

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = Self(reader.number()?.into());
        Ok(())
    }
}

impl Encode for Number {
    fn encode(&self, writer: &mut Writer) {
        writer.literal(format_args!("{}", self.0));
    }
}

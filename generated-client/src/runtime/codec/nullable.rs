// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Null as a value. Whether something may be absent is another fact, and `Option` says it.

use std::mem;

use crate::runtime::codec::{Decode, DecodeError, Encode, Reader, Writer};

/// A value, or null where the document allows it.
///
/// A property that must be there and may be null is a `Nullable<T>`; one that may also be left out
/// is an `Option<Nullable<T>>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Nullable<T> {
    /// `null`.
    Null,
    /// A value.
    Value(T),
}

impl<T> Nullable<T> {
    /// The value, where it is not null.
    pub fn as_option(&self) -> Option<&T> {
        match self {
            Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }

    /// The value itself, where it is not null.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }

    /// Whether it is null.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T> From<Option<T>> for Nullable<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl From<&str> for Nullable<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

impl<T: Decode> Decode for Nullable<T> {
    fn vacant() -> Self {
        Self::Null
    }

    #[inline]
    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        if let Some(read) = reader.nothing() {
            *self = Self::Null;
            return read;
        }
        if self.is_null() {
            mem::forget(mem::replace(self, Self::Value(T::vacant()))); // nothing is to be dropped
        }
        match self {
            Self::Value(value) => value.decode(reader),
            Self::Null => Ok(()), // not any more
        }
    }

    fn takes_null() -> bool {
        true
    }
}

impl<T: Encode> Encode for Nullable<T> {
    fn encode(&self, writer: &mut Writer) {
        match self {
            Self::Null => writer.null(),
            Self::Value(value) => value.encode(writer),
        }
    }
}

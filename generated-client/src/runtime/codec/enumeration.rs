// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Enumerations of strings: the generated type is a list of names, and what a server may answer
//! beyond it is kept here.

use std::fmt;
use std::str::FromStr;

use crate::runtime::codec::{Decode, DecodeError, Encode, Number, Reader, Writer};

/// A generated enumeration: its names on the wire, and its values in the same order.
pub trait Known: Copy + 'static {
    /// The names on the wire.
    const NAMES: &'static [&'static str];
    /// The values, in the order of the names.
    const ALL: &'static [Self];

    /// Whether the values are numbers; the names are then their texts.
    const NUMERIC: bool = false;

    /// The value's place in both lists.
    fn ordinal(self) -> usize;

    /// The name on the wire.
    fn name(self) -> &'static str {
        Self::NAMES.get(self.ordinal()).copied().unwrap_or_default()
    }

    /// The value of a name.
    fn from_name(name: &str) -> Option<Self> {
        let ordinal = Self::NAMES.iter().position(|known| *known == name)?;
        Self::ALL.get(ordinal).copied()
    }
}

/// A value of an enumeration that servers may extend: an unknown value of a reply is kept, and
/// written back as it came. Callers can write the known ones only.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Open<T> {
    /// A value that the document lists.
    Known(T),
    /// A value that it does not list; it can only come from a reply.
    Unknown(UnknownName),
}

/// A value of an enumeration that callers may extend too (`x-extensible-enum`).
///
/// ```text
/// let known = Extensible::from(ContactType::Email);
/// let other: Extensible<ContactType> = "viber".into();
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Extensible<T> {
    /// A value that the document lists.
    Known(T),
    /// Any other value.
    Other(UnknownName),
}

/// A name that is not among the known ones.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnknownName(Box<str>);

impl UnknownName {
    /// The name as it came.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}

/// A text that is not one of an enumeration's values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownValue {
    value: String,
    known: &'static [&'static str],
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "`{}` is none of {}",
            self.value,
            self.known.join(", ")
        )
    }
}

impl std::error::Error for UnknownValue {}

/// The value of a name, for the `FromStr` and `TryFrom` of generated enumerations.
///
/// # Errors
///
/// Where the document does not list the name.
pub fn known<T: Known>(name: &str) -> Result<T, UnknownValue> {
    T::from_name(name).ok_or_else(|| UnknownValue {
        value: name.to_owned(),
        known: T::NAMES,
    })
}

fn encode_name(numeric: bool, name: &str, writer: &mut Writer) {
    if !numeric {
        writer.string(name);
        return;
    }
    match name.parse::<Number>() {
        Ok(number) => number.encode(writer),
        Err(_) => writer.fail(format!("`{name}` in an enumeration of numbers")),
    }
}

macro_rules! wrapper {
    ($wrapper:ident, $other:ident) => {
        impl<T: Known> $wrapper<T> {
            /// The name on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    Self::Known(value) => value.name(),
                    Self::$other(name) => name.as_str(),
                }
            }

            /// The value, where the document lists it.
            pub fn known(&self) -> Option<T> {
                match self {
                    Self::Known(value) => Some(*value),
                    Self::$other(_) => None,
                }
            }

            fn of(name: &str) -> Self {
                match T::from_name(name) {
                    Some(value) => Self::Known(value),
                    None => Self::$other(UnknownName(name.into())),
                }
            }
        }

        impl<T: Known> From<T> for $wrapper<T> {
            fn from(value: T) -> Self {
                Self::Known(value)
            }
        }

        impl<T: Known + PartialEq> PartialEq<T> for $wrapper<T> {
            fn eq(&self, other: &T) -> bool {
                matches!(self, Self::Known(value) if value == other)
            }
        }

        impl<T: Known> fmt::Display for $wrapper<T> {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl<T: Known> Decode for $wrapper<T> {
            fn vacant() -> Self {
                Self::$other(UnknownName("".into()))
            }

            fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
                *self = match T::NUMERIC {
                    true => Self::of(reader.number()?),
                    false => Self::of(&reader.string()?),
                };
                if self.known().is_none() {
                    reader.misfit();
                }
                Ok(())
            }
        }

        impl<T: Known> Encode for $wrapper<T> {
            fn encode(&self, writer: &mut Writer) {
                encode_name(T::NUMERIC, self.as_str(), writer);
            }
        }
    };
}

wrapper!(Open, Unknown);
wrapper!(Extensible, Other);

impl<T: Known> TryFrom<&str> for Open<T> {
    type Error = UnknownValue;

    fn try_from(name: &str) -> Result<Self, Self::Error> {
        known(name).map(Self::Known)
    }
}

impl<T: Known> FromStr for Open<T> {
    type Err = UnknownValue;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        known(name).map(Self::Known)
    }
}

impl<T: Known> From<&str> for Extensible<T> {
    fn from(name: &str) -> Self {
        Self::of(name)
    }
}

impl<T: Known> From<String> for Extensible<T> {
    fn from(name: String) -> Self {
        Self::of(&name)
    }
}

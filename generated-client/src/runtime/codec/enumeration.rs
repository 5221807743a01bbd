// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Enumerations: the generated type is a list of names, and what a server may answer beyond it is
//! kept here.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use crate::runtime::codec::decimal::Decimal;
use crate::runtime::codec::{Decode, DecodeError, Encode, Reader, Value, Writer};

/// A generated enumeration: its names on the wire, and its values in the same order.
pub trait Known: Copy + 'static {
    /// The names on the wire.
    const NAMES: &'static [&'static str];
    /// The values, in the order of the names.
    const ALL: &'static [Self];

    /// What the names stand for.
    const WIRE: Wire = Wire::Strings;

    /// The value's place in both lists.
    fn ordinal(self) -> usize;

    /// The name on the wire.
    fn name(self) -> &'static str {
        Self::NAMES.get(self.ordinal()).copied().unwrap_or_default()
    }

    /// Writes the value, for an enumeration that takes no others.
    fn encode_known(self, writer: &mut Writer) {
        Self::WIRE.encode(self.name(), writer);
    }

    /// Reads a value, for an enumeration that takes no others.
    ///
    /// # Errors
    ///
    /// Where the document does not list what stands there.
    fn decode_known(reader: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let name = Self::WIRE.decode(reader)?;
        known(&name).map_err(|error: UnknownValue| reader.error(error.to_string()))
    }

    /// The value of a name.
    fn from_name(name: &str) -> Option<Self> {
        match Self::WIRE.ordinal(name, Self::NAMES) {
            Some(ordinal) => Self::ALL.get(ordinal).copied(),
            None => None,
        }
    }
}

/// What the names of an enumeration stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wire {
    /// Strings; each is its own name.
    Strings,
    /// Numbers; the names are their texts. `1` and `1.0` are one.
    Numbers,
    /// Values of several kinds; the names are their JSON: `1`, `"auto"` in quotes, `true`.
    Values,
}

impl Wire {
    fn is_same(self, known: &str, name: &str) -> bool {
        self != Self::Strings && Decimal::are_same(known, name)
    }

    /// The place of a name among those that are known.
    fn ordinal(self, name: &str, known: &[&str]) -> Option<usize> {
        let is_named = |known: &&str| *known == name || self.is_same(known, name);
        known.iter().position(is_named)
    }

    /// Reads a value, and gives the place of its name among those that are known, or the name.
    fn decode_open(self, reader: &mut Reader<'_>, known: &[&str]) -> Result<Place, DecodeError> {
        let name = self.decode(reader)?;
        if let Some(ordinal) = self.ordinal(&name, known) {
            return Ok(Place::Known(ordinal));
        }
        reader.misfit();
        Ok(Place::Unknown(UnknownName(name.into())))
    }

    /// Reads a value, and gives its name.
    fn decode<'a>(self, reader: &mut Reader<'a>) -> Result<Cow<'a, str>, DecodeError> {
        Ok(match self {
            Self::Strings => reader.string()?,
            Self::Numbers => reader.number()?.into(),
            Self::Values => reader.value::<Value>()?.to_string().into(),
        })
    }

    fn encode(self, name: &str, writer: &mut Writer) {
        let encoded = match self {
            Self::Strings => return writer.string(name),
            Self::Numbers => name.parse().ok().map(Value::Number),
            Self::Values => name.parse().ok(),
        };
        match encoded {
            Some(value) => value.encode(writer),
            None => writer.fail(format!("`{name}` in an enumeration of other values")),
        }
    }
}

/// What a name is to an enumeration.
enum Place {
    Known(usize),
    Unknown(UnknownName),
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
    fn empty() -> Self {
        Self(Box::default())
    }

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

macro_rules! wrapper {
    ($wrapper:ident, $other:ident) => {
        impl<T: Known> $wrapper<T> {
            /// The name on the wire; of a number its text, of one of several kinds its JSON.
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
            #[inline]
            fn vacant() -> Self {
                Self::$other(UnknownName::empty())
            }

            #[inline]
            fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
                *self = match T::WIRE.decode_open(reader, T::NAMES)? {
                    Place::Unknown(name) => Self::$other(name),
                    Place::Known(ordinal) => match T::ALL.get(ordinal) {
                        Some(value) => Self::Known(*value),
                        None => Self::vacant(), // no: there are as many as there are names
                    },
                };
                Ok(())
            }
        }

        impl<T: Known> Encode for $wrapper<T> {
            fn encode(&self, writer: &mut Writer) {
                T::WIRE.encode(self.as_str(), writer);
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

impl<T: Known> Extensible<T> {
    fn of(name: &str) -> Self {
        match T::from_name(name) {
            Some(value) => Self::Known(value),
            None => Self::Other(UnknownName(name.into())),
        }
    }
}

impl<T: Known> From<&str> for Extensible<T> {
    fn from(name: &str) -> Self {
        Self::of(name)
    }
}

impl<T: Known> From<i64> for Extensible<T> {
    fn from(number: i64) -> Self {
        Self::of(&number.to_string())
    }
}

impl<T: Known> From<String> for Extensible<T> {
    fn from(name: String) -> Self {
        Self::of(&name)
    }
}

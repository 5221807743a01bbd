//! Any JSON value, for where the document does not say more.

use std::fmt;
use std::str::FromStr;

use crate::codec::{
    Decode, DecodeError, Encode, Kind, Map, Number, NumberError, Reader, Writer, from_json,
};

/// Any JSON value. Numbers are kept as they are written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Value {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(String),
    /// A list.
    Array(Vec<Value>),
    /// An object.
    Object(Map<Value>),
}

impl Value {
    /// A property of an object.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.get(name)
    }

    /// The value at a JSON pointer (RFC 6901); the empty one is the value itself.
    pub fn pointer(&self, pointer: &str) -> Option<&Self> {
        let Some(steps) = pointer.strip_prefix('/') else {
            return Some(self).filter(|_| pointer.is_empty());
        };
        steps.split('/').try_fold(self, |value, step| match value {
            Self::Object(properties) => properties.get(&step.replace("~1", "/").replace("~0", "~")),
            Self::Array(items) => items.get(index(step)?),
            _ => None,
        })
    }

    /// The string, where it is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(string) => Some(string),
            _ => None,
        }
    }

    /// The boolean, where it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Boolean(boolean) => Some(*boolean),
            _ => None,
        }
    }

    /// The number, where it is one.
    pub fn as_number(&self) -> Option<&Number> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The list, where it is one.
    pub fn as_array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The object, where it is one.
    pub fn as_object(&self) -> Option<&Map<Self>> {
        match self {
            Self::Object(properties) => Some(properties),
            _ => None,
        }
    }

    /// Whether it is null.
    pub fn is_null(&self) -> bool {
        *self == Self::Null
    }
}

/// An index of a list, as a pointer writes it: no sign, no leading zero.
fn index(step: &str) -> Option<usize> {
    let index: usize = step.parse().ok()?;
    Some(index).filter(|index| index.to_string() == step)
}

impl Decode for Value {
    fn vacant() -> Self {
        Self::Null
    }

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = match reader.kind()? {
            Kind::Null => {
                reader.null()?;
                Self::Null
            }
            Kind::Boolean => Self::Boolean(reader.boolean()?),
            Kind::Number => Self::Number(reader.value()?),
            Kind::String => Self::String(reader.value()?),
            Kind::Array => Self::Array(reader.value()?),
            Kind::Object => Self::Object(reader.value()?),
        };
        Ok(())
    }

    fn takes_null() -> bool {
        true
    }
}

impl Encode for Value {
    fn encode(&self, writer: &mut Writer) {
        match self {
            Self::Null => writer.null(),
            Self::Boolean(boolean) => writer.boolean(*boolean),
            Self::Number(number) => number.encode(writer),
            Self::String(string) => writer.string(string),
            Self::Array(items) => items.encode(writer),
            Self::Object(properties) => properties.encode(writer),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut writer = Writer::new();
        self.encode(&mut writer);
        let text = writer.finish().map_err(|_| fmt::Error)?;
        formatter.write_str(&String::from_utf8_lossy(&text))
    }
}

impl FromStr for Value {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        from_json(text.as_bytes())
    }
}

macro_rules! from {
    ($($type:ty => |$value:ident| $variant:expr;)*) => {$(
        impl From<$type> for Value {
            fn from($value: $type) -> Self {
                $variant
            }
        }
    )*};
}

from! {
    bool => |boolean| Self::Boolean(boolean);
    i8 => |integer| Self::Number(integer.into());
    i16 => |integer| Self::Number(integer.into());
    i32 => |integer| Self::Number(integer.into());
    i64 => |integer| Self::Number(integer.into());
    i128 => |integer| Self::Number(integer.into());
    u8 => |integer| Self::Number(integer.into());
    u16 => |integer| Self::Number(integer.into());
    u32 => |integer| Self::Number(integer.into());
    u64 => |integer| Self::Number(integer.into());
    u128 => |integer| Self::Number(integer.into());
    Number => |number| Self::Number(number);
    &str => |string| Self::String(string.to_owned());
    String => |string| Self::String(string);
    Map<Value> => |properties| Self::Object(properties);
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(items: Vec<T>) -> Self {
        Self::Array(items.into_iter().map(T::into).collect())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, T::into)
    }
}

impl TryFrom<f64> for Value {
    type Error = NumberError;

    fn try_from(number: f64) -> Result<Self, Self::Error> {
        Number::try_from(number).map(Self::Number)
    }
}

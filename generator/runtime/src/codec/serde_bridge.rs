//! Serde's traits through this codec, for files, queues and databases: a client itself does not use
//! serde. Only with the feature `serde`.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::codec::{
    Decode, Encode, Extensible, Formatted, Known, Map, Nullable, Number, Open, Secret, Value,
    from_json, to_json,
};

/// Writes a value of this codec with one of serde's serializers, by way of [`Value`].
///
/// # Errors
///
/// Where the value holds what JSON cannot express, or the serializer fails.
pub fn serialize<S: Serializer>(value: &dyn Encode, serializer: S) -> Result<S::Ok, S::Error> {
    tree(value).map_err(S::Error::custom)?.serialize(serializer)
}

/// Reads a value of this codec with one of serde's deserializers, by way of [`Value`].
///
/// # Errors
///
/// Where the deserializer fails, or the value is not of the type's shape.
pub fn deserialize<'de, T: Decode, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let text = to_json(&value).map_err(de::Error::custom)?;
    from_json(&text).map_err(de::Error::custom)
}

fn tree(value: &dyn Encode) -> Result<Value, Box<dyn std::error::Error>> {
    Ok(from_json(&to_json(value)?)?)
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Boolean(boolean) => serializer.serialize_bool(*boolean),
            Self::Number(number) => match (number.as_i64(), number.as_u64()) {
                (Some(integer), _) => serializer.serialize_i64(integer),
                (None, Some(integer)) => serializer.serialize_u64(integer),
                (None, None) => serializer.serialize_f64(number.as_f64()),
            },
            Self::String(string) => serializer.serialize_str(string),
            Self::Array(items) => {
                let mut sequence = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    sequence.serialize_element(item)?;
                }
                sequence.end()
            }
            Self::Object(properties) => {
                let mut map = serializer.serialize_map(Some(properties.len()))?;
                for (name, value) in properties {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Value::deserialize(deserializer)
    }

    fn visit_bool<E: de::Error>(self, boolean: bool) -> Result<Value, E> {
        Ok(Value::Boolean(boolean))
    }

    fn visit_i64<E: de::Error>(self, integer: i64) -> Result<Value, E> {
        Ok(Value::Number(integer.into()))
    }

    fn visit_u64<E: de::Error>(self, integer: u64) -> Result<Value, E> {
        Ok(Value::Number(integer.into()))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Value, E> {
        Number::try_from(number)
            .map(Value::Number)
            .map_err(E::custom)
    }

    fn visit_str<E: de::Error>(self, string: &str) -> Result<Value, E> {
        Ok(string.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element()? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut properties = Map::new();
        while let Some((name, value)) = map.next_entry::<String, Value>()? {
            properties.insert(name, value);
        }
        Ok(Value::Object(properties))
    }
}

/// Gives generated types serde's `Serialize` and `Deserialize`, by way of [`Value`].
macro_rules! bridge {
    ($([$($generics:tt)*] $type:ty;)*) => {$(
        impl<$($generics)*> Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize(self, serializer)
            }
        }

        impl<'de, $($generics)*> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize(deserializer)
            }
        }
    )*};
}

bridge! {
    [] Number;
    [] Secret;
    [F] Formatted<F>;
    [T: Known] Open<T>;
    [T: Known] Extensible<T>;
    [T: Encode + Decode] Nullable<T>;
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Any value through serde's data model: the one way in and out that all other types take.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::runtime::codec::{
    Decode, Encode, Extensible, Format, Formatted, Known, Map, Nullable, Number, Open, Secret,
    Value, from_json, serde_bridge, to_json,
};

/// The name under which `serde_json`, with `arbitrary_precision`, hands over a number's text.
const NUMBER: &str = "$serde_json::private::Number";

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
            Self::Number(number) => serialize_number(number, serializer),
            Self::String(string) => serializer.serialize_str(string),
            Self::Array(items) => {
                let mut sequence = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    sequence.serialize_element(item)?;
                }
                sequence.end()
            }
            Self::Object(properties) => properties.serialize(serializer),
        }
    }
}

impl<T: Serialize> Serialize for Map<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        for (name, value) in self {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// The narrowest integer that is written without point and exponent, else the nearest double.
fn serialize_number<S: Serializer>(number: &Number, serializer: S) -> Result<S::Ok, S::Error> {
    let text = number.as_str();
    if let Ok(integer) = text.parse() {
        return serializer.serialize_i64(integer);
    }
    if let Ok(integer) = text.parse() {
        return serializer.serialize_u64(integer);
    }
    if let Ok(integer) = text.parse() {
        return serializer.serialize_i128(integer);
    }
    if let Ok(integer) = text.parse() {
        return serializer.serialize_u128(integer);
    }
    serializer.serialize_f64(number.as_f64())
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Map<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MapVisitor(std::marker::PhantomData))
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
        Ok(integer.into())
    }

    fn visit_u64<E: de::Error>(self, integer: u64) -> Result<Value, E> {
        Ok(integer.into())
    }

    fn visit_i128<E: de::Error>(self, integer: i128) -> Result<Value, E> {
        Ok(integer.into())
    }

    fn visit_u128<E: de::Error>(self, integer: u128) -> Result<Value, E> {
        Ok(integer.into())
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Value, E> {
        if !number.is_finite() {
            return Err(E::custom(format_args!("{number} is not a number of JSON")));
        }
        // With its `.0`, so that it does not come back as an integer.
        let text = format!("{number:?}");
        text.parse().map(Value::Number).map_err(E::custom)
    }

    fn visit_str<E: de::Error>(self, string: &str) -> Result<Value, E> {
        Ok(string.into())
    }

    fn visit_string<E: de::Error>(self, string: String) -> Result<Value, E> {
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
        while let Some(name) = map.next_key::<String>()? {
            if name == NUMBER && properties.is_empty() {
                let number: Number = map
                    .next_value::<String>()?
                    .parse()
                    .map_err(de::Error::custom)?;
                return Ok(Value::Number(number));
            }
            properties.insert(name, map.next_value()?);
        }
        Ok(Value::Object(properties))
    }
}

struct MapVisitor<T>(std::marker::PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for MapVisitor<T> {
    type Value = Map<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Map<T>, A::Error> {
        let mut properties = Map::new();
        while let Some((name, value)) = map.next_entry::<String, T>()? {
            properties.insert(name, value);
        }
        Ok(properties)
    }
}

serde_bridge!(Number, Secret);
serde_bridge!(encode [F] Formatted<F>);
serde_bridge!(decode [F: Format] Formatted<F>);
serde_bridge!([T: Known] Open<T>);
serde_bridge!([T: Known] Extensible<T>);
serde_bridge!(encode [T: Encode] Nullable<T>);
serde_bridge!(decode [T: Decode] Nullable<T>);

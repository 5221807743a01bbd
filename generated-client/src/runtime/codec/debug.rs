// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! `Debug` of generated types: what would be written as JSON, without its secrets. Derived, it would be the
//! dearest thing to compile in a generated crate, and print a `None` for everything that is not there.

use std::fmt;

use crate::runtime::codec::{Encode, Value, Writer};

/// Gives generated types `Debug`, and serde's traits where the feature `serde` is on.
///
/// ```text
/// value_traits!(Problem);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_value_traits {
    ($type:ident) => {
        impl ::core::fmt::Debug for $type {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::codec::debug(::core::stringify!($type), self, formatter)
            }
        }
        $crate::runtime::codec::serde_bridge!($type);
    };
}

pub use __runtime_value_traits as value_traits;

/// Writes a type's name and its value: `Problem {"title": "Not found", "status": 404}`. What has no JSON, as a
/// number that is none, stands as text; a [`Secret`](crate::runtime::codec::Secret) is `…`.
pub fn debug(name: &str, value: &dyn Encode, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut writer = Writer::shown();
    value.encode(&mut writer);
    write!(formatter, "{name} ")?;
    match writer.finish_tree() {
        Ok(value) => fmt::Debug::fmt(&Shown(&value), formatter),
        Err(error) => write!(formatter, "({error})"),
    }
}

/// A value, printed as JSON is written.
struct Shown<'a>(&'a Value);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Null => formatter.write_str("null"),
            Value::Boolean(boolean) => write!(formatter, "{boolean}"),
            Value::Number(number) => write!(formatter, "{number}"),
            Value::String(string) => write!(formatter, "{string:?}"),
            Value::Array(items) => formatter
                .debug_list()
                .entries(items.iter().map(Shown))
                .finish(),
            Value::Object(properties) => {
                let properties = properties.iter().map(|(name, value)| (name, Shown(value)));
                formatter.debug_map().entries(properties).finish()
            }
        }
    }
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! UUIDs to and from the `uuid` crate's.

use uuid::Uuid;

use super::read;
use crate::runtime::codec;

impl From<Uuid> for codec::Uuid {
    fn from(uuid: Uuid) -> Self {
        Self::unchecked(uuid.as_hyphenated().to_string())
    }
}

read!(codec::Uuid => Uuid = Uuid::nil(), uuid::Error, Uuid::parse_str);

//! As written: the shell in `openapiv3`'s types, and every schema of every dialect in an arena of our own.
//!
//! Knows nothing of what a schema means; references are kept as written, with what they lead to.

mod schema;

pub use schema::{Arena, Discriminator, Schema, SchemaId, SchemaNode, TypeKeyword};

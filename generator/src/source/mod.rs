//! As read: one tree for JSON and YAML, and where each of its nodes stands. Knows nothing of OpenAPI.

mod node;
mod origin;

pub use node::{Mapping, Node, Number};
pub use origin::{FileId, Origin, Token};

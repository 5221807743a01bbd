//! As read: one tree for JSON and YAML, and where each of its nodes stands. Knows nothing of OpenAPI.
//!
//! ```yaml
//! responses:
//!   200: { description: fine }
//! ```
//!
//! becomes a mapping `responses` to a mapping `"200"` to a mapping `description` to a string. Keys are
//! texts, numbers stay as they were written, and a key that stands twice is kept once and reported.

mod duplicates;
mod json;
mod limits;
mod lines;
mod locate;
mod merge;
mod node;
mod origin;
mod position;
mod read;
mod references;
mod syntax_error;
mod tree;
mod walk;
mod yaml;
mod yaml_offsets;
mod yaml_scalar;

pub(crate) use limits::MAX_DEPTH;
pub use lines::Lines;
pub use locate::{locate, locate_all};
pub use node::{Mapping, Node, Number};
pub use origin::{FileId, Origin, Token};
pub use position::{Position, Span};
pub use read::{Source, read_path, read_stdin, read_text};
pub(crate) use read::{read_further_path, read_further_text};
pub use references::{Reach, References, Unreachable, Unresolved, read_references};

//! An overlay that the user chose. Not what it says: that is `overlay/`'s business.

use std::path::PathBuf;

/// A document (OpenAPI Overlay 1.0 or 1.1) that changes the description, in JSON or YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
    /// A file.
    Path(PathBuf),
    /// A text, and what it is called in diagnostics.
    Text {
        /// The name.
        name: String,
        /// The text.
        text: String,
    },
}

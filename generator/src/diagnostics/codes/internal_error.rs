//! `internal-error`: something that must not happen. Not for anything that a document can be blamed for.

use crate::diagnostics::{Code, Diagnostic, Severity};

pub(super) static CODE: Code = Code {
    name: "internal-error",
    severity: Severity::Error,
    summary: "a mistake in clientsmith",
    explanation: "\
What was to be written is not Rust, or two of clientsmith's stages disagree.

```text
error[internal-error]: `types/pet.rs` does not parse: expected identifier
```

Nothing is written. This is a mistake in clientsmith: please report it with the document, or with the
part of it that the message names.",
};

/// `message` names the file or node.
pub fn internal_error(message: impl Into<String>) -> Diagnostic {
    Diagnostic::placeless(&CODE, message).help("please report this, with the document if you can")
}

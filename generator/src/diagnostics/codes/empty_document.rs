//! `empty-document`: nothing to read. Not for a document that holds something else.

use crate::diagnostics::{Code, Diagnostic, Severity};

pub(super) static CODE: Code = Code {
    name: "empty-document",
    severity: Severity::Error,
    summary: "the document is empty",
    explanation: "\
The file has no content, or comments alone.

```yaml
# openapi: 3.0.3
```

Nothing is generated. Give the file that holds the description: it begins with `openapi: 3.0.3` or the like.",
};

/// `name` is the file as the user called it.
pub fn empty_document(name: &str) -> Diagnostic {
    Diagnostic::placeless(
        &CODE,
        format!("`{name}` is empty, expected an OpenAPI document"),
    )
    .help("give the file that holds the description: it begins with `openapi: 3.0.3` or the like")
}

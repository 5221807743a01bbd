//! `unknown-version`: a version of OpenAPI that is not read. Not for a document that is no description at all.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unknown-version",
    severity: Severity::Error,
    summary: "a version of OpenAPI that is not read",
    explanation: "OpenAPI 3.0, 3.1 and 3.2 are read.

```yaml
swagger: '2.0'
```

Convert a description in Swagger 2.0 to OpenAPI 3 first (`swagger2openapi` does).",
};

/// `version` is what the document says.
pub fn unknown_version(origin: &Origin, version: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{version}` where OpenAPI 3.0, 3.1 or 3.2 is expected"),
    )
    .help("convert the description to OpenAPI 3 first")
}

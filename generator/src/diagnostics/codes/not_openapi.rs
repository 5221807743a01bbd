//! `not-openapi`: the document is no OpenAPI description. Not for a description of a version that is not read.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "not-openapi",
    severity: Severity::Error,
    summary: "the document is no OpenAPI description",
    explanation: "The root of the document has neither `openapi` nor `swagger`, or is no mapping.

```yaml
openapi: 3.0.3
info: { title: Pets, version: 1.0.0 }
paths: {}
```",
};

/// `found` is what stands there.
pub fn not_openapi(origin: &Origin, found: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("{found} where an OpenAPI description is expected"),
    )
    .help("a description begins with `openapi: 3.0.3` (or 3.1, 3.2) or `swagger: '2.0'`, `info` and `paths`")
}

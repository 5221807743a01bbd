//! `unsupported-keyword`: a keyword is not expressed yet. Not for keys that no specification knows.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unsupported-keyword",
    severity: Severity::Warning,
    summary: "a keyword is not expressed yet",
    explanation: "A keyword of JSON Schema or OpenAPI is known, and nothing in the generated code expresses it.

```yaml
if: { properties: { kind: { const: a } } }
then: { required: [a] }
```

It is passed over: what is sent is not held to it, and what is received neither.",
};

/// `keyword` is what is passed over.
pub fn unsupported_keyword(origin: &Origin, keyword: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{keyword}` is not expressed yet, and is passed over"),
    )
}

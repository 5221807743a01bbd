//! `unexpected-reference`: a `$ref` where OpenAPI does not have one, followed all the same. Not for one that leads nowhere.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unexpected-reference",
    severity: Severity::Note,
    summary: "a `$ref` stands where OpenAPI has none",
    explanation: "\
OpenAPI allows a `$ref` in place of certain objects only. Descriptions in several files have it in other places too:

```yaml
paths:
  $ref: ./paths/all.yaml
components:
  schemas: { $ref: ./schemas/all.yaml }
```

What it leads to is read. Other tools may not follow it.",
};

/// `target` is the reference as written.
pub fn unexpected_reference(origin: &Origin, target: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{target}` is followed, though OpenAPI has no `$ref` here"),
    )
}

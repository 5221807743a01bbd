//! `circular-reference`: a `$ref` that never leads to anything else. Not for schemas: see `circular-type`.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "circular-reference",
    severity: Severity::Warning,
    summary: "a `$ref` leads back to itself",
    explanation: "\
References lead to each other and never to a parameter, response or the like.

```yaml
components:
  parameters:
    Page: { $ref: '#/components/parameters/Offset' }
    Offset: { $ref: '#/components/parameters/Page' }
```

What refers to them is left out. Write one of them out. (A schema may lead back to itself.)",
};

/// `target` is the reference as written.
pub fn circular_reference(origin: &Origin, target: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{target}` leads back to itself, and is left out"),
    )
    .help("write out one of those that refer to each other")
}

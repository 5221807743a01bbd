//! `unsupported-union`: `oneOf` or `anyOf` of several kinds of values. Not for a union with null, which is expressed.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unsupported-union",
    severity: Severity::Warning,
    summary: "a union is not expressed yet",
    explanation: "\
A schema offers several kinds of values by `oneOf`, `anyOf` or a list of types.

```yaml
Shape:
  oneOf:
    - $ref: '#/components/schemas/Circle'
    - $ref: '#/components/schemas/Square'
```

What stands there is read and written as any JSON value (`Value`): nothing is lost on the wire, and the
types of the variants are there. A union of one type and null is not concerned: that is a nullable type.",
};

/// `variants` are the names of what the union offers.
pub fn unsupported_union(origin: &Origin, variants: &[&str]) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!(
            "a union of {} variants ({}) is read as any JSON value",
            variants.len(),
            variants
                .iter()
                .take(5)
                .map(|name| format!("`{name}`"))
                .collect::<Vec<_>>()
                .join(", ")
        ),
    )
}

//! `circular-type`: a type that consists of itself and nothing else. Not for recursive objects, which are fine.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "circular-type",
    severity: Severity::Warning,
    summary: "a type consists of itself",
    explanation: "\
A list, a map or a reference leads back to itself without an object between.

```yaml
Tree:
  type: array
  items: { $ref: '#/components/schemas/Tree' }
```

Rust has no name for such a type. The place where it comes back is read as any JSON value. Put an object
between: `{ type: object, properties: { children: … } }`.",
};

/// `name` is the type that comes back.
pub fn circular_type(origin: &Origin, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{name}` consists of itself; where it comes back it is read as any JSON value"),
    )
    .help("put an object between, whose property leads back")
}

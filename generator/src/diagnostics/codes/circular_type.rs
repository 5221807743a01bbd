//! `circular-type`: a type that consists of itself and nothing else. Not for recursive objects, lists and
//! maps, which are fine.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "circular-type",
    severity: Severity::Warning,
    summary: "a type consists of itself",
    explanation: "\
A reference, or a list with a schema for each place, leads back to itself without an object between.

```yaml
One: { $ref: '#/components/schemas/Other' }
Other: { $ref: '#/components/schemas/One' }
```

There is nothing that such a type is. The place where it comes back is read as any JSON value.",
};

/// `name` is the type that comes back.
pub fn circular_type(origin: &Origin, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{name}` consists of itself; where it comes back it is read as any JSON value"),
    )
    .help("say what it is, or put an object between, whose property leads back")
}

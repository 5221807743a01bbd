//! `duplicate-operation-id`: two operations have one id. Not for ids that differ in the document and are one in Rust.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "duplicate-operation-id",
    severity: Severity::Warning,
    summary: "two operations have one id",
    explanation: "\
An `operationId` must be unique in the description: it names the client's method.

```yaml
/a: { get: { operationId: same } }
/b: { get: { operationId: same } }
```

The first keeps the name; later ones are named after their method and path.",
};

/// `first` is where the id stands first, `instead` what this operation is called.
pub fn duplicate_operation_id(
    origin: &Origin,
    id: &str,
    first: &Origin,
    instead: &str,
) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("the id `{id}` is taken; this operation is called `{instead}`"),
    )
    .note("it stands here first", Some(first))
    .help("give this operation an id of its own")
}

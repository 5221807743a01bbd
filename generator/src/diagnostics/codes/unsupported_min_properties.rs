//! `unsupported-min-properties`: a body must have more properties than its type makes sure of. Not for required ones.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unsupported-min-properties",
    severity: Severity::Warning,
    summary: "`minProperties` is not made sure of by the type",
    explanation: "\
A patch with `minProperties: 1` cannot be built empty. Where more are demanded, where some are required besides, or where
names that are not declared count too, the type does not make sure of it.

```yaml
ContactPatch:
  type: object
  minProperties: 2
```

The request is sent as it was built, and the server decides.",
};

/// `why` says what stands in the way.
pub fn unsupported_min_properties(
    origin: &Origin,
    name: &str,
    minimum: u64,
    why: &str,
) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("that `{name}` has {minimum} properties at least is not made sure of: {why}"),
    )
}

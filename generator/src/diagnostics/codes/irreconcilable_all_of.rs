//! `irreconcilable-all-of`: the parts of an `allOf` do not make one type. Not for objects, whose properties are put together.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "irreconcilable-all-of",
    severity: Severity::Warning,
    summary: "the parts of an `allOf` do not make one type",
    explanation: "\
The parts of an `allOf` are put together where they are objects, or where only one of them says what a value
is. Others (a union and an object, a string and an object) are read as any JSON value.

```yaml
allOf:
  - type: string
  - type: object
```",
};

/// The parts cannot be put together.
pub fn irreconcilable_all_of(origin: &Origin) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        "the parts of this `allOf` do not make one type; it is read as any JSON value",
    )
}

//! `unsupported-enumeration`: an enumeration of other things than strings. Not for enumerations of strings, which are enums in Rust.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unsupported-enumeration",
    severity: Severity::Warning,
    summary: "an enumeration of other things than strings",
    explanation: "\
An `enum` lists numbers, booleans or values of several kinds.

```yaml
type: integer
enum: [1, 2, 4]
```

The type is that of its values; which of them are allowed stands in the documentation only.",
};

/// `values` are those that are allowed.
pub fn unsupported_enumeration(origin: &Origin, values: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("that only {values} are allowed is not expressed by the type"),
    )
}

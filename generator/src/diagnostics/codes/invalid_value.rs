//! `invalid-value`: a value is not one that its keyword knows. Not for values of another kind.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "invalid-value",
    severity: Severity::Warning,
    summary: "a value is not one that its keyword knows",
    explanation: "A keyword takes one of a few words, and another stands there.

```yaml
parameters:
  - { name: id, in: body, schema: { type: string } }   # path, query, header or cookie
```

What cannot be understood is left out, the rest of the document is generated. A type by the name that another
language has for it (`int`, `str`, `datetime`) is read as what it means.",
};

/// `found` is the value, `expected` says what the keyword knows.
pub fn invalid_value(origin: &Origin, found: &str, expected: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{found}` where {expected} is expected"),
    )
}

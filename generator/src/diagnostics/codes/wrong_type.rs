//! `wrong-type`: a node is not of the kind that its keyword takes. Not for values of the right kind that the keyword does not know.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "wrong-type",
    severity: Severity::Warning,
    summary: "a node is not of the kind that its keyword takes",
    explanation: "A keyword takes a certain kind of value, and another stands there.

```yaml
properties: [name, size]    # a mapping from names to schemas is expected
```

The nearest true thing is taken instead: a schema becomes any JSON value, a keyword that cannot be read is
passed over, a parameter or response that makes no sense is left out. The rest of the document is generated.",
};

/// `found` is what stands there, `expected` what the keyword takes.
pub fn wrong_type(origin: &Origin, found: &str, expected: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("{found} where {expected} is expected"),
    )
}

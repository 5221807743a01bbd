//! `duplicate-enum-value`: a value stands twice in an `enum`. Not for values that only look alike in Rust.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "duplicate-enum-value",
    severity: Severity::Note,
    summary: "a value stands twice in an `enum`",
    explanation: "\
The values of an `enum` are a set, and one stands there twice.

```yaml
enum: [red, green, red]
```

It is one value: the first place counts, and its name and description. `1` and `1.0` are one number.",
};

/// `value` is its JSON.
pub fn duplicate_enum_value(origin: &Origin, value: &str) -> Diagnostic {
    Diagnostic::new(&CODE, origin, format!("`{value}` stands here already"))
}

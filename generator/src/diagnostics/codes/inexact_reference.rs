//! `inexact-reference`: a `$ref` whose meaning is plain and that is not written so. Not for one that may mean several things.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "inexact-reference",
    severity: Severity::Warning,
    summary: "a `$ref` does not say exactly where it leads",
    explanation: "\
There is nothing where a `$ref` leads, but what it means is plain: it is the name of a schema alone, names the
section in which another version of OpenAPI has its schemas, or forgets its `#` or `/`.

```yaml
$ref: '#/definitions/Pet'   # in OpenAPI 3: '#/components/schemas/Pet'
$ref: Pet
$ref: '#components/schemas/Pet'
```

What is meant is read, and each such reference is reported once. Other tools may find nothing there.",
};

/// `target` is the reference as written, `meant` what is read instead.
pub fn inexact_reference(origin: &Origin, target: &str, meant: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{target}` leads to nothing; `{meant}` is read instead"),
    )
    .help(format!("write `$ref: '{meant}'`"))
}

//! `external-reference`: a `$ref` leads to another file or host. Not for references that lead nowhere in this document.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "external-reference",
    severity: Severity::Warning,
    summary: "a `$ref` leads to another file or host",
    explanation: "References are followed within one document.

```yaml
$ref: 'common.yaml#/components/schemas/Money'
```

What stands there is read as any JSON value; a parameter, response or body is left out. Bundle the
description into one file first.",
};

/// `target` is the reference as written.
pub fn external_reference(origin: &Origin, target: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{target}` leads out of this document"),
    )
    .help("bundle the description into one file")
}

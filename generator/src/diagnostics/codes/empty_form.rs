//! `empty-form`: an optional form without a property. Not where it must be sent, nor for empty JSON, which is `{}`.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "empty-form",
    severity: Severity::Note,
    summary: "an optional body is a form without a property; it is left out",
    explanation: "\
A form that declares no property and allows no other is written as nothing at all, as is a body that is not
sent. Where it may be left out it is: the operation is called without a body.

```yaml
requestBody:
  content:
    application/x-www-form-urlencoded:
      schema: { type: object, properties: {}, additionalProperties: false }
```

Nothing needs to be mended. If the server reads something there, declare it.",
};

/// The body at `origin`.
pub fn empty_form(origin: &Origin) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        "the form has no properties; the operation is called without a body",
    )
}

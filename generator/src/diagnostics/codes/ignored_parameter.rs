//! `ignored-parameter`: a parameter is left out. Not for path parameters without a place in the template.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "ignored-parameter",
    severity: Severity::Warning,
    summary: "a parameter is left out",
    explanation: "\
OpenAPI says that header parameters named `Accept`, `Content-Type` and `Authorization` are ignored: media
types and security schemes say what stands there. (In Swagger 2.0 an `Authorization` is sent where no security
scheme is asked for.) Of two parameters of one name and place the first holds.

```yaml
parameters:
  - { name: Authorization, in: header, schema: { type: string } }   # declare a security scheme instead
```",
};

/// `why` says what speaks against it.
pub fn ignored_parameter(origin: &Origin, name: &str, why: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("the parameter `{name}` is left out: {why}"),
    )
}

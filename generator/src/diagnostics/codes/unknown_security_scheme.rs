//! `unknown-security-scheme`: a security requirement names no scheme. Not for schemes that are declared and not carried.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unknown-security-scheme",
    severity: Severity::Warning,
    summary: "a security requirement names no scheme",
    explanation: "\
A security requirement names a scheme that `components.securitySchemes` does not have.

```yaml
security: [{ tokn: [] }]    # there is only `token`
```

The name is left out of the requirement.",
};

/// `name` is what is not declared.
pub fn unknown_security_scheme(origin: &Origin, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("there is no security scheme `{name}`"),
    )
    .help(
        "declare it in `components.securitySchemes` (Swagger 2.0: `securityDefinitions`), or correct the name; \
         no credential is sent for it",
    )
}

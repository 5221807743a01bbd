//! `unsupported-security-scheme`: credentials that a client cannot carry by itself. Not for a scheme that is not declared.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unsupported-security-scheme",
    severity: Severity::Warning,
    summary: "a security scheme is left to the caller",
    explanation: "\
Bearer tokens (OAuth 2 and OpenID Connect come down to these), user and password, and API keys are carried
by the client. Mutual TLS and other HTTP schemes are not.

```yaml
securitySchemes:
  signed: { type: http, scheme: hoba }
```

Requests go out without it: set the header field yourself (`.header(…)` on the builder or on a call), or
bring a `reqwest::Client` that has the certificate.",
};

/// `what` is what the scheme asks for.
pub fn unsupported_security_scheme(origin: &Origin, name: &str, what: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("the security scheme `{name}` asks for {what}, which is left to the caller"),
    )
    .help(
        "set the header field on the builder or the call, or bring a `reqwest::Client` of your own",
    )
}

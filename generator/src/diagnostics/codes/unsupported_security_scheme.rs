//! `unsupported-security-scheme`: credentials that a client cannot carry by itself. Not for a scheme that is not declared.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unsupported-security-scheme",
    severity: Severity::Warning,
    summary: "a security scheme is left to the caller",
    explanation: "\
Bearer tokens (OAuth 2 and OpenID Connect come down to these), user and password, API keys, and the text of
other HTTP schemes are carried by the client. Certificates (mutual TLS) belong to the transport, and digests
answer each of the server's challenges anew.

```yaml
securitySchemes:
  certificate: { type: mutualTLS }
```

Requests go out without it: bring a `reqwest::Client` that has the certificate (`.reqwest_client(…)` on the
builder), or a transport that answers challenges.",
};

/// `what` is what the scheme asks for.
pub fn unsupported_security_scheme(origin: &Origin, name: &str, what: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("the security scheme `{name}` asks for {what}, which is left to the caller"),
    )
    .help("bring a `reqwest::Client` or a transport of your own that does")
}

//! `invalid-rate-limit`: an `x-rate-limits` is not understood. Not for limits that a server sends.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "invalid-rate-limit",
    severity: Severity::Warning,
    summary: "an `x-rate-limits` is not understood",
    explanation: "\
`x-rate-limits` maps the name of a policy to its limit and window, on the document, a tag or an operation.

```yaml
x-rate-limits:
  burst: { limit: 10, window: 1s }
  steady: { limit: 150, window: 1m, scope: tag }
```

`limit` is a natural number from 1; `window` is a number of seconds, or a number with `ms`, `s`, `m`, `h` or
`d`; `scope` is `operation`, `tag` or `document`, and unless told the level that the policy stands on. A
policy that is not understood is left out: the client does not keep it.",
};

/// `what` says what is wrong.
pub fn invalid_rate_limit(origin: &Origin, what: &str) -> Diagnostic {
    Diagnostic::new(&CODE, origin, format!("{what}; the policy is left out"))
        .help("write `name: { limit: 10, window: 1s }`")
}

//! `invalid-configuration`: something in `clientsmith.toml` is not understood. Not for choices that match nothing.

use crate::diagnostics::{Code, Diagnostic, Excerpt, Severity};

pub(super) static CODE: Code = Code {
    name: "invalid-configuration",
    severity: Severity::Error,
    summary: "something in `clientsmith.toml` is not understood",
    explanation: "\
A key is none that there is, a value is of another kind than its key takes, or the file is not TOML.

```toml
[operations]
includes = [\"tag:pets\"]   # the key is `include`
```

Nothing is generated. The guide has all keys under `Configuration`.",
};

/// `what` says what is wrong.
pub fn invalid_configuration(what: &str, excerpt: Excerpt) -> Diagnostic {
    Diagnostic::placeless(&CODE, what).excerpt(excerpt)
}

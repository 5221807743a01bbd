//! `invalid-dependency`: a further dependency that is not TOML. Not for one that cargo cannot find.

use crate::diagnostics::{Code, Diagnostic, Severity};

pub(super) static CODE: Code = Code {
    name: "invalid-dependency",
    severity: Severity::Error,
    summary: "a further dependency is not TOML",
    explanation: "\
What stands to the right of `=` in `[dependencies]` must be a value of TOML.

```text
--dependency 'serde=\"1\"'
--dependency 'serde={ version = \"1\", features = [\"derive\"] }'
```",
};

/// `name` is the dependency's, `error` what is wrong with it.
pub fn invalid_dependency(name: &str, error: &str) -> Diagnostic {
    Diagnostic::placeless(
        &CODE,
        format!("the dependency `{name}` is not TOML: {}", error.trim()),
    )
    .help("write it as in `Cargo.toml`: `\"1\"`, or `{ version = \"1\", features = [\"derive\"] }`")
}

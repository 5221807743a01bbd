//! `not-an-overlay`: a file that should be an overlay is none. Not for an action that is wrong.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "not-an-overlay",
    severity: Severity::Error,
    summary: "a file that should be an overlay is none",
    explanation: "\
The file that `--overlay` names is read, and is no overlay document: it has no key `overlay` with a version 1.x.

```yaml
overlay: 1.1.0
info: { title: What we mend, version: '1' }
actions:
  - target: $.paths['/pets'].get
    update: { x-rate-limits: { burst: { limit: 10, window: 1s } } }
```

Nothing is generated. Write the version down, or name the right file.",
};

/// `file` is the file's name.
pub fn not_an_overlay(origin: &Origin, file: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{file}` is no overlay: no `overlay` with a version 1.x stands at its top"),
    )
    .help("begin it with `overlay: 1.1.0`")
}

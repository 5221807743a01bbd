//! `overlay-mismatch`: an action of an overlay does not fit what it selects. Not for an action that selects nothing.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "overlay-mismatch",
    severity: Severity::Warning,
    summary: "an action of an overlay does not fit what it selects",
    explanation: "\
Mappings are merged into mappings, lists are put behind lists, texts, numbers and booleans replace each other. Anything
else does not fit together, and stays as it is.

```yaml
  - target: $.paths['/pets'].get
    update: { tags: pets }   # `tags` is a list: write [pets]
```

To replace a mapping or a list by something else, remove it first: actions are applied in order.",
};

/// `origin` is the place of the action, `what` says what does not fit.
pub fn overlay_mismatch(origin: &Origin, what: &str) -> Diagnostic {
    Diagnostic::new(&CODE, origin, format!("{what}; that part is left out"))
}

//! `invalid-overlay-action`: an action of an overlay is not understood. Not for one that selects nothing.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "invalid-overlay-action",
    severity: Severity::Warning,
    summary: "an action of an overlay is not understood",
    explanation: "\
An action has a `target`, which is a JSONPath (RFC 9535), and one of `update`, `copy` and `remove: true`.

```yaml
actions:
  - target: $.paths['/pets'].get
    update: { deprecated: true }
  - target: $.components.schemas.Pet.properties
    copy: $.components.schemas.Animal.properties
  - target: $.servers[?@.url == 'http://localhost']
    remove: true
```

The action is left out, the others are applied. Names with other characters than letters, digits and `_` stand in
brackets and quotes: `$.paths['/pets/{id}']`.",
};

/// `what` says what is wrong.
pub fn invalid_overlay_action(origin: &Origin, what: &str) -> Diagnostic {
    Diagnostic::new(&CODE, origin, format!("{what}; the action is left out"))
}

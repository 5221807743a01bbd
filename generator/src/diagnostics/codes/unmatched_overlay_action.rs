//! `unmatched-overlay-action`: an action of an overlay selects nothing. Not for a path that is no JSONPath.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unmatched-overlay-action",
    severity: Severity::Warning,
    summary: "an action of an overlay selects nothing",
    explanation: "\
The JSONPath of the action selects nothing in the document as the actions before it left it (a `copy`: not exactly
one thing). Mostly a name is written differently there, or the vendor has mended what the action was for.

```yaml
  - target: $.paths['/pets/'].get   # the document has `/pets`
    update: { deprecated: true }
```

The action changes nothing. Correct the path, or remove the action.",
};

/// `origin` is the place of the path.
pub fn unmatched_overlay_action(origin: &Origin) -> Diagnostic {
    let copies = origin.token() == Some(&crate::source::Token::Key("copy".into()));
    let what = match copies {
        true => "`copy` does not select one thing in the document: nothing is copied",
        false => "`target` selects nothing in the document: the action changes nothing",
    };
    Diagnostic::new(&CODE, origin, what).help("correct the path, or remove the action")
}

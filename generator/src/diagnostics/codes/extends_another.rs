//! `extends-another`: an overlay says that it is for another document. Not for a file that cannot be found: `extends` is not followed.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "extends-another",
    severity: Severity::Note,
    summary: "an overlay says that it is for another document",
    explanation: "\
`extends` names the document that an overlay was written for. Here it is applied to one of another name.

```yaml
overlay: 1.1.0
extends: https://example.com/specs/petstore.yaml   # applied to `pets.yaml`
```

It is applied all the same. Where the document is the same and only called differently, there is nothing to do.",
};

/// `extends` is the name that the overlay gives, `document` that of the document.
pub fn extends_another(origin: &Origin, extends: &str, document: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("this overlay is for `{extends}`, and is applied to `{document}`"),
    )
}

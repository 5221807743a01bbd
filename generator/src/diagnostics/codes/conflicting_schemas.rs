//! `conflicting-schemas`: of two schemas that must hold together one contradicts the other. Not for unions.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "conflicting-schemas",
    severity: Severity::Warning,
    summary: "two schemas that hold together contradict each other",
    explanation: "\
Parts of an `allOf` say different things of one property, and no value is both.

```yaml
allOf:
  - properties: { id: { type: string } }
  - properties: { id: { type: integer } }
```

What the later one says is taken, as if it took the place of the earlier. Of two lists of values without a
common value, the shorter.",
};

/// `one` and `other` are where the two stand.
pub fn conflicting_schemas(origin: &Origin, one: &Origin, other: &Origin) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!(
            "no value is what `{}` and `{}` say at once; the latter is taken",
            one.pointer(),
            other.pointer()
        ),
    )
    .help("make them agree, or leave one of them out")
}

//! `duplicate-key`: a key stands twice in one mapping. Not for two operations of one id.

use crate::diagnostics::{Code, Diagnostic, Excerpt, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "duplicate-key",
    severity: Severity::Warning,
    summary: "a key stands twice in one mapping",
    explanation: "\
A mapping has one value for each key. Where a key stands twice, readers differ in which value they take, and
one of the two is lost.

```yaml
properties:
  name: { type: string }
  name: { type: integer }   # not read
```

The first one is read, the others are not. Keep one, or rename the others.",
};

/// `origin` is the place of the value that is read, `first` its line; `excerpt` shows the other one.
pub fn duplicate_key(origin: &Origin, key: &str, first: usize, excerpt: Excerpt) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("the key `{key}` stands here again; the first one, in line {first}, is read"),
    )
    .excerpt(excerpt)
    .help("keep one of them, or rename the others")
}

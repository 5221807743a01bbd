//! `undefined-nesting`: a `deepObject` deeper than the specification defines it. Not for what it does define.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "undefined-nesting",
    severity: Severity::Note,
    summary: "a `deepObject` nests deeper than OpenAPI defines",
    explanation: "\
OpenAPI defines the style `deepObject` for objects of texts only: `color[R]=100`. Documents use it for
lists and for what nests deeper too, and mean what servers read.

```yaml
encoding:
  items: { style: deepObject, explode: true }   # a list of objects
```

In a form such values are written name by name and index by index: `items[0][price]=9`. It is said once
for a document.",
};

/// `count` is how many properties nest; the first of them stands at `origin`.
pub fn undefined_nesting(origin: &Origin, count: usize) -> Diagnostic {
    let others = match count {
        1 => String::new(),
        2 => " (as 1 other property does)".to_owned(),
        _ => format!(" (as {} other properties do)", count - 1),
    };
    let message = format!(
        "a `deepObject` that is a list or nests{others} is written by index and name: `a[0][b]=c`"
    );
    Diagnostic::new(&CODE, origin, message)
}

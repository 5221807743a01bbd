//! `nothing-chosen`: no operation is left by `include` and `exclude`. Not for a document without operations.

use crate::diagnostics::{Code, Diagnostic, Severity};

pub(super) static CODE: Code = Code {
    name: "nothing-chosen",
    severity: Severity::Error,
    summary: "no operation is left by `include` and `exclude`",
    explanation: "\
What `include` takes and `exclude` leaves is no operation at all, so there would be a client that calls nothing.

```text
--include tag:pets --exclude '/pets/**'
```

Nothing is generated. Include more, or exclude less.",
};

/// `all` is how many operations the document has.
pub fn nothing_chosen(all: usize) -> Diagnostic {
    let message =
        format!("none of the document's {all} operations is left by `include` and `exclude`");
    Diagnostic::placeless(&CODE, message).help("include more, or exclude less")
}

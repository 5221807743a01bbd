//! `too-many-aliases`: aliases that repeat too much. Not for `$ref`.

use crate::diagnostics::{Code, Diagnostic, Excerpt, Severity};

pub(super) static CODE: Code = Code {
    name: "too-many-aliases",
    severity: Severity::Error,
    summary: "aliases make the document too large",
    explanation: "\
A YAML alias (`*name`) repeats what stands at its anchor (`&name`). A few nested aliases can make gigabytes of a
few lines. Aliases may make a document eight times as large, and at least two million nodes and bytes.

```yaml
a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]   # and so on
```

Nothing is generated. Move what is repeated to `components` and refer to it by `$ref`.",
};

/// `excerpt` shows where the reader gave up.
pub fn too_many_aliases(excerpt: Excerpt) -> Diagnostic {
    Diagnostic::placeless(
        &CODE,
        "aliases repeat so much that the document is too large to be read",
    )
    .help("move what is repeated to `components` and refer to it by `$ref`")
    .excerpt(excerpt)
}

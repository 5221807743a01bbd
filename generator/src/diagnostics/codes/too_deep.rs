//! `too-deep`: nesting beyond the limit. Not for recursion by references.

use crate::diagnostics::{Code, Diagnostic, Excerpt, Severity};

pub(super) static CODE: Code = Code {
    name: "too-deep",
    severity: Severity::Error,
    summary: "the document is nested too deeply",
    explanation: "\
Mappings and lists may stand in each other 128 levels deep. Descriptions that people or tools write stay below
30; what is deeper is mostly a mistake of the program that wrote it, or an attack.

```yaml
a: { a: { a: { a: { a: { a: … } } } } }
```

Nothing is generated. Move inner schemas to `components/schemas` and refer to them by `$ref`.",
};

/// `limit` is how deep a document may be.
pub fn too_deep(limit: usize, excerpt: Excerpt) -> Diagnostic {
    Diagnostic::placeless(
        &CODE,
        format!("the document is nested more than {limit} levels deep, which is the limit"),
    )
    .help("move inner schemas to `components/schemas` and refer to them by `$ref`")
    .excerpt(excerpt)
}

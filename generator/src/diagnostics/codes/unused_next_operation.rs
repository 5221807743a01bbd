//! `unused-next-operation`: an operation is there for the next page, and takes more than its link. Not for one that the
//! description only names.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unused-next-operation",
    severity: Severity::Note,
    summary: "the operation for the next page takes more than its link",
    explanation: "\
`operationName` of `x-ms-pageable` names an operation that gets the next page. `.pages()` does without: it gets what
the link leads to, with the header fields of the first page. The operation that is named here takes a body, or
more than one required parameter that the first page's operation has not.

```yaml
x-ms-pageable: { nextLinkName: nextLink, operationName: Things_ListNext }
```

Where the server does not answer a mere `GET` of the link, call the operation itself for each page after the first.",
};

/// `other` is the operation that is named.
pub fn unused_next_operation(origin: &Origin, operation: &str, other: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!(
            "`{other}` takes more than the link to the next page of `{operation}`, which is got without it"
        ),
    )
}

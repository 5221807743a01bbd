//! `missing-next-link`: the property that is to say what the next page is, is not among those of the reply. Not for
//! operations that have one page only (`nextLinkName: null`).

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "missing-next-link",
    severity: Severity::Note,
    summary: "the property with the link to the next page is not in the reply",
    explanation: "\
`x-ms-pageable` names the property of a reply that is a link to the next page. No success of the operation has a
property of that name which is a string, nor, where the name has dots, one behind its parts.

```yaml
x-ms-pageable: { nextLinkName: nextLink }
responses:
  '200':
    description: The first ten.
    content: { application/json: { schema: { type: object, properties: { value: { type: array, items: {} } } } } }
```

The call has no `.pages()` then. Declare the property, or say `nextLinkName: null` where there is one page only.",
};

/// `name` is the property's, as the operation has it.
pub fn missing_next_link(origin: &Origin, operation: &str, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("no success of `{operation}` has a string `{name}`: it is read without pages"),
    )
    .help("declare the property, or write `nextLinkName: null` where there is one page only")
}

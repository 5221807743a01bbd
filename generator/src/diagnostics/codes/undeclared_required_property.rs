//! `undeclared-required-property`: `required` names a property that is not declared. Not for parameters.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "undeclared-required-property",
    severity: Severity::Warning,
    summary: "a required property is not declared",
    explanation: "\
`required` names a property that `properties` does not have, here or in a schema that holds together with it.

```yaml
type: object
required: [id, nmae]
properties: { id: { type: string }, name: { type: string } }
```

It is there all the same, as any JSON, but nothing demands it: a name that nothing declares is more often mistyped than
sent, and a reply is read without it. Correct the name, or declare the property.",
};

/// `name` is the property.
pub fn undeclared_required_property(origin: &Origin, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("the required property `{name}` is not declared: it may be any JSON, and left out"),
    )
    .help("correct the name, or declare it in `properties`")
}

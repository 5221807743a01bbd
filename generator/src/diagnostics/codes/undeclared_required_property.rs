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

It is there all the same, and may be any JSON: a request must have it, and a reply without it is not read; where only
one of the conditions in `anyOf` or `oneOf` requires it, it is optional. Correct the name, or declare the property.",
};

/// `name` is the property.
pub fn undeclared_required_property(origin: &Origin, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("the required property `{name}` is not declared, and may be any JSON"),
    )
    .help("correct the name, or declare it in `properties`")
}

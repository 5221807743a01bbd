//! `large-family`: more components build upon one with a discriminator than a union lists.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "large-family",
    severity: Severity::Warning,
    summary: "too many components build upon one with a discriminator",
    explanation: "\
A component with a `discriminator` stands for any of the components that build upon it by `allOf`, and is a
union of them. Where there are more than 100, it is one object instead, which keeps the properties of its
children by name.

```yaml
Entity: { discriminator: { propertyName: kind }, properties: { kind: { type: string } } }
User: { allOf: [{ $ref: '#/components/schemas/Entity' }, { … }] }  # and 100 more like it
```

Use the children themselves where the API has them.",
};

/// `children` is how many there are.
pub fn large_family(origin: &Origin, children: usize) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!(
            "{children} components build upon this one; their properties are kept by name only"
        ),
    )
}

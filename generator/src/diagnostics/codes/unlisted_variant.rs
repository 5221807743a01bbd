//! `unlisted-variant`: a discriminator's mapping leads to a schema that the union does not list. Not for
//! one that leads nowhere.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unlisted-variant",
    severity: Severity::Warning,
    summary: "a discriminator's mapping leads to a schema that the union does not list",
    explanation: "\
A discriminator's `mapping` leads to a schema that is not among the `oneOf` or `anyOf` beside it.

```yaml
oneOf: [{ $ref: '#/components/schemas/Cat' }]
discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } }
```

The schema list holds: a value with that text is kept as one of an unknown variant. List the schema, or take
it out of the mapping.",
};

/// `text` is the discriminator's value.
pub fn unlisted_variant(origin: &Origin, text: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{text}` leads to a schema that the union does not list; it is no variant"),
    )
    .help("list the schema beside the others, or take it out of the mapping")
}

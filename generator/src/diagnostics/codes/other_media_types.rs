//! `other-media-types`: a body that can be sent in other media types too, to the same effect. Not where something is lost.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "other-media-types",
    severity: Severity::Note,
    summary: "a body can be sent in other media types too, to the same effect",
    explanation: "\
Where a body can be sent in several media types, the caller chooses by an enum, unless they say the same:
a form or XML with the schema of the JSON beside it is not offered, nor is a second kind of text. Bytes
are sent as the first media type, unless the caller chooses another one (`RequestBody::content_type`); in place of a
range (`image/*`) the caller has to.

```yaml
requestBody:
  content:
    application/json: { schema: { $ref: '#/components/schemas/Pet' } }
    application/xml: { schema: { $ref: '#/components/schemas/Pet' } }
```

Nothing needs to be mended. An API that takes one of them only should not document the other.",
};

/// `others` are not offered, `offered` are.
pub fn other_media_types(origin: &Origin, others: &[&str], offered: &[&str]) -> Diagnostic {
    let listed = |media_types: &[&str]| format!("`{}`", media_types.join("`, `"));
    let (others, offered) = (listed(others), listed(offered));
    Diagnostic::new(
        &CODE,
        origin,
        format!("a body is sent as {offered}, not as {others}"),
    )
}

/// `others` can be sent instead of `sent`, if the caller says so; of a range the caller must say something.
pub fn other_media_types_of_bytes(origin: &Origin, others: &[&str], sent: &str) -> Diagnostic {
    let others = others.join("`, `");
    let message = match sent.contains('*') {
        true => format!("bytes of whatever media type the caller says: `{sent}`, `{others}`"),
        false => format!("bytes are sent as `{sent}`, unless the caller says `{others}`"),
    };
    Diagnostic::new(&CODE, origin, message)
}

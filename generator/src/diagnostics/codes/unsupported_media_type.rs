//! `unsupported-media-type`: a body in a form that is not expressed by a type. Not for JSON, text or plain bytes.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unsupported-media-type",
    severity: Severity::Warning,
    summary: "a body's media type is not expressed by a type",
    explanation: "\
Bodies are written as JSON, as forms, as text, or as bytes, and read as JSON, text or bytes. For a request
one of several is chosen: JSON first, then a form, then text, then bytes. Of a reply every form is read that
is more than another notation of the same schema.

```yaml
requestBody:
  content:
    multipart/form-data: { schema: { type: object, properties: { file: { type: string, format: binary } } } }
```

A body in another form is taken and given as bytes, or as text where it is text (XML, forms), to be written
and read by hand. What is left out beside another form, the message names.",
};

/// `instead` says what is done: `is taken as bytes`, `is left out beside \`application/json\``.
pub fn unsupported_media_type(origin: &Origin, media_type: &str, instead: &str) -> Diagnostic {
    Diagnostic::new(&CODE, origin, format!("a body in `{media_type}` {instead}"))
}

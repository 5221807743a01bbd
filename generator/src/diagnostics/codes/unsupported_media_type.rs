//! `unsupported-media-type`: a body in a form that is not expressed by a type. Not for JSON, text or plain bytes.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unsupported-media-type",
    severity: Severity::Warning,
    summary: "a body's media type is not expressed by a type",
    explanation: "\
Bodies are written as JSON, as forms, part by part, as text, or as bytes, and read as JSON, text or bytes.

```yaml
requestBody:
  content:
    application/xml: { schema: { type: object, properties: { name: { type: string } } } }
```

XML is taken as text, and what nobody knows (`multipart/mixed`, MessagePack) as bytes: they are to be written
and read by hand. Of a reply every form is read that is more than another notation of the same schema.",
};

/// `instead` says what is done: `is taken as bytes`, `is left out beside \`application/json\``.
pub fn unsupported_media_type(origin: &Origin, media_type: &str, instead: &str) -> Diagnostic {
    Diagnostic::new(&CODE, origin, format!("a body in `{media_type}` {instead}"))
}

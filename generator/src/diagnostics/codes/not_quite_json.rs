//! `not-quite-json`: what begins like JSON is read as YAML. Not for a text that neither of them can read.

use crate::diagnostics::{Code, Diagnostic, Excerpt, Severity};

pub(super) static CODE: Code = Code {
    name: "not-quite-json",
    severity: Severity::Warning,
    summary: "a document that looks like JSON is read as YAML",
    explanation: "\
A text that begins with `{` or `[` is JSON nearly always. Where it is not quite, it may still be YAML, which
also has braces, and takes words without quotes, comments with `#`, and a comma behind the last entry.

```yaml
{ openapi: 3.0.3, info: { title: Pets, version: 1.0.0, }, paths: {} }
```

It is read as YAML, in which a mistyped `nul` is a text and so is `1 // a comment`. If it is meant to be JSON,
mend the place that is shown; if not, begin it with a line `---`.",
};

/// `complaint` is what stands in the way of JSON, `excerpt` where.
pub fn not_quite_json(complaint: &str, excerpt: Excerpt) -> Diagnostic {
    Diagnostic::placeless(
        &CODE,
        format!("this begins like JSON and is read as YAML: {complaint}"),
    )
    .excerpt(excerpt)
    .help("mend this place if it is meant to be JSON, else begin the document with a line `---`")
}

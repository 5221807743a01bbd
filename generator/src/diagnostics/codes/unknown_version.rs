//! `unknown-version`: a version of OpenAPI that is not read. Not for a document that is no description at all.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unknown-version",
    severity: Severity::Error,
    summary: "a version of OpenAPI that is not read",
    explanation: "OpenAPI 3.0, 3.1 and 3.2 (`openapi`) and Swagger 2.0 (`swagger`) are read.

```yaml
swagger: '1.2'
```

Convert a description in Swagger 1.x first (`swagger-converter` does).",
};

/// `version` is what the document says under `keyword`.
pub fn unknown_version(origin: &Origin, keyword: &str, version: &str) -> Diagnostic {
    let help = match (keyword, version.trim().split('.').next()) {
        ("openapi", Some("2")) => "write `swagger: '2.0'` where it is one of Swagger 2.0",
        ("swagger", Some("3")) => {
            "write `openapi: 3.0.3` (or 3.1, 3.2) where it is one of OpenAPI 3"
        }
        ("openapi", _) => "write the version that it is written in: `openapi: 3.0.3` (or 3.1, 3.2)",
        _ => "convert the description to OpenAPI 3 first",
    };
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{keyword}: {version}` where OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0 is expected"),
    )
    .help(help)
}

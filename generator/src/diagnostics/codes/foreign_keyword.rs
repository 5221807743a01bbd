//! `foreign-keyword`: a keyword of another version of OpenAPI, read all the same. Not for keywords that none knows.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "foreign-keyword",
    severity: Severity::Warning,
    summary: "a keyword of another version of OpenAPI",
    explanation: "A description in Swagger 2.0 uses a keyword that only OpenAPI 3 has. What it means there is plain, so it is
read as if it stood in OpenAPI 3.

```yaml
swagger: '2.0'
definitions:
  Name: { type: string, nullable: true }   # `x-nullable` in Swagger 2.0
```

Other tools pass it over. Write what Swagger 2.0 has for it, or make the description one of OpenAPI 3.",
};

/// `keyword` is the key, or the value of one, that OpenAPI 3 has and Swagger 2.0 has not.
pub fn foreign_keyword(origin: &Origin, keyword: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{keyword}` is of OpenAPI 3, not of Swagger 2.0; it is read as it is meant there"),
    )
}

//! `unknown-keyword`: a keyword that OpenAPI does not know. Not for keywords of JSON Schema that are known and not expressed.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unknown-keyword",
    severity: Severity::Note,
    summary: "a keyword that OpenAPI does not know",
    explanation: "A key stands where OpenAPI has keywords, and is none of them: often a slip of the pen, or an extension
without `x-`.

```yaml
get:
  operationID: listPets    # `operationId`
```

It is passed over.",
};

/// `keyword` is the key, `place` the object of the specification that it stands in.
pub fn unknown_keyword(origin: &Origin, keyword: &str, place: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{keyword}` is no keyword of {place}, and is passed over"),
    )
}

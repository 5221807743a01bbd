//! `unknown-keyword`: a keyword that OpenAPI does not know. Not for keywords of JSON Schema that are known and not expressed.

use super::misspelt_keyword;
use crate::diagnostics::suggestion::slip_of;
use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unknown-keyword",
    severity: Severity::Note,
    summary: "a keyword that OpenAPI does not know",
    explanation: "A key stands where OpenAPI has keywords, and is none of them: often an extension without `x-`.

```yaml
get:
  internal: true    # `x-internal`
```

It is passed over. One that is nearly a keyword is a `misspelt-keyword`.",
};

/// `keyword` is the key, `place` the object of the specification that it stands in, `known` are that object's
/// keywords: where it is nearly one of them, that is the diagnostic.
pub fn unknown_keyword(origin: &Origin, keyword: &str, place: &str, known: &[&str]) -> Diagnostic {
    if let Some(meant) = slip_of(keyword, known) {
        return misspelt_keyword(origin, keyword, place, meant);
    }
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{keyword}` is no keyword of {place}, and is passed over"),
    )
}

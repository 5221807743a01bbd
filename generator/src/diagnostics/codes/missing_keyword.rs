//! `missing-keyword`: a keyword that must be there is not. Not for keywords that are optional.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "missing-keyword",
    severity: Severity::Warning,
    summary: "a keyword that must be there is not",
    explanation: "OpenAPI demands a keyword that the document does not have.

```yaml
info:
  title: Pets     # `version` is missing
```

Where there is a nearest true thing it is taken (an empty version); otherwise what lacks the keyword is
left out by name.",
};

/// `keyword` is what is missing, `instead` what is done about it.
pub fn missing_keyword(origin: &Origin, keyword: &str, instead: &str) -> Diagnostic {
    Diagnostic::new(&CODE, origin, format!("`{keyword}` is missing; {instead}"))
}

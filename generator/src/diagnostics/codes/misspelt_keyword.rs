//! `misspelt-keyword`: a key that is nearly a keyword. Not for keys that are like none (`unknown-keyword`).

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "misspelt-keyword",
    severity: Severity::Warning,
    summary: "a key that is nearly a keyword",
    explanation: "\
A key differs from one of OpenAPI's keywords in its case, or in a letter or two.

```yaml
post:
  requestbody: { … }    # `requestBody`
```

It is passed over, with all that stands under it. A method in capitals (`POST`) is read as the method that it is.",
};

/// `keyword` is the key, `place` the object of the specification that it stands in, `meant` its keyword.
pub fn misspelt_keyword(origin: &Origin, keyword: &str, place: &str, meant: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{keyword}` is no keyword of {place}, and is passed over"),
    )
    .help(format!("did you mean `{meant}`?"))
}

/// A method whose key has capitals.
pub fn method_in_capitals(origin: &Origin, key: &str, method: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{key}` is read as `{method}`, which is how OpenAPI writes it"),
    )
    .help(format!("write `{method}`"))
}

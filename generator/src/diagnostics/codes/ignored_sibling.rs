//! `ignored-sibling`: a keyword that stands beside a `$ref` and does not count. Not for schemas, where all of them do.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "ignored-sibling",
    severity: Severity::Warning,
    summary: "a keyword beside a `$ref` is passed over",
    explanation: "\
What a `$ref` leads to stands for the whole. Beside it only `summary` and `description` count, which say something
else about the same thing here; beside the `$ref` of a schema every keyword counts.

```yaml
parameters:
  - $ref: '#/components/parameters/Page'
    required: true   # passed over
```

Write a parameter of its own where it differs. Of a path item both are read, what the `$ref` leads to and what
stands beside it; a keyword that both have is read where the `$ref` stands.",
};

/// `keyword` is what is passed over.
pub fn ignored_sibling(origin: &Origin, keyword: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{keyword}` stands beside a `$ref`, and is passed over"),
    )
    .help("leave it out, or write the whole thing here in place of the `$ref`")
}

/// A keyword of a path item that stands beside the `$ref` to it too, at `instead`.
pub fn overridden_keyword(origin: &Origin, keyword: &str, instead: &Origin) -> Diagnostic {
    let message = format!(
        "`{keyword}` stands beside the `$ref` to this path item too, and is passed over here"
    );
    Diagnostic::new(&CODE, origin, message)
        .note("this is read instead", Some(instead))
        .help("keep one of them: OpenAPI does not say which one counts")
}

//! `undefined-style`: how a parameter becomes text is not defined. Not for `deepObject`, whose conventions
//! have a code of their own.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "undefined-style",
    severity: Severity::Warning,
    summary: "the specification does not define how a parameter is written",
    explanation: "\
OpenAPI's style table says for each style which values it can write. Lists and objects inside of others are
not in it, nor are single values with `spaceDelimited` and `pipeDelimited`, these two with `explode: true`,
and `explode` (which is on unless told) for lists and objects in cookies. `allowReserved` holds in the query
alone before OpenAPI 3.2.

```yaml
- name: ids
  in: query
  style: pipeDelimited
  explode: true          # not defined: `explode: false` is
  schema: { type: array, items: { type: integer } }
```

The nearest sensible thing is written, which the message names. Servers may read it otherwise: say what is
meant, or use `content: { application/json: … }` for values that nest.",
};

/// `what` is not defined; `instead` is what is done.
pub fn undefined_style(origin: &Origin, name: &str, what: &str, instead: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("the style of `{name}` does not define {what}: {instead}"),
    )
}

/// `allowReserved` where it does not hold.
pub fn misplaced_allow_reserved(origin: &Origin, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!(
            "`allowReserved` of `{name}` holds in the query only before OpenAPI 3.2, and is passed over"
        ),
    )
}

//! `path-parameters`: a path template and its parameters do not fit. Not for parameters of the query or of header fields.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "path-parameters",
    severity: Severity::Warning,
    summary: "a path template and its parameters do not fit",
    explanation: "\
Each expression of a path template is a path parameter, and the other way round.

```yaml
/pets/{id}:
  get:
    parameters: [{ name: pet_id, in: path, required: true, schema: { type: string } }]
```

For an expression without a parameter a string is taken; a path parameter without an expression is left out.",
};

/// An expression that no parameter is for.
pub fn undeclared_path_parameter(origin: &Origin, path: &str, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("no parameter is for `{{{name}}}` in `{path}`; a string is taken"),
    )
    .help(format!(
        "declare it, with its type: `{{ name: {name}, in: path, required: true, … }}`"
    ))
}

/// A path parameter that the template has no place for.
pub fn unplaced_path_parameter(origin: &Origin, path: &str, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{path}` has no `{{{name}}}`; the parameter is left out"),
    )
}

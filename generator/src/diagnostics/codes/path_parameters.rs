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

An expression that differs from a parameter's name only in case or spaces, or by a `+` or `*` that says that it takes the
rest of the path, is taken for it. For any other expression without a parameter a string is taken. A segment in the
notation of a server's framework (`:id`, `<id>`) is an expression where a path parameter has its name, and text otherwise.
A path parameter that only the query of a path has an expression for (`/pets?id={id}`) is sent in the query; one without
an expression is left out.",
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

/// An expression that only nearly is a parameter's name.
pub fn misspelt_path_parameter(
    origin: &Origin,
    path: &str,
    written: &str,
    name: &str,
) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        &CODE,
        origin,
        format!("`{path}` has `{{{written}}}` and not `{{{name}}}`; `{name}` is taken for it"),
    );
    match written.contains(['+', '*']) {
        true => diagnostic, // OpenAPI has no word for what takes the rest
        false => diagnostic.help(format!("write `{{{name}}}` in the path")),
    }
}

/// A path parameter that stands in the query of a path.
pub fn path_parameter_in_query(origin: &Origin, path: &str, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{{{name}}}` stands in the query of `{path}`; the parameter is sent there"),
    )
    .help("say `in: query`, and leave the query out of the path")
}

/// A segment in another notation, which a path parameter is for.
pub fn foreign_expression(origin: &Origin, path: &str, written: &str, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{path}` has `{written}` where OpenAPI writes `{{{name}}}`; it is read so"),
    )
    .help(format!("write `{{{name}}}` in the path"))
}

/// A segment in another notation, which no path parameter is for.
pub fn unread_expression(origin: &Origin, path: &str, written: &str, name: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{written}` in `{path}` is sent as it is: no path parameter is called `{name}`"),
    )
    .help(format!(
        "write `{{{name}}}` in the path, and declare `{{ name: {name}, in: path, required: true, … }}`"
    ))
}

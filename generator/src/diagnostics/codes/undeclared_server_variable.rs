//! `undeclared-server-variable`: a URL names a variable that is not declared. Not for paths.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "undeclared-server-variable",
    severity: Severity::Warning,
    summary: "a server variable is not declared",
    explanation: "\
Every expression of a server's URL is declared in its `variables`.

```yaml
servers:
  - url: https://{region}.example.com     # `region` is not declared
```

It is taken for a variable whose default is empty. Declare it, with a default.",
};

/// `name` is the variable, `url` what names it.
pub fn undeclared_server_variable(origin: &Origin, name: &str, url: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{name}` of `{url}` is not declared, and its default is empty"),
    )
    .help(format!(
        "declare it: `variables: {{ {name}: {{ default: … }} }}`"
    ))
}

//! `dangling-reference`: a `$ref` that leads nowhere. Not for references to other hosts, or to files that cannot be read.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "dangling-reference",
    severity: Severity::Warning,
    summary: "a `$ref` leads to nothing",
    explanation: "\
A `$ref` names a place that is not in the document or file, often after a schema was renamed.

```yaml
properties:
  owner:
    $ref: '#/components/schemas/Usr'   # there is only `User`
```

What stands there is read as any JSON value; a parameter, response or body that leads nowhere is
left out. Correct the name, or add what it should lead to.",
};

/// `target` is the reference as written, `file` where it leads to, where that is not the description itself.
pub fn dangling_reference(origin: &Origin, target: &str, file: Option<&str>) -> Diagnostic {
    let place = match file {
        Some(file) => format!("`{file}`"),
        None => "this document".to_owned(),
    };
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{target}` leads to nothing in {place}"),
    )
    .help("correct the name, or add what it should lead to")
}

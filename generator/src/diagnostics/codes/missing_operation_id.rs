//! `missing-operation-id`: an operation without an `operationId`. Not for two of one id.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "missing-operation-id",
    severity: Severity::Note,
    summary: "an operation has no id",
    explanation: "\
An `operationId` names the client's method. OpenAPI does not demand one.

```yaml
/pets/{id}:
  get: { responses: { '200': { description: It. } } }   # is called `getPetsById`
```

The operation is called after its method and path, without `/api` and a version that the path begins with, where that
name is free. Give it an id where another name is wished for; an overlay can
do so without a change to the description.",
};

/// `instead` is what the operation is called.
pub fn missing_operation_id(
    origin: &Origin,
    method: &str,
    path: &str,
    instead: &str,
) -> Diagnostic {
    let message = format!("`{method} {path}` has no `operationId`; it is called `{instead}`");
    Diagnostic::new(&CODE, origin, message).help("give it an `operationId`")
}

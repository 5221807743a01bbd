//! `identical-paths`: paths that are one for a server. Not for a path that stands there twice: see `duplicate-key`.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "identical-paths",
    severity: Severity::Note,
    summary: "two paths differ only in the names of their parameters",
    explanation: "\
For a server these paths are one, and OpenAPI forbids to write both. Which operation a request belongs to, it
cannot tell by the path.

```yaml
/pets/{id}:   { get: { operationId: getPetById, responses: {} } }
/pets/{name}: { get: { operationId: getPetByName, responses: {} } }
```

All operations are generated, each with the parameters of its path. Write them below one path.",
};

/// `first` is the path that came first, at `place`.
pub fn identical_paths(origin: &Origin, path: &str, first: &str, place: &Origin) -> Diagnostic {
    let message = format!("`{path}` is the same path as `{first}`, by other names");
    Diagnostic::new(&CODE, origin, message)
        .note("it stands here first", Some(place))
        .help("write their operations below one path")
}

//! `relative-server`: the API's address depends on where its description was found. Not for the servers of
//! single operations, which are relative to the API's.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "relative-server",
    severity: Severity::Note,
    summary: "the server's URL is relative",
    explanation: "\
A server's URL may be relative to the place where the description is served. A client does not know that
place.

```yaml
servers:
  - url: /api/v1
```

The client is built with `base_url(\"https://example.com/api/v1\")`; without it, building says so. Or write the
whole URL into the document.",
};

/// `url` is what stands there.
pub fn relative_server(origin: &Origin, url: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{url}` is relative: a client needs `base_url` to know of what"),
    )
}

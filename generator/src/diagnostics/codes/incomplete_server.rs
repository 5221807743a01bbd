//! `incomplete-server`: a description does not say where the API is served. Not for servers that are written wrongly.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "incomplete-server",
    severity: Severity::Note,
    summary: "a description does not say where the API is served",
    explanation: "Swagger 2.0 makes a server of `schemes`, `host` and `basePath`. Without `host` it is the one that serves
the description, which a client cannot know: give `base_url` to the client's builder. Without `schemes`
it is the scheme that the description was served by: `https` is assumed.

```yaml
swagger: '2.0'
basePath: /v1      # `host: api.example.com` and `schemes: [https]` are missing
```",
};

/// `keyword` is what is missing, `instead` what that comes to.
pub fn incomplete_server(origin: &Origin, keyword: &str, instead: &str) -> Diagnostic {
    Diagnostic::new(&CODE, origin, format!("there is no `{keyword}`: {instead}"))
}

//! `relative-token-url`: where programs get their tokens is not said as a whole. Not for the flows that a person takes
//! part in, whose tokens the caller brings.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "relative-token-url",
    severity: Severity::Note,
    summary: "the URL of a token endpoint is relative",
    explanation: "\
Tokens for a client's id and secret (OAuth 2, client credentials) are fetched from the `tokenUrl`. Where that is
relative, it is not known to what: some mean the server's origin, others the server's whole URL.

```yaml
flows:
  clientCredentials: { tokenUrl: /oauth/token, scopes: {} }
```

The builder has no `client_credentials` then. Say where it is, or write the whole URL into the document:

```text
let provider = ClientCredentials::new(\"https://api.example.com/oauth/token\", id, secret);
let client = Client::builder().token_provider(provider).build()?;
```",
};

/// `url` is what stands there.
pub fn relative_token_url(origin: &Origin, name: &str, url: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("the token URL `{url}` of the security scheme `{name}` is relative: the builder has no `client_credentials`"),
    )
    .help("give the builder a `ClientCredentials` with the whole URL, or write that into the document")
}

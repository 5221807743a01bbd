//! `ignored-parameter`: a parameter is left out. Not for path parameters without a place in the template.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "ignored-parameter",
    severity: Severity::Warning,
    summary: "a parameter is left out",
    explanation: "\
OpenAPI says that header parameters named `Accept`, `Content-Type` and `Authorization` are ignored: media
types and security schemes say what stands there. (In Swagger 2.0 an `Authorization` is sent where no security
scheme is asked for; an `Accept` of one value or with a default, of the replies' notation, is what is asked for.) Where
the document has no security scheme, mend it, by an overlay for instance, or send a credential by
`.header(\"authorization\", …)` on the client's builder. Of two parameters of one name and place the first holds.

```yaml
parameters:
  - { name: Authorization, in: header, schema: { type: string } }   # declare a security scheme instead
```",
};

/// `why` says what speaks against it.
pub fn ignored_parameter(origin: &Origin, name: &str, why: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("the parameter `{name}` is left out: {why}"),
    )
}

/// What says what a header parameter would.
#[derive(Debug, Clone, Copy)]
pub enum Instead {
    /// The media types of replies.
    RepliesMediaTypes,
    /// The media types of the request's body.
    BodysMediaTypes,
    /// The document's security schemes.
    SecuritySchemes,
    /// A security scheme that the document does not have.
    NoSecurityScheme,
}

/// A header parameter that OpenAPI says is ignored.
pub fn reserved_parameter(origin: &Origin, name: &str, instead: Instead) -> Diagnostic {
    let (why, help) = match instead {
        Instead::RepliesMediaTypes => (
            "the media types of replies say what is asked for",
            "another one is asked for by `.header(\"accept\", …)` on a call or the client's builder",
        ),
        Instead::BodysMediaTypes => (
            "the media type of the request's body stands there",
            "name the media type in `requestBody`",
        ),
        Instead::SecuritySchemes => (
            "security schemes say what stands there",
            "where this operation asks for none, let it do so by `security`",
        ),
        Instead::NoSecurityScheme => (
            "a security scheme has to say what stands there, and the document has none",
            "declare one in `components.securitySchemes` and ask for it by `security`; without it a credential is sent \
             by `.header(\"authorization\", …)` on the client's builder",
        ),
    };
    ignored_parameter(origin, name, why).help(help)
}

//! `foreign-codec`: a type of another crate must implement the runtime's traits itself. Not for types that the runtime
//! knows.

use crate::diagnostics::{Code, Diagnostic, Excerpt, Severity};

pub(super) static CODE: Code = Code {
    name: "foreign-codec",
    severity: Severity::Note,
    summary: "a type of another crate must implement the runtime's traits itself",
    explanation: "\
Where the runtime is copied into the crate, its traits are the crate's own, and clientsmith implements them for any type.
Where the crate depends on `clientsmith-runtime`, only that package can do so, and the crate of the type.

```toml
[package]
runtime = \"dependency\"

[types.formats]
iban = \"bank::Iban\"   # `bank` implements `clientsmith_runtime::Decode` and `Encode` for it
```

The runtime does so for `jiff`, `chrono`, `time` and `uuid`. For a type of yours it is a few lines: `reader.parse_with` and
`writer.display` do the work.",
};

/// `key` is the table and the key in it, `place` its line.
pub fn foreign_codec((table, key): (&str, &str), place: Option<&Excerpt>) -> Diagnostic {
    let message = format!(
        "the type for `{key}` of `{table}` must implement `Decode` and `Encode` of `clientsmith-runtime`"
    );
    let diagnostic = Diagnostic::placeless(&CODE, message)
        .help("where the runtime is copied into the crate, clientsmith does it");
    match place {
        Some(place) => diagnostic.excerpt(place.clone()),
        None => diagnostic,
    }
}

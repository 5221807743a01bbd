//! `remote-reference`: a `$ref` that leads to another host. Not for one that leads to a file.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "remote-reference",
    severity: Severity::Warning,
    summary: "a `$ref` leads to what would have to be fetched",
    explanation: "\
A `$ref` is an URL. Nothing is fetched: what is generated must not depend on what a server says today.

```yaml
$ref: https://example.com/schemas/money.json#/Money
```

What stands there is read as any JSON value; a parameter, response or body is left out. Download the file, and
refer to it where it is: `$ref: ./money.json#/Money`. A schema in the description whose `$id` is that URL is found too.",
};

/// `target` is the reference as written.
pub fn remote_reference(origin: &Origin, target: &str) -> Diagnostic {
    let message = match target.contains("//") {
        true => format!("`{target}` is on another host, and nothing is fetched"),
        false => format!("`{target}` is the `$id` of no schema here, and nothing is fetched"),
    };
    Diagnostic::new(&CODE, origin, message)
        .help("download it, and refer to the file: `$ref: ./the-file.yaml`")
}

//! `unreadable-file`: a file that cannot be opened. Not for one whose contents are wrong.

use std::io;

use crate::diagnostics::{Code, Diagnostic, Severity};

pub(super) static CODE: Code = Code {
    name: "unreadable-file",
    severity: Severity::Error,
    summary: "the file cannot be read",
    explanation: "\
There is no file of this name, it is a folder, or the system forbids to read it.

```text
clientsmith generate specs/petstore.yml -o petstore   # the file is called petstore.yaml
```

Nothing is generated. Correct the path (it is taken from the folder in which the command runs), or the permissions.",
};

/// `name` is the file as the user called it.
pub fn unreadable_file(name: &str, is_folder: bool, error: &io::Error) -> Diagnostic {
    let (message, help) = match error.kind() {
        _ if is_folder => (
            format!("`{name}` is a folder, expected a file"),
            "name the file with the OpenAPI document in it",
        ),
        io::ErrorKind::NotFound if name.contains("://") => (
            format!("`{name}` is a URL, expected a file"),
            "URLs are not fetched: download it, or write it to standard input and name `-`",
        ),
        io::ErrorKind::NotFound => (
            format!("there is no file `{name}`"),
            "correct the path: it is taken from the folder in which the command runs",
        ),
        _ => (
            format!("`{name}` cannot be read: {error}"),
            "make sure that the file can be read",
        ),
    };
    Diagnostic::placeless(&CODE, message).help(help)
}

//! `unreadable-reference`: a `$ref` to a file that cannot be read. Not for what is missing in a file.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unreadable-reference",
    severity: Severity::Warning,
    summary: "a `$ref` leads to a file that cannot be read",
    explanation: "\
A `$ref` names a file that is not there, is a folder, is no text in UTF-8, or is neither YAML nor JSON; or the
description is a text that stands in no folder, and the other texts were not handed over with it.

```yaml
$ref: './models/pet.yml'   # the file is called pet.yaml
```

The name is relative to the file in which the reference stands. What stands there is read as any JSON value; a
parameter, response, body or path is left out. Each file is reported once, at the first reference to it.",
};

/// `target` is the reference as written, `why` what is wrong with the file.
pub fn unreadable_reference(origin: &Origin, target: &str, why: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{target}` cannot be followed: {why}"),
    )
    .help(
        "a name is relative to the file in which it stands; until it is found, a schema is any JSON value, \
         and whatever else refers to it is left out",
    )
}

/// A file, named by a text that stands in no folder.
pub fn reference_of_a_text(origin: &Origin, target: &str) -> Diagnostic {
    let message = format!("`{target}` is a file, and this description is a text without a folder");
    Diagnostic::new(&CODE, origin, message)
        .help("generate from the description's file, or hand the other texts over with it")
}

/// A file that is none of the texts of which the description consists.
pub fn reference_to_no_text(origin: &Origin, target: &str) -> Diagnostic {
    let message = format!("`{target}` is none of the texts that were handed over");
    Diagnostic::new(&CODE, origin, message)
        .help("hand it over too; a name is relative to the text in which it stands")
}

//! `unmatched-choice`: something is chosen for what the document does not have. Not for patterns of operations.

use crate::diagnostics::{Code, Diagnostic, Excerpt, Severity, nearest};

pub(super) static CODE: Code = Code {
    name: "unmatched-choice",
    severity: Severity::Warning,
    summary: "something is chosen for what the document does not have",
    explanation: "\
A key of `[names]`, `[types]` or `[enums]` names a type, an operation, a property or a value that is not there, or is
given a name that Rust does not take. Or a library is chosen that has no type for a format.

```toml
[names.fields]
\"Pet.typ\" = \"species\"   # the property is `type`
```

The choice has no effect. Types are named by their component or by the words that lead to them (`Order.items.item`),
their properties and values with a dot behind that, operations by id or as `GET /pets`; a JSON pointer
(`#/components/schemas/Pet`) does for any of them.",
};

/// `table` is where the choice stands, `spellings` what could stand there, `place` its line.
pub fn unmatched_choice<'s>(
    table: &str,
    key: &str,
    spellings: impl IntoIterator<Item = &'s str>,
    place: Option<&Excerpt>,
) -> Diagnostic {
    let message = format!("`{key}` of `{table}` is nothing that there is");
    let mut diagnostic = Diagnostic::placeless(&CODE, message);
    if let Some(place) = place {
        diagnostic = diagnostic.excerpt(place.clone());
    }
    match nearest(key, spellings) {
        Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
        None => diagnostic.help("`clientsmith explain unmatched-choice` says how things are named"),
    }
}

/// The same for a library that has no type for what it is chosen for.
pub fn unfit_library(
    (table, key): (&str, &str),
    library: &str,
    place: Option<&Excerpt>,
) -> Diagnostic {
    let message = format!("`{library}` has no type for `{key}` of `{table}`");
    let diagnostic = Diagnostic::placeless(&CODE, message)
        .help("the path of a type says which is meant (`bank::Iban`)");
    match place {
        Some(place) => diagnostic.excerpt(place.clone()),
        None => diagnostic,
    }
}

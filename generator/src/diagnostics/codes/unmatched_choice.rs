//! `unmatched-choice`: something is chosen for what the document does not have. Not for patterns of operations.

use crate::diagnostics::{Code, Diagnostic, Severity, nearest};

pub(super) static CODE: Code = Code {
    name: "unmatched-choice",
    severity: Severity::Warning,
    summary: "something is chosen for what the document does not have",
    explanation: "\
A key of `[names]`, `[types]` or `[enums]` names a type, an operation, a property or a value that is not there, or is
given a name that Rust does not take.

```toml
[names.fields]
\"Pet.typ\" = \"species\"   # the property is `type`
```

The choice has no effect. Types are named by their component or by the words that lead to them (`Order.items.item`),
their properties and values with a dot behind that, operations by id or as `GET /pets`; a JSON pointer
(`#/components/schemas/Pet`) does for any of them.",
};

/// `table` is where the choice stands, `spellings` what could stand there.
pub fn unmatched_choice<'s>(
    table: &str,
    key: &str,
    spellings: impl IntoIterator<Item = &'s str>,
) -> Diagnostic {
    let message = format!("`{key}` of `{table}` is nothing that there is");
    let diagnostic = Diagnostic::placeless(&CODE, message);
    match nearest(key, spellings) {
        Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
        None => diagnostic.help("`clientsmith explain unmatched-choice` says how things are named"),
    }
}

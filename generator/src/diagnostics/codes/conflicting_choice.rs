//! `conflicting-choice`: one type of another crate is to be written in two ways. Not for choices that match nothing.

use crate::diagnostics::{Code, Diagnostic, Excerpt, Severity};

pub(super) static CODE: Code = Code {
    name: "conflicting-choice",
    severity: Severity::Warning,
    summary: "one type of another crate is to be written in two ways",
    explanation: "\
A type that stands for a schema is read and written in one way wherever it stands: as a string, as a number, or as the
JSON of its own. Here it would stand for strings and for numbers.

```toml
[types.formats]
decimal = \"rust_decimal\"   # and the document has both `type: number` and `type: string` of that format
```

What came first keeps the type (schemas before formats, numbers before strings); here the usual type is taken. `as` says
which way is meant (`{ type = \"rust_decimal\", as = \"text\" }`), and a type of one's own around it does for the other.",
};

/// `key` is the table and the key in it, `place` its line.
pub fn conflicting_choice((table, key): (&str, &str), place: Option<&Excerpt>) -> Diagnostic {
    let message = format!("the type for `{key}` of `{table}` is written in another way elsewhere");
    let diagnostic = Diagnostic::placeless(&CODE, message).help("the usual type is taken here");
    match place {
        Some(place) => diagnostic.excerpt(place.clone()),
        None => diagnostic,
    }
}

//! `invalid-syntax`: neither JSON nor YAML. Not for a document that can be read and is not OpenAPI.

use crate::diagnostics::{Code, Diagnostic, Excerpt, Severity};

pub(super) static CODE: Code = Code {
    name: "invalid-syntax",
    severity: Severity::Error,
    summary: "the document is not JSON or YAML",
    explanation: "\
The text cannot be read at the place that is shown, or just before it. A text that begins with `{` or `[` is
read as JSON, any other as YAML.

```yaml
info:
  title: Pets: a shop   # a colon and a space inside a value: quote it, 'Pets: a shop'
```

Nothing is generated. Frequent causes: in YAML a tab in the indentation, a line that is indented differently from
its neighbours, a value that has `: ` or begins with `*`, `&`, `@`, `%` or a backtick without quotes; in JSON a
comma behind the last entry, a missing comma, a comment.",
};

/// `notation` is what was read, `complaint` what its reader says, without the place.
pub fn invalid_syntax(notation: &str, complaint: &str, excerpt: Excerpt) -> Diagnostic {
    let diagnostic = Diagnostic::placeless(&CODE, format!("this is not {notation}: {complaint}"));
    match help_for(complaint) {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
    .excerpt(excerpt)
}

/// What mostly mends it, for the complaints whose cause is mostly the same.
fn help_for(complaint: &str) -> Option<&'static str> {
    const HELP: &[(&str, &str)] = &[
        (
            "mapping values are not allowed",
            "put quotes around a value that has `: ` in it, or indent this line like its neighbours",
        ),
        ("tab", "indent with spaces"),
        (
            "unexpected character",
            "put quotes around a value that begins with `@`, `%` or a backtick",
        ),
        (
            "did not find expected key",
            "indent this line like its neighbours",
        ),
        (
            "did not find expected '-' indicator",
            "indent this line like its neighbours",
        ),
        ("invalid indentation", "indent this line further"),
        (
            "simple key expect",
            "write a `:` behind the key, or indent the line as part of the text above",
        ),
        (
            "unknown anchor",
            "put quotes around a value that begins with `*`, or name an anchor that stands before it",
        ),
        (
            "a key is a text",
            "put quotes around a value that begins with `{` or `[`",
        ),
        (
            "expected node content",
            "write a value here, and close what is open",
        ),
        ("a second document", "keep one document in the file"),
        (
            "quoted scalar, found unexpected end",
            "close the quotes that are opened here",
        ),
        ("trailing comma", "remove the comma behind the last entry"),
        ("key must be a string", "put the key in double quotes"),
        (
            "EOF while parsing",
            "the text ends too early: close what is open, or fetch the file again",
        ),
        (
            "trailing characters",
            "remove what stands behind the end of the document",
        ),
    ];
    HELP.iter()
        .find(|(part, _)| complaint.contains(part))
        .map(|(_, help)| *help)
}

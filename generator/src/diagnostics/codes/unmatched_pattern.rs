//! `unmatched-pattern`: a pattern of `include` or `exclude` matches no operation. Not for operations that the document does not have at all.

use crate::diagnostics::{Code, Diagnostic, Excerpt, Severity, nearest};

pub(super) static CODE: Code = Code {
    name: "unmatched-pattern",
    severity: Severity::Warning,
    summary: "a pattern of `include` or `exclude` matches no operation",
    explanation: "\
Operations are chosen by tag (`tag:pets`), by method and path (`GET /pets/**`) or by operation id (`listPets`, `list*`).

```text
--include tag:pet       # the document has `pets`
--exclude '/admin/*'    # one segment: `/admin/**` is everything below it
```

The pattern has no effect. Correct it, or remove it.",
};

/// `option` is where the pattern stands, `spellings` what patterns of its kind could say, `place` its line.
pub fn unmatched_pattern(
    option: &str,
    pattern: &str,
    spellings: &[String],
    place: Option<&Excerpt>,
) -> Diagnostic {
    let message = format!("`{pattern}` of `{option}` matches no operation");
    let mut diagnostic = Diagnostic::placeless(&CODE, message);
    if let Some(place) = place {
        diagnostic = diagnostic.excerpt(place.clone());
    }
    match nearest(pattern, spellings.iter().map(String::as_str)) {
        Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
        None => diagnostic
            .help("name a tag as `tag:pets`, a path as `GET /pets/**`, or an operation's id"),
    }
}

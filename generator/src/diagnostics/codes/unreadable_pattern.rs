//! `unreadable-pattern`: a `pattern` is no regular expression. Not for one that matches nothing.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unreadable-pattern",
    severity: Severity::Warning,
    summary: "a `pattern` is no regular expression of ECMA-262",
    explanation: "\
JSON Schema's patterns are regular expressions as JavaScript has them. Those of other languages may be written
in another way.

```yaml
code: { type: string, pattern: '(?i)^[a-z]+$' }    # ^[a-zA-Z]+$
name: { type: string, pattern: '^\\p{Alnum}+$' }    # ^[\\p{L}\\p{N}]+$
```

The documentation tells the pattern as it is written, and no value is held to it.",
};

/// `pattern` is what stands there.
pub fn unreadable_pattern(origin: &Origin, pattern: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{pattern}` is no regular expression of ECMA-262, so that no value is held to it"),
    )
}

//! `outgrown-format`: the bounds of an integer allow what its format cannot hold. Not for defaults.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "outgrown-format",
    severity: Severity::Warning,
    summary: "the bounds of an integer allow what its format cannot hold",
    explanation: "\
A format of at most 32 bits, and a `minimum` or `maximum` beyond it, contradict each other.

```yaml
size: { type: integer, format: int32, maximum: 9007199254740991 }
```

The bounds are taken at their word, so that no reply is refused: the type is the one that holds them, `i64` here. Write
`format: int64`, or bounds that the format holds.",
};

/// `format` is the format.
pub fn outgrown_format(origin: &Origin, format: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("the bounds allow what `{format}` cannot hold; a wider integer is taken"),
    )
    .help("write `format: int64`, or bounds that the format holds")
}

//! `reserved-keyword`: a key that is clientsmith's own. Not for other extensions.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "reserved-keyword",
    severity: Severity::Warning,
    summary: "a key that is clientsmith's own",
    explanation: "Keys that begin with `x-clientsmith-` are used between clientsmith's own stages.

```yaml
x-clientsmith-explode: true
```

It is passed over. Give the extension another name.",
};

/// `keyword` is the key.
pub fn reserved_keyword(origin: &Origin, keyword: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{keyword}` is reserved, and is passed over"),
    )
}

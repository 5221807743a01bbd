//! `unfit-default`: a `default` is not a value that its schema allows. Not for values of an `enum`.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unfit-default",
    severity: Severity::Warning,
    summary: "a `default` is not a value that its schema allows",
    explanation: "\
A `default` says what the server takes where a property or parameter is left out. One that the schema
itself does not allow cannot be that.

```yaml
limit: { type: integer, default: ten }            # not an integer
order: { type: string, enum: [up, down], default: none }   # not one of the values
```

The default is passed over, and everything else is as if it were not there. A string that holds a number
or a boolean is read as one where the schema's type says so.",
};

/// `value` is its JSON; `allowed` says what the schema allows, `instead` what is done about it.
pub fn unfit_default(origin: &Origin, value: &str, allowed: &str, instead: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{value}` where the schema allows {allowed}; {instead}"),
    )
}

//! `unfit-enum-value`: a value of an `enum` is not of the schema's type. Not for one that stands there twice.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "unfit-enum-value",
    severity: Severity::Warning,
    summary: "a value of an `enum` is not of the schema's type",
    explanation: "\
No value is both what `type` says and what `enum` lists.

```yaml
type: integer
enum: [1, 2, many]     # `many` is no integer
```

The value is passed over. A string that holds a number or a boolean is read as one where the schema's
type says so. Where no value at all is of the type, the values are believed and the type is not, unless
the type is `array` or `object`: then `enum` is passed over. Beside an `array` whose items it is for, it
is the items'.

Mend the type or the value; null is allowed by `nullable: true` (3.0) or `type: [string, 'null']` (3.1).",
};

/// `value` is its JSON; `instead` is what is done about it.
pub fn unfit_enum_value(origin: &Origin, value: &str, type_: &str, instead: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{value}` where the type is {type_}; {instead}"),
    )
}

/// The values are for items, and stand beside the list of them.
pub fn values_of_items(origin: &Origin) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        "values that are no lists, where the type is `array`; they are taken to be those of `items`",
    )
}

/// The list itself is empty.
pub fn no_enum_value(origin: &Origin) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        "a list without a value, which allows none; it is passed over",
    )
}

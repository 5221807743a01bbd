//! `loose-deep-object`: the style `deepObject` for more than objects of single values. Not for other styles.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "loose-deep-object",
    severity: Severity::Note,
    summary: "`deepObject` is written by convention",
    explanation: "\
The specification defines the style `deepObject` for objects of single values. What documents use beyond that
is written as most servers read it: `filter[outer][inner]=1`, lists as `filter[]=1`, lists of objects or
lists by index as `filter[0][name]=1`, single values as `filter=1`.

```yaml
- name: filter
  in: query
  style: deepObject
  schema: { type: object, properties: { created: { type: object, properties: { from: { type: string } } } } }
```",
};

/// `what` is not defined; `form` is how it is written.
pub fn loose_deep_object(origin: &Origin, name: &str, what: &str, form: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`deepObject` is not defined for {what}: `{name}` is written as {form}"),
    )
}

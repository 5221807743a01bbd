//! `renamed`: two things wished for one Rust name. Not for operations of one id: that is the document's mistake.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "renamed",
    severity: Severity::Note,
    summary: "two things wished for one Rust name",
    explanation: "\
Names that differ in the document can be one in Rust's case, or a name is one that every Rust program
has already (`Option`, `String`).

```yaml
properties:
  fooBar: { type: string }    # the field `foo_bar`
  FooBar: { type: string }    # the field `foo_bar_2`
```

The first keeps the name, components before inline schemas; later ones are numbered, and a name of the
language gets an underscore. Of the properties of a schema, the parameters of an operation and the values of
an enumeration, the one that is written so to the letter comes first: `foo_bar` before both. The name on the wire
is not touched. Nothing else that is added at the end of the document renames what was there before.",
};

/// `name` is the name in the document, `rust` what it is called instead of `wished`.
pub fn renamed(origin: &Origin, name: &str, wished: &str, rust: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        origin,
        format!("`{name}` is called `{rust}`, since `{wished}` is taken"),
    )
}

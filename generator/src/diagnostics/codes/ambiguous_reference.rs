//! `ambiguous-reference`: a reference that may lead to several schemas. Not for one that leads to none.

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::source::Origin;

pub(super) static CODE: Code = Code {
    name: "ambiguous-reference",
    severity: Severity::Warning,
    summary: "a `$ref` or `$dynamicRef` may lead to several schemas",
    explanation: "\
An `$anchor` stands at several schemas, or a `$dynamicAnchor` at several between which a `$dynamicRef` chooses
by the way that led to it.

```yaml
Tree:     { $dynamicAnchor: node, properties: { children: { items: { $dynamicRef: '#node' } } } }
BoldTree: { $dynamicAnchor: node, $ref: '#/components/schemas/Tree' }
```

What stands there is read as any JSON value. Refer to the schema itself: `$ref: '#/components/schemas/Tree'`.",
};

/// `target` is the reference as written, `places` where the schemas stand.
pub fn ambiguous_reference(origin: &Origin, target: &str, places: &[Origin]) -> Diagnostic {
    let count = places.len();
    let message = format!("`{target}` may lead to {count} schemas; any value is taken instead");
    let diagnostic = Diagnostic::new(&CODE, origin, message)
        .help("refer to the one that is meant: `$ref: '#/components/schemas/…'`");
    let places = places.iter().take(3);
    places.fold(diagnostic, |diagnostic, place| {
        diagnostic.note("this is one of them", Some(place))
    })
}

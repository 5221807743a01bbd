//! Path templates, taken apart.

use crate::api::{PathPart, PathTemplate};

/// A template's parts. What follows a `?` or `#` is not part of the path.
pub(super) fn lower_path_template(path: &str) -> PathTemplate {
    let end = path.find(['?', '#']).unwrap_or(path.len());
    let template = path.get(..end).unwrap_or(path);
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some((literal, after)) = rest.split_once('{') {
        let Some((name, further)) = after.split_once('}') else {
            break; // a brace that nothing closes is text
        };
        if !literal.is_empty() {
            parts.push(PathPart::Literal(literal.to_owned()));
        }
        parts.push(PathPart::Parameter(name.to_owned()));
        rest = further;
    }
    if !rest.is_empty() {
        parts.push(PathPart::Literal(rest.to_owned()));
    }
    PathTemplate {
        template: template.to_owned(),
        parts,
    }
}

//! Expressions of path templates in the notation of a server's framework: `/pets/:id` (Express), `/pets/<int:id>`
//! (Flask). They are read where a path parameter of that name is declared, and reported in any case.

use super::Lowerer;
use crate::api::{Parameter, PathPart, PathTemplate};
use crate::diagnostics::codes;
use crate::document::OperationEntry;

impl Lowerer<'_, '_> {
    /// Takes segments for the expressions that they are meant to be; `declared` are the path parameters.
    pub(super) fn read_foreign_expressions(
        &mut self,
        template: &mut PathTemplate,
        declared: &[Parameter],
        entry: &OperationEntry<'_>,
    ) {
        let mut parts = Vec::new();
        let written = std::mem::take(&mut template.parts);
        let mut written = written.into_iter().peekable();
        while let Some(part) = written.next() {
            let PathPart::Literal(text) = part else {
                parts.push(part);
                continue;
            };
            let mut literal = String::new();
            for (index, piece) in text.split_inclusive('/').enumerate() {
                let segment = piece.trim_end_matches('/');
                // the first begins where another part ends, as in `{id}:cancel`
                let ends = segment.len() < piece.len() || written.peek().is_none();
                let name = foreign_name(segment).filter(|_| index > 0 && ends);
                let Some(name) = name else {
                    literal.push_str(piece);
                    continue;
                };
                let parameter = declared.iter().find(|parameter| parameter.name == name);
                let place = parameter.and_then(|parameter| parameter.docs.origin.as_ref());
                let (place, is_read) = (place.unwrap_or(&entry.origin), parameter.is_some());
                let diagnostic = match is_read {
                    true => codes::foreign_expression(place, entry.path, segment, name),
                    false => codes::unread_expression(place, entry.path, segment, name),
                };
                self.report(diagnostic);
                if !is_read {
                    literal.push_str(piece);
                    continue;
                }
                if !literal.is_empty() {
                    parts.push(PathPart::Literal(std::mem::take(&mut literal)));
                }
                parts.push(PathPart::Parameter(name.to_owned()));
                literal.push_str(piece.get(segment.len()..).unwrap_or_default());
            }
            if !literal.is_empty() {
                parts.push(PathPart::Literal(literal));
            }
        }
        template.parts = parts;
    }
}

/// The name in `:name`, `<name>` or `<converter:name>`.
fn foreign_name(segment: &str) -> Option<&str> {
    let name = match segment.strip_prefix(':') {
        Some(name) => name,
        None => {
            let inner = segment.strip_prefix('<')?.strip_suffix('>')?;
            inner.rsplit(':').next()?
        }
    };
    let is_name = name.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    is_name.then_some(name)
}

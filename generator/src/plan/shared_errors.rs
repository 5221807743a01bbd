//! Operations of a module that document the same failures have one enumeration of them: a name for each, the first
//! one's type. Each enumeration would be as dear to compile as a struct.

use super::{Identifier, Operation, Replies, ReplyVariant};

/// Finds, among operations whose modules have one parent, those that fail as one before them does.
pub(super) fn share_errors(operations: &mut [Operation]) {
    let mut leading: Vec<(Vec<ReplyVariant>, Identifier)> = Vec::new();
    for operation in operations {
        let Replies::Enum(name, variants) = &operation.responses.error else {
            continue;
        };
        match leading.iter().find(|(known, _)| known == variants) {
            None => leading.push((variants.clone(), name.clone())),
            Some((_, first)) => {
                operation
                    .imports
                    .without(&operation.responses.error_imports);
                operation.responses.error_is = Some(first.clone());
            }
        }
    }
}

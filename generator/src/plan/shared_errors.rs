//! Operations of a module that document the same failures have one enumeration of them: a name for each, the first
//! one's type, which reads them for all. Each enumeration would be as dear to compile as a struct.

use super::{Arm, Identifier, Meaning, Operation, Reading, Replies, ReplyVariant, Responses};

/// What failures of an operation are, and how they are told apart.
#[derive(PartialEq)]
struct Failures {
    variants: Vec<ReplyVariant>,
    arms: Vec<Arm>,
}

/// Finds, among operations whose modules have one parent, those that fail as one before them does.
pub(super) fn share_errors(operations: &mut [Operation]) {
    let mut leading: Vec<(Failures, Identifier, usize)> = Vec::new();
    let mut shared = Vec::new();
    for (index, operation) in operations.iter_mut().enumerate() {
        let responses = &mut operation.responses;
        let Replies::Enum(name, variants) = &responses.error else {
            continue;
        };
        let failures = Failures {
            variants: variants.clone(),
            arms: responses.failing_arms().cloned().collect(),
        };
        match leading.iter().find(|(known, ..)| *known == failures) {
            None => leading.push((failures, name.clone(), index)),
            Some((_, first, place)) => {
                operation.imports.without(&responses.error_imports);
                responses.error_is = Some(first.clone());
                shared.extend([*place, index]);
            }
        }
    }
    for index in shared {
        if let Some(Operation { responses, .. }) = operations.get_mut(index) {
            responses.fails_apart = can_fail_apart(responses);
        }
    }
}

/// Whether the failures' arms may stand behind all others, in a function of their own that is worth its while.
fn can_fail_apart(responses: &Responses) -> bool {
    let is_stream = |arm: &Arm| {
        let Meaning::Documented { reading, .. } = &arm.meaning else {
            return false;
        };
        matches!(reading, Some(Reading::Items(_))) // which would want an import
    };
    let behind = responses.arms.iter().enumerate().all(|(index, arm)| {
        let before = responses.arms.iter().take(index);
        let overtaken = before.filter(|other| !other.success);
        !arm.success
            || !overtaken
                .into_iter()
                .any(|other| other.status.meets(arm.status))
    });
    let failing: Vec<_> = responses.failing_arms().collect();
    behind && failing.len() > 1 && !failing.into_iter().any(is_stream)
}

//! Where shell nodes stand whose place is not what the shell suggests. Not for schemas, which carry their own.

use std::collections::HashMap;

use crate::source::Origin;

/// From the place that the shell suggests to the place in the document as written.
///
/// They differ after an unreadable item of a list was left out, where a status was written `4xx`,
/// where a path item is a `$ref`, and where Swagger 2.0 has a place of its own. Asked from the
/// outside in, each step on the answer for the step before.
#[derive(Debug, Default)]
pub struct Places {
    moved: HashMap<Origin, Origin>,
}

impl Places {
    /// Notes that what the shell suggests at `suggested` stands at `written`.
    pub(super) fn note(&mut self, suggested: Origin, written: Origin) {
        if suggested != written {
            self.moved.insert(suggested, written);
        }
    }

    /// The place as written of what the shell suggests at `suggested`.
    pub fn of(&self, suggested: Origin) -> Origin {
        if self.moved.is_empty() {
            return suggested;
        }
        self.moved.get(&suggested).cloned().unwrap_or(suggested)
    }
}

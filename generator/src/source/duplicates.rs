//! Where keys stand twice in one mapping: a second pass over the text, only where the readers saw one.

use std::collections::HashMap;
use std::ops::ControlFlow;

use super::lines::Lines;
use super::origin::{FileId, Origin};
use super::position::Span;
use super::walk::{Step, Visitor, Way, walk};
use crate::diagnostics::{Excerpt, Sink, codes};

/// Reports each key that stands in a mapping where it stood before.
pub(super) fn report_duplicates(name: &str, text: &str, file: FileId, sink: &mut Sink) {
    let mut search = Search {
        file,
        open: Vec::new(),
        duplicates: Vec::new(),
    };
    walk(text, &mut search);
    let lines = Lines::new(text);
    for Duplicate {
        origin,
        key,
        first,
        again,
    } in search.duplicates
    {
        let first = lines.position(first.start);
        let excerpt = Excerpt::of(name, &lines, again);
        sink.push(codes::duplicate_key(&origin, &key, first.line, excerpt));
    }
}

struct Search {
    file: FileId,
    /// For each open value its place and its keys so far.
    open: Vec<(Origin, HashMap<String, Span>)>,
    duplicates: Vec<Duplicate>,
}

struct Duplicate {
    origin: Origin,
    key: String,
    first: Span,
    again: Span,
}

impl Search {
    /// The place of a value; its key is noted in the mapping around it.
    fn place(&mut self, way: Way<'_>) -> Origin {
        let Some((around, keys)) = self.open.last_mut() else {
            return Origin::root(self.file);
        };
        match way {
            Way::Root => around.clone(),
            Way::Index(index) => around.index(index),
            Way::Key(key, again) => {
                let origin = around.key(&key);
                let first = *keys.entry(key.to_string()).or_insert(again);
                // Merges may be several, and the text of an alias is not known here.
                if first != again && !["<<", ""].contains(&key.as_ref()) {
                    self.duplicates.push(Duplicate {
                        origin: origin.clone(),
                        key: key.into_owned(),
                        first,
                        again,
                    });
                }
                origin
            }
        }
    }
}

impl Visitor for Search {
    fn enter(&mut self, step: Step<'_>) -> ControlFlow<()> {
        let origin = self.place(step.way);
        if step.is_open {
            self.open.push((origin, HashMap::new()));
        }
        ControlFlow::Continue(())
    }

    fn leave(&mut self) {
        self.open.pop();
    }
}

//! Where nodes stand in the text: a second pass over it, only when there is something to report.
//!
//! A scalar is shown with its key, a mapping or list by its key alone or, in a list, by what it begins
//! with. What an alias or a merge brings in has no place of its own: the nearest one around it is shown.

use std::collections::HashMap;
use std::ops::ControlFlow;

use super::origin::{Origin, Token};
use super::position::Span;
use super::read::Source;
use super::walk::{Step, Visitor, Way, walk};

/// Where a node stands; where it cannot be found, the nearest node around it.
pub fn locate(source: &Source, origin: &Origin) -> Option<Span> {
    locate_all(source, [origin]).pop().flatten()
}

/// Where each of several nodes stands, in one pass. Nodes of other files have no place here.
pub fn locate_all<'o>(
    source: &Source,
    origins: impl IntoIterator<Item = &'o Origin>,
) -> Vec<Option<Span>> {
    let mut search = Search::default();
    let targets: Vec<Option<Vec<usize>>> = origins
        .into_iter()
        .map(|origin| (origin.file() == source.file).then(|| search.add(origin)))
        .collect();
    if !search.places.is_empty() {
        walk(&source.text, &mut search);
    }
    targets
        .iter()
        .map(|path| search.nearest(path.as_ref()?))
        .collect()
}

/// The nodes that are looked for, as a tree of their own.
#[derive(Default)]
struct Search {
    places: Vec<Place>,
    /// For each open value of the text, its place here where it is on the way to one.
    open: Vec<Option<usize>>,
    found: usize,
}

/// A node that is looked for, or one on the way to it.
#[derive(Default)]
struct Place {
    by_key: HashMap<String, usize>,
    by_index: HashMap<usize, usize>,
    span: Option<Span>,
    /// Whether the span is that of the first key, which has not come yet.
    awaits_key: bool,
    /// Where the first `<<` stands in it.
    merge: Option<Span>,
}

impl Search {
    /// Adds a node; gives the places from the root to it.
    fn add(&mut self, origin: &Origin) -> Vec<usize> {
        if self.places.is_empty() {
            self.places.push(Place::default());
        }
        let mut path = vec![0];
        let mut at = 0;
        for token in origin.tokens() {
            let new = self.places.len();
            let Some(place) = self.places.get_mut(at) else {
                break; // `at` is a place
            };
            at = match token {
                Token::Key(key) => *place.by_key.entry(key.to_string()).or_insert(new),
                Token::Index(index) => *place.by_index.entry(*index).or_insert(new),
            };
            if at == new {
                self.places.push(Place::default());
            }
            path.push(at);
        }
        path
    }

    /// The span of the last place on the path that was found.
    fn nearest(&self, path: &[usize]) -> Option<Span> {
        let places = path.iter().filter_map(|at| self.places.get(*at));
        let mut from_the_last = places.rev().enumerate();
        from_the_last.find_map(|(steps_missed, place)| {
            let merge = place.merge.filter(|_| steps_missed > 0);
            place.span.map(|span| merge.unwrap_or(span))
        })
    }

    /// The place that a step leads to, where it is looked for and was not found before: of equal
    /// keys the first one counts.
    fn target(&self, way: &Way<'_>) -> Option<usize> {
        let around = || {
            let at = self.open.last().copied().flatten()?;
            self.places.get(at)
        };
        let at = match way {
            Way::Root => 0,
            Way::Key(key, _) => *around()?.by_key.get(key.as_ref())?,
            Way::Index(index) => *around()?.by_index.get(index)?,
        };
        let place = self.places.get(at)?;
        place.span.is_none().then_some(at)
    }

    /// What only the place around a key can be told by it.
    fn note_key(&mut self, key: &str, span: Span) {
        let around = self.open.last().copied().flatten();
        if let Some(place) = around.and_then(|at| self.places.get_mut(at)) {
            if place.awaits_key {
                place.awaits_key = false;
                place.span = Some(span);
            }
            if key == "<<" {
                place.merge.get_or_insert(span);
            }
        }
    }
}

impl Visitor for Search {
    fn enter(&mut self, step: Step<'_>) -> ControlFlow<()> {
        if let Way::Key(key, span) = &step.way {
            self.note_key(key, *span);
        }
        let target = self.target(&step.way);
        if let Some(place) = target.and_then(|at| self.places.get_mut(at)) {
            let span = shown(&step);
            place.span = Some(span);
            place.awaits_key = step.is_open && is_empty(span);
            self.found += 1;
        }
        if step.is_open {
            self.open.push(target);
        }
        match self.found < self.places.len() || self.places.iter().any(|place| place.awaits_key) {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    }

    fn leave(&mut self) {
        self.open.pop();
    }
}

/// What of a value is shown.
fn shown(step: &Step<'_>) -> Span {
    match step.way {
        Way::Key(_, key) if step.is_open || is_empty(step.span) => key,
        Way::Key(_, key) => Span {
            start: key.start,
            end: step.span.end,
        },
        Way::Root | Way::Index(_) => step.span,
    }
}

fn is_empty(span: Span) -> bool {
    span.start == span.end
}

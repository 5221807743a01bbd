//! Which nodes a query selects: depth first, one path kept at a time, so that only what is selected costs memory.

use super::filter::holds;
use super::{Query, Segment, Selector, Start};
use crate::source::{Node, Token};

/// A step from a node to a child.
#[derive(Clone, Copy)]
enum Step<'n> {
    Key(&'n str),
    Index(usize),
}

/// A selected node, its steps from where the query began.
type Selected<'s, 'n> = &'s mut dyn FnMut(&[Step<'n>], &'n Node);

/// The places that a query selects, in order, each once.
pub(crate) fn select(query: &Query, root: &Node) -> Vec<Vec<Token>> {
    let mut places = Vec::new();
    let mut seen = std::collections::HashSet::new();
    walk(query, root, root, &mut |path, _| {
        let place: Vec<_> = path.iter().map(token).collect();
        if seen.insert(place.clone()) {
            places.push(place);
        }
    });
    places
}

/// The nodes that a query in a filter selects.
pub(super) fn nodes<'n>(query: &Query, root: &'n Node, current: &'n Node) -> Vec<&'n Node> {
    let mut nodes = Vec::new();
    walk(query, root, current, &mut |_, node| nodes.push(node));
    nodes
}

fn walk<'n>(query: &Query, root: &'n Node, current: &'n Node, selected: Selected<'_, 'n>) {
    let start = match query.start {
        Start::Root => root,
        Start::Current => current,
    };
    let mut walker = Walker {
        root,
        path: Vec::new(),
        selected,
    };
    walker.follow(&query.segments, start);
}

fn token(step: &Step<'_>) -> Token {
    match step {
        Step::Key(key) => Token::Key((*key).into()),
        Step::Index(index) => Token::Index(*index),
    }
}

struct Walker<'s, 'n> {
    root: &'n Node,
    path: Vec<Step<'n>>,
    selected: Selected<'s, 'n>,
}

impl<'n> Walker<'_, 'n> {
    fn follow(&mut self, segments: &[Segment], node: &'n Node) {
        match segments.split_first() {
            None => (self.selected)(&self.path, node),
            Some((Segment::Child(selectors), rest)) => self.children(selectors, rest, node),
            Some((Segment::Descendant(selectors), rest)) => self.descend(selectors, rest, node),
        }
    }

    /// The node itself, then what is below it, in order.
    fn descend(&mut self, selectors: &[Selector], rest: &[Segment], node: &'n Node) {
        self.children(selectors, rest, node);
        each_child(node, &mut |step, child| {
            self.path.push(step);
            self.descend(selectors, rest, child);
            self.path.pop();
        });
    }

    fn children(&mut self, selectors: &[Selector], rest: &[Segment], node: &'n Node) {
        for selector in selectors {
            match (selector, node) {
                (Selector::Name(name), Node::Mapping(mapping)) => {
                    if let Some((key, child)) = mapping.get_key_value(name) {
                        self.step(Step::Key(key), rest, child);
                    }
                }
                (Selector::Index(index), Node::Sequence(items)) => {
                    let index = from_end(*index, items.len());
                    if let Some(child) = index.and_then(|index| items.get(index)) {
                        self.step(Step::Index(index.unwrap_or_default()), rest, child);
                    }
                }
                (Selector::Slice { start, end, step }, Node::Sequence(items)) => {
                    for index in slice(*start, *end, *step, items.len()) {
                        if let Some(child) = items.get(index) {
                            self.step(Step::Index(index), rest, child);
                        }
                    }
                }
                (Selector::Wildcard, node) => {
                    each_child(node, &mut |step, child| self.step(step, rest, child));
                }
                (Selector::Filter(expression), node) => {
                    let root = self.root;
                    each_child(node, &mut |step, child| {
                        if holds(expression, root, child) {
                            self.step(step, rest, child);
                        }
                    });
                }
                // names of no mapping, indices of no list: nothing
                (Selector::Name(_) | Selector::Index(_) | Selector::Slice { .. }, _) => {}
            }
        }
    }

    fn step(&mut self, step: Step<'n>, rest: &[Segment], child: &'n Node) {
        self.path.push(step);
        self.follow(rest, child);
        self.path.pop();
    }
}

fn each_child<'n>(node: &'n Node, visit: &mut dyn FnMut(Step<'n>, &'n Node)) {
    match node {
        Node::Mapping(mapping) => {
            for (key, child) in mapping.iter() {
                visit(Step::Key(key), child);
            }
        }
        Node::Sequence(items) => {
            for (index, child) in items.iter().enumerate() {
                visit(Step::Index(index), child);
            }
        }
        Node::Null | Node::Boolean(_) | Node::Number(_) | Node::String(_) => {}
    }
}

/// An index from the beginning, where a negative one counts from the end.
fn from_end(index: i64, length: usize) -> Option<usize> {
    let length = i64::try_from(length).ok()?;
    let index = if index < 0 { length + index } else { index };
    usize::try_from(index).ok()
}

/// The indices of a slice (RFC 9535, section 2.3.4.2.2).
fn slice(start: Option<i64>, end: Option<i64>, step: i64, length: usize) -> Vec<usize> {
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let normal = |index: i64| if index < 0 { length + index } else { index };
    let mut indices = Vec::new();
    if step > 0 {
        let upper = normal(end.unwrap_or(length)).clamp(0, length);
        let mut index = normal(start.unwrap_or(0)).clamp(0, length);
        while index < upper {
            indices.extend(usize::try_from(index));
            index = index.saturating_add(step);
        }
    } else if step < 0 {
        let mut index = start.map_or(length - 1, normal).clamp(-1, length - 1);
        let lower = end.map_or(-1, normal).clamp(-1, length - 1);
        while index > lower {
            indices.extend(usize::try_from(index));
            index = index.saturating_add(step);
        }
    }
    indices
}

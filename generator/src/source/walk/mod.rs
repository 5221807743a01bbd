//! Goes through a text once more, for the places of its nodes. For a text that the readers have accepted.

mod json;
mod yaml;

use std::borrow::Cow;
use std::ops::ControlFlow;

use super::position::Span;

/// What the two notations have in common: one piece of a text after the other.
enum Piece<'t> {
    /// A mapping begins.
    Mapping,
    /// A list begins.
    Sequence,
    /// The innermost mapping or list ends.
    End,
    /// A text, a number or the like.
    Scalar(Cow<'t, str>),
    /// A repetition of what stands elsewhere.
    Alias,
}

/// A value, and how it is reached from the value around it.
pub(super) struct Step<'t> {
    /// How it is reached.
    pub(super) way: Way<'t>,
    /// Where it stands. A mapping or list: where it begins, empty where only its first entry shows that.
    pub(super) span: Span,
    /// Whether there are values in it.
    pub(super) is_open: bool,
}

/// How a value is reached.
pub(super) enum Way<'t> {
    /// It is the document's root.
    Root,
    /// By a key, which stands here.
    Key(Cow<'t, str>, Span),
    /// As an item of a list.
    Index(usize),
}

/// What goes along.
pub(super) trait Visitor {
    /// A value; `leave` follows where it is open.
    fn enter(&mut self, step: Step<'_>) -> ControlFlow<()>;
    /// The innermost open value ends.
    fn leave(&mut self);
}

/// An open value, and what is known of the next one in it.
enum Open<'t> {
    Mapping(Option<(Cow<'t, str>, Span)>),
    Sequence(usize),
}

/// Shows a visitor each value of a text in the order in which they stand there.
pub(super) fn walk(text: &str, visitor: &mut dyn Visitor) {
    let mut open: Vec<Open<'_>> = Vec::new();
    for (piece, span) in pieces(text) {
        let piece = match (piece, open.last_mut()) {
            (Piece::End, _) => {
                open.pop();
                visitor.leave();
                continue;
            }
            (Piece::Scalar(key), Some(Open::Mapping(next @ None))) => {
                *next = Some((key, span));
                continue;
            }
            (Piece::Alias, Some(Open::Mapping(next @ None))) => {
                *next = Some((Cow::Borrowed(""), span)); // its text is not known here
                continue;
            }
            (piece, _) => piece,
        };
        let inner = match piece {
            Piece::Mapping => Some(Open::Mapping(None)),
            Piece::Sequence => Some(Open::Sequence(0)),
            Piece::Scalar(_) | Piece::Alias | Piece::End => None,
        };
        let step = Step {
            way: way(open.last_mut()),
            span,
            is_open: inner.is_some(),
        };
        if visitor.enter(step).is_break() {
            return;
        }
        open.extend(inner);
    }
}

/// How the next value is reached.
fn way<'t>(open: Option<&mut Open<'t>>) -> Way<'t> {
    match open {
        None => Way::Root,
        Some(Open::Mapping(next)) => match next.take() {
            Some((key, span)) => Way::Key(key, span),
            None => Way::Key(Cow::Borrowed(""), Span { start: 0, end: 0 }), // no reader accepts it
        },
        Some(Open::Sequence(next)) => {
            let index = *next;
            *next += 1;
            Way::Index(index)
        }
    }
}

/// The pieces of a text, by the notation that its reader chose.
fn pieces(text: &str) -> Box<dyn Iterator<Item = (Piece<'_>, Span)> + '_> {
    match json::is_json(text) {
        true => Box::new(json::Pieces::new(text)),
        false => Box::new(yaml::pieces(text)),
    }
}

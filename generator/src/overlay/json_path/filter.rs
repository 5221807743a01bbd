//! Whether a filter holds for a node.

use std::borrow::Cow;

use super::compare::compare;
use super::function::{length, matches};
use super::select::nodes;
use super::{Expression, Value};
use crate::source::{Node, Number};

/// Whether a filter holds; `current` is what `@` stands for.
pub(super) fn holds(expression: &Expression, root: &Node, current: &Node) -> bool {
    match expression {
        Expression::Any(parts) => parts.iter().any(|part| holds(part, root, current)),
        Expression::All(parts) => parts.iter().all(|part| holds(part, root, current)),
        Expression::Not(part) => !holds(part, root, current),
        Expression::Compare(left, operator, right) => {
            let (left, right) = (value(left, root, current), value(right, root, current));
            compare(left.as_deref(), *operator, right.as_deref())
        }
        Expression::Exists(query) => !nodes(query, root, current).is_empty(),
        Expression::Matches(test) => {
            let text = value(&test.text, root, current);
            let pattern = value(&test.pattern, root, current);
            matches(text.as_deref(), pattern.as_deref(), test.whole)
        }
    }
}

/// The value of an operand; `None`: nothing.
fn value<'n>(value_: &'n Value, root: &'n Node, current: &'n Node) -> Option<Cow<'n, Node>> {
    let number = |count: usize| Cow::Owned(Node::Number(Number::from_text(count.to_string())));
    match value_ {
        Value::Literal(node) => Some(Cow::Borrowed(node)),
        Value::Query(query) | Value::Only(query) => match nodes(query, root, current).as_slice() {
            [node] => Some(Cow::Borrowed(*node)),
            _ => None,
        },
        Value::Count(query) => Some(number(nodes(query, root, current).len())),
        Value::Length(inner) => length(value(inner, root, current)?.as_ref()).map(number),
    }
}

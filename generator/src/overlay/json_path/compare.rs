//! Comparisons (RFC 9535, section 2.3.5.2.2): of equal kinds only, nothing equals nothing.

use std::cmp::Ordering;

use super::Operator;
use crate::source::{Node, Number};

/// Whether a comparison holds; `None` is nothing.
pub(super) fn compare(left: Option<&Node>, operator: Operator, right: Option<&Node>) -> bool {
    let equal = || match (left, right) {
        (None, None) => true,
        (Some(left), Some(right)) => equals(left, right),
        _ => false,
    };
    let ordering = || match (left?, right?) {
        (Node::Number(left), Node::Number(right)) => order(left, right),
        (Node::String(left), Node::String(right)) => Some(left.cmp(right)),
        _ => None,
    };
    match operator {
        Operator::Equal => equal(),
        Operator::NotEqual => !equal(),
        Operator::Less => ordering() == Some(Ordering::Less),
        Operator::Greater => ordering() == Some(Ordering::Greater),
        Operator::LessOrEqual => equal() || ordering() == Some(Ordering::Less),
        Operator::GreaterOrEqual => equal() || ordering() == Some(Ordering::Greater),
    }
}

/// Equality of values: numbers by value, members of objects in any order.
fn equals(left: &Node, right: &Node) -> bool {
    match (left, right) {
        (Node::Number(left), Node::Number(right)) => order(left, right) == Some(Ordering::Equal),
        (Node::Sequence(left), Node::Sequence(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .zip(right)
                    .all(|(one, other)| equals(one, other))
        }
        (Node::Mapping(left), Node::Mapping(right)) => {
            let has = |(key, value)| right.get(key).is_some_and(|other| equals(value, other));
            left.len() == right.len() && left.iter().all(has)
        }
        (left, right) => left == right,
    }
}

fn order(left: &Number, right: &Number) -> Option<Ordering> {
    match (left.as_i64(), right.as_i64()) {
        (Some(left), Some(right)) => Some(left.cmp(&right)),
        _ => left.as_f64()?.partial_cmp(&right.as_f64()?),
    }
}

//! JSONPath (RFC 9535) over the tree as read: which nodes a query selects, as steps from the root.
//!
//! ```text
//! $.paths.*.get.parameters[?@.name == 'filter' && @.in == 'query']
//! ```
//!
//! No library is used: those there are want a tree of their own, or make a text for each node that they
//! pass, which a document of 36 MB does not bear.

mod compare;
mod expression;
mod filter;
mod function;
mod lexer;
mod parse;
mod select;
#[cfg(test)]
mod tests;

pub(super) use parse::parse_query;
pub(super) use select::select;

use crate::source::Node;

/// A query: segments that lead down from the root, or from the node that a filter looks at.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Query {
    /// Where it begins.
    start: Start,
    /// What leads down.
    segments: Vec<Segment>,
}

/// Where a query begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    /// `$`: at the document's root.
    Root,
    /// `@`: at the node that a filter looks at.
    Current,
}

/// A step down.
#[derive(Debug, Clone, PartialEq)]
enum Segment {
    /// `.name`, `[…]`: to children.
    Child(Vec<Selector>),
    /// `..name`, `..[…]`: to children of the node itself and of everything below it.
    Descendant(Vec<Selector>),
}

/// Which children.
#[derive(Debug, Clone, PartialEq)]
enum Selector {
    /// `'name'`.
    Name(String),
    /// `*`.
    Wildcard,
    /// `3`, `-1`.
    Index(i64),
    /// `1:5:2`.
    Slice {
        start: Option<i64>,
        end: Option<i64>,
        step: i64,
    },
    /// `?…`.
    Filter(Expression),
}

/// What a filter asks of a node.
#[derive(Debug, Clone, PartialEq)]
enum Expression {
    /// `||`.
    Any(Vec<Expression>),
    /// `&&`.
    All(Vec<Expression>),
    /// `!`.
    Not(Box<Expression>),
    /// `==` and its like.
    Compare(Value, Operator, Value),
    /// Whether a query selects anything.
    Exists(Query),
    /// `match(…)` or `search(…)`.
    Matches(Box<Match>),
}

/// One value, or none.
#[derive(Debug, Clone, PartialEq)]
enum Value {
    /// As written.
    Literal(Node),
    /// The node that a singular query selects.
    Query(Query),
    /// `length(…)`.
    Length(Box<Value>),
    /// `count(…)`.
    Count(Query),
    /// `value(…)`.
    Only(Query),
}

/// A test of a text by a regular expression (RFC 9485).
#[derive(Debug, Clone, PartialEq)]
struct Match {
    /// The text.
    text: Value,
    /// The expression.
    pattern: Value,
    /// `match`: the whole text; `search`: a part of it.
    whole: bool,
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// A query that is none, and the byte where that shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PathError {
    /// What is wrong.
    pub(super) message: String,
    /// The byte in the query.
    pub(super) at: usize,
}

impl Query {
    /// Whether it selects one node at most, however the tree looks.
    fn is_singular(&self) -> bool {
        self.segments.iter().all(|segment| match segment {
            Segment::Child(selectors) => {
                matches!(
                    selectors.as_slice(),
                    [Selector::Name(_) | Selector::Index(_)]
                )
            }
            Segment::Descendant(_) => false,
        })
    }
}

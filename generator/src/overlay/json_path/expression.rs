//! What a filter says, from its text: `||`, `&&`, `!`, comparisons, tests, and functions with their types.

use super::function::is_pattern;
use super::lexer::Lexer;
use super::parse::{DEEPEST, parse_segments};
use super::{Expression, Match, Operator, PathError, Query, Start, Value};
use crate::source::{Node, Number};

/// The operators, longer ones before what they begin with.
const OPERATORS: [(&str, Operator); 6] = [
    ("==", Operator::Equal),
    ("!=", Operator::NotEqual),
    ("<=", Operator::LessOrEqual),
    (">=", Operator::GreaterOrEqual),
    ("<", Operator::Less),
    (">", Operator::Greater),
];

/// What stands in a comparison or alone, before its meaning is known.
enum Operand {
    Value(Value),
    Query(Query),
    Test(Expression),
}

/// Alternatives: the loosest of the operators.
pub(super) fn parse_expression(
    lexer: &mut Lexer<'_>,
    depth: usize,
) -> Result<Expression, PathError> {
    if depth > DEEPEST {
        return Err(lexer.error("filters are nested too deeply"));
    }
    let first = parse_all(lexer, depth)?;
    let mut alternatives = vec![first];
    while lexer.take_behind_blanks("||") {
        lexer.skip_blanks();
        alternatives.push(parse_all(lexer, depth)?);
    }
    Ok(Expression::Any(alternatives))
}

fn parse_all(lexer: &mut Lexer<'_>, depth: usize) -> Result<Expression, PathError> {
    let mut parts = vec![parse_basic(lexer, depth)?];
    while lexer.take_behind_blanks("&&") {
        lexer.skip_blanks();
        parts.push(parse_basic(lexer, depth)?);
    }
    Ok(Expression::All(parts))
}

fn parse_basic(lexer: &mut Lexer<'_>, depth: usize) -> Result<Expression, PathError> {
    let negated = lexer.take("!");
    if negated {
        lexer.skip_blanks();
    }
    let expression = match lexer.take("(") {
        true => {
            lexer.skip_blanks();
            let inner = parse_expression(lexer, depth + 1)?;
            lexer.skip_blanks();
            lexer.demand(")")?;
            inner
        }
        false => parse_test(lexer, depth, negated)?,
    };
    Ok(match negated {
        true => Expression::Not(Box::new(expression)),
        false => expression,
    })
}

/// A comparison, a query that selects something, or `match` and `search`.
fn parse_test(lexer: &mut Lexer<'_>, depth: usize, negated: bool) -> Result<Expression, PathError> {
    let operand = parse_operand(lexer, depth)?;
    let operator = OPERATORS
        .iter()
        .find(|(text, _)| lexer.take_behind_blanks(text));
    match (operand, operator) {
        (Operand::Query(query), None) => Ok(Expression::Exists(query)),
        (Operand::Test(test), None) => Ok(test),
        (Operand::Value(_), None) => Err(lexer.error("a comparison is expected")),
        (_, Some(_)) if negated => Err(lexer.error("put parentheses around what `!` negates")),
        (left, Some((_, operator))) => {
            let left = compared(left, lexer)?;
            lexer.skip_blanks();
            let right = parse_operand(lexer, depth)?;
            Ok(Expression::Compare(
                left,
                *operator,
                compared(right, lexer)?,
            ))
        }
    }
}

/// What can be compared: one value.
fn compared(operand: Operand, lexer: &Lexer<'_>) -> Result<Value, PathError> {
    match operand {
        Operand::Value(value) => Ok(value),
        Operand::Query(query) if query.is_singular() => Ok(Value::Query(query)),
        Operand::Query(_) => Err(lexer.error("a query that may select several nodes is compared")),
        Operand::Test(_) => Err(lexer.error("`match` and `search` are not compared")),
    }
}

fn parse_operand(lexer: &mut Lexer<'_>, depth: usize) -> Result<Operand, PathError> {
    if let Some(query) = parse_inner_query(lexer, depth)? {
        return Ok(Operand::Query(query));
    }
    if let Some(text) = lexer.quoted()? {
        return Ok(Operand::Value(Value::Literal(Node::String(text))));
    }
    if let Some(number) = parse_number(lexer)? {
        return Ok(Operand::Value(Value::Literal(Node::Number(number))));
    }
    let word = lexer.take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if lexer.take("(") {
        return parse_function(lexer, word, depth + 1);
    }
    let literal = match word {
        "true" => Node::Boolean(true),
        "false" => Node::Boolean(false),
        "null" => Node::Null,
        _ => return Err(lexer.error("a query, a value or a function is expected")),
    };
    Ok(Operand::Value(Value::Literal(literal)))
}

fn parse_inner_query(lexer: &mut Lexer<'_>, depth: usize) -> Result<Option<Query>, PathError> {
    let start = match lexer.peek() {
        Some('@') => Start::Current,
        Some('$') => Start::Root,
        _ => return Ok(None),
    };
    lexer.take_while(|c| c == '@' || c == '$');
    let segments = parse_segments(lexer, depth + 1)?;
    Ok(Some(Query { start, segments }))
}

fn parse_number(lexer: &mut Lexer<'_>) -> Result<Option<Number>, PathError> {
    if !lexer.peek().is_some_and(|c| c == '-' || c.is_ascii_digit()) {
        return Ok(None);
    }
    let text = lexer.take_while(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let is_number = serde_json::from_str::<serde_json::Number>(text).is_ok();
    match is_number {
        true => Ok(Some(Number::from_text(text))),
        false => Err(lexer.error(format!("`{text}` is no number"))),
    }
}

fn parse_function(lexer: &mut Lexer<'_>, name: &str, depth: usize) -> Result<Operand, PathError> {
    if depth > DEEPEST {
        return Err(lexer.error("functions are nested too deeply"));
    }
    let mut arguments = Vec::new();
    lexer.skip_blanks();
    while !lexer.take(")") {
        if !arguments.is_empty() {
            lexer.demand(",")?;
            lexer.skip_blanks();
        }
        arguments.push(parse_operand(lexer, depth)?);
        lexer.skip_blanks();
    }
    let mut arguments = arguments.into_iter();
    let (first, second, third) = (arguments.next(), arguments.next(), arguments.next());
    match (name, first, second, third) {
        ("length", Some(value), None, None) => {
            let value = Box::new(compared(value, lexer)?);
            Ok(Operand::Value(Value::Length(value)))
        }
        ("count", Some(Operand::Query(query)), None, None) => Ok(Operand::Value(Value::Count(query))),
        ("value", Some(Operand::Query(query)), None, None) => Ok(Operand::Value(Value::Only(query))),
        ("match" | "search", Some(text), Some(pattern), None) => {
            if let Operand::Value(Value::Literal(Node::String(pattern))) = &pattern
                && !is_pattern(pattern)
            {
                let message = "is no regular expression that is understood here";
                return Err(lexer.error(format!("`{pattern}` {message}")));
            }
            Ok(Operand::Test(Expression::Matches(Box::new(Match {
                text: compared(text, lexer)?,
                pattern: compared(pattern, lexer)?,
                whole: name == "match",
            }))))
        }
        ("length" | "count" | "value" | "match" | "search", ..) => {
            Err(lexer.error(format!("`{name}` takes other arguments")))
        }
        _ => Err(lexer.error(format!(
            "there is no function `{name}`, expected `length`, `count`, `value`, `match` or `search`"
        ))),
    }
}

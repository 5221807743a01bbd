//! A query from its text: segments and selectors. What a filter says is in `expression`.

use super::expression::parse_expression;
use super::lexer::Lexer;
use super::{PathError, Query, Segment, Selector, Start};

/// How deep filters and parentheses may stand in each other.
pub(super) const DEEPEST: usize = 32;

/// A query that begins at the root: `$.paths`.
pub(crate) fn parse_query(text: &str) -> Result<Query, PathError> {
    let mut lexer = Lexer::new(text);
    if !lexer.take("$") {
        return Err(lexer.error("a query begins with `$`"));
    }
    let segments = parse_segments(&mut lexer, 0)?;
    match lexer.rest().is_empty() {
        true => Ok(Query {
            start: Start::Root,
            segments,
        }),
        false => Err(lexer.error("`.`, `..` or `[` is expected")),
    }
}

/// The segments behind `$` or `@`.
pub(super) fn parse_segments(
    lexer: &mut Lexer<'_>,
    depth: usize,
) -> Result<Vec<Segment>, PathError> {
    if depth > DEEPEST {
        return Err(lexer.error("filters are nested too deeply"));
    }
    let mut segments = Vec::new();
    loop {
        if lexer.take_behind_blanks("..") {
            segments.push(Segment::Descendant(parse_step(lexer, depth)?));
        } else if lexer.take_behind_blanks(".") {
            segments.push(Segment::Child(vec![parse_short(lexer)?]));
        } else if lexer.take_behind_blanks("[") {
            segments.push(Segment::Child(parse_bracketed(lexer, depth)?));
        } else {
            return Ok(segments);
        }
    }
}

/// What follows `..`.
fn parse_step(lexer: &mut Lexer<'_>, depth: usize) -> Result<Vec<Selector>, PathError> {
    match lexer.take("[") {
        true => parse_bracketed(lexer, depth),
        false => Ok(vec![parse_short(lexer)?]),
    }
}

/// A name without quotes, or `*`.
fn parse_short(lexer: &mut Lexer<'_>) -> Result<Selector, PathError> {
    if lexer.take("*") {
        return Ok(Selector::Wildcard);
    }
    match lexer.name() {
        Some(name) => Ok(Selector::Name(name.to_owned())),
        None => Err(lexer.error("a name, or `*`, is expected; write others as `['a-b']`")),
    }
}

/// What stands between `[` and `]`.
fn parse_bracketed(lexer: &mut Lexer<'_>, depth: usize) -> Result<Vec<Selector>, PathError> {
    let mut selectors = Vec::new();
    loop {
        lexer.skip_blanks();
        selectors.push(parse_selector(lexer, depth)?);
        lexer.skip_blanks();
        if !lexer.take(",") {
            lexer.demand("]")?;
            return Ok(selectors);
        }
    }
}

fn parse_selector(lexer: &mut Lexer<'_>, depth: usize) -> Result<Selector, PathError> {
    if lexer.take("*") {
        return Ok(Selector::Wildcard);
    }
    if lexer.take("?") {
        lexer.skip_blanks();
        return Ok(Selector::Filter(parse_expression(lexer, depth + 1)?));
    }
    if let Some(name) = lexer.quoted()? {
        return Ok(Selector::Name(name));
    }
    let start = lexer.integer()?;
    if lexer.take_behind_blanks(":") {
        return parse_slice(lexer, start);
    }
    match start {
        Some(index) => Ok(Selector::Index(index)),
        None => Err(lexer.error("a name in quotes, an index, `*` or `?` is expected")),
    }
}

fn parse_slice(lexer: &mut Lexer<'_>, start: Option<i64>) -> Result<Selector, PathError> {
    lexer.skip_blanks();
    let end = lexer.integer()?;
    let mut step = 1;
    if lexer.take_behind_blanks(":") {
        lexer.skip_blanks();
        step = lexer.integer()?.unwrap_or(1);
    }
    Ok(Selector::Slice { start, end, step })
}

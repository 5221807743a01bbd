//! The path of a request: a template and the texts of its parameters, and what must never come out.

use crate::error::RequestError;
use crate::request::percent::{Keep, push};

/// Fills a path template. The result has only characters that URL parsers leave as they are.
///
/// # Errors
///
/// Where a parameter is missing, or a segment with a parameter becomes empty, `.` or `..`, which
/// would be another path (RFC 3986, section 5.2.4).
pub(super) fn expand(
    template: &str,
    parameters: &[(&'static str, String)],
) -> Result<String, RequestError> {
    let mut path = String::with_capacity(template.len() + 32);
    for segment in template
        .split('/')
        .skip(usize::from(template.starts_with('/')))
    {
        path.push('/');
        let start = path.len();
        let Some(parameter) = expand_segment(&mut path, segment, parameters)? else {
            continue;
        };
        let expanded = path.get(start..).unwrap_or_default();
        if vanishes(expanded) {
            return Err(RequestError::path_segment(parameter, expanded));
        }
    }
    Ok(path)
}

/// Whether a segment is one that URL parsers take away: nothing, `.` or `..`, escaped or not.
fn vanishes(segment: &str) -> bool {
    let dot = |text: &str| text == "." || text.eq_ignore_ascii_case("%2e");
    let dots = |length| {
        segment
            .split_at_checked(length)
            .is_some_and(|(first, second)| dot(first) && dot(second))
    };
    segment.is_empty() || dot(segment) || dots(1) || dots(3)
}

/// Appends a segment, and tells which parameter it holds.
fn expand_segment<'t>(
    path: &mut String,
    segment: &'t str,
    parameters: &[(&'static str, String)],
) -> Result<Option<&'t str>, RequestError> {
    let mut last = None;
    let mut rest = segment;
    while let Some((literal, name, after)) = expression(rest) {
        push(path, literal, Keep::Reserved);
        match parameters.iter().find(|(known, _)| *known == name) {
            Some((_, text)) => path.push_str(text),
            None => return Err(RequestError::missing_parameter(name)),
        }
        last = Some(name);
        rest = after;
    }
    push(path, rest, Keep::Reserved);
    Ok(last)
}

/// The text before the first expression, its name, and what follows it.
fn expression(text: &str) -> Option<(&str, &str, &str)> {
    let (literal, after) = text.split_once('{')?;
    let (name, after) = after.split_once('}')?;
    Some((literal, name, after))
}

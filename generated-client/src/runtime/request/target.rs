// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! The path of a request: a template whose parameters are filled in, and what must never come out.

use std::mem::take;

use crate::runtime::error::RequestError;
use crate::runtime::request::percent::{Keep, push};

/// Room for the server's URL and for parameters, beside the template.
const ROOM: usize = 192;

/// A path template being filled in. Parameters that come in the template's order are written where
/// they stand; others wait until the end.
#[derive(Debug)]
pub(super) struct Target {
    /// What is left of the template.
    rest: &'static str,
    path: String,
    early: Vec<(&'static str, String)>,
    segment: Segment,
    error: Option<RequestError>,
}

/// The segment that is being written.
#[derive(Debug)]
struct Segment {
    start: usize,
    /// A parameter that is in it.
    parameter: Option<&'static str>,
}

impl Target {
    /// A template with nothing filled in.
    pub(super) fn new(template: &'static str) -> Self {
        let mut path = String::with_capacity(template.len() + ROOM);
        path.push('/');
        Self {
            rest: template.strip_prefix('/').unwrap_or(template),
            segment: Segment::from(path.len()),
            path,
            early: Vec::new(),
            error: None,
        }
    }

    /// Fills a parameter in: `write` appends its text, escaped.
    pub(super) fn fill(&mut self, name: &'static str, write: impl FnOnce(&mut String)) {
        match next_is(self.rest, name) {
            Some((literal, after)) if !has_expression(after, name) => {
                self.literal(literal);
                write(&mut self.path);
                self.segment.parameter = Some(name);
                self.rest = after;
            }
            _ => {
                let mut text = String::new();
                write(&mut text);
                self.early.push((name, text));
            }
        }
    }

    /// The path. It has only characters that URL parsers leave as they are.
    ///
    /// # Errors
    ///
    /// Where a parameter is missing, or a segment with a parameter becomes empty, `.` or `..`, which
    /// would be another path (RFC 3986, section 5.2.4).
    pub(super) fn finish(&mut self) -> Result<String, RequestError> {
        while let Some((literal, name, after)) = expression(self.rest) {
            self.literal(literal);
            match self.early.iter().find(|(known, _)| *known == name) {
                Some((_, text)) => self.path.push_str(text),
                None => return Err(RequestError::missing_parameter(name)),
            }
            self.segment.parameter = Some(name);
            self.rest = after;
        }
        self.literal(self.rest);
        self.end_segment(self.path.len());
        match self.error.take() {
            Some(error) => Err(error),
            None => Ok(take(&mut self.path)),
        }
    }

    /// Writes what stands between parameters. Segments that are whole in it have none.
    fn literal(&mut self, text: &'static str) {
        let start = self.path.len();
        push(&mut self.path, text, Keep::Literal);
        let added = self.path.as_bytes().get(start..).unwrap_or_default();
        let Some(last) = added.iter().rposition(|byte| *byte == b'/') else {
            return;
        };
        if self.segment.parameter.is_some() {
            let first = added.iter().position(|byte| *byte == b'/');
            self.end_segment(start + first.unwrap_or(last));
        }
        self.segment = Segment::from(start + last + 1);
    }

    /// Looks at the segment that is whole now, or the segments, where a parameter's text has slashes.
    fn end_segment(&mut self, end: usize) {
        if let Some(parameter) = self.segment.parameter {
            let written = self.path.get(self.segment.start..end).unwrap_or_default();
            let within = written.contains('/'); // an empty segment is not taken away there
            let lost = |segment: &&str| vanishes(segment) && !(within && segment.is_empty());
            if let Some(segment) = written.split('/').find(lost) {
                let error = RequestError::path_segment(parameter, segment);
                self.error.get_or_insert(error);
            }
        }
    }
}

impl Segment {
    fn from(start: usize) -> Self {
        Self {
            start,
            parameter: None,
        }
    }
}

/// Whether a segment is one that URL parsers take away: nothing, `.` or `..`, escaped or not.
fn vanishes(segment: &str) -> bool {
    let dot = |text: &str| text == "." || text.eq_ignore_ascii_case("%2e");
    let dots = |length| {
        segment
            .split_at_checked(length)
            .is_some_and(|(first, second)| dot(first) && dot(second))
    };
    match segment.as_bytes().first() {
        None => true,
        Some(b'.' | b'%') => dot(segment) || dots(1) || dots(3),
        Some(_) => false,
    }
}

/// The text before the first expression, its name, and what follows it.
fn expression(text: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let (literal, after) = text.split_at_checked(brace(text)?)?;
    let after = after.strip_prefix('{')?;
    let end = after.bytes().position(|byte| byte == b'}')?;
    let (name, after) = after.split_at_checked(end)?;
    Some((literal, name, after.strip_prefix('}')?))
}

/// The text before the first expression, and what follows that, where it is of this name.
fn next_is(text: &'static str, name: &str) -> Option<(&'static str, &'static str)> {
    let (literal, after) = text.split_at_checked(brace(text)?)?;
    let after = after.strip_prefix('{')?.strip_prefix(name)?;
    Some((literal, after.strip_prefix('}')?))
}

fn has_expression(text: &'static str, name: &str) -> bool {
    std::iter::successors(expression(text), |(_, _, after)| expression(after))
        .any(|(_, known, _)| known == name)
}

/// Where the first expression begins: templates are short, for which this is quicker than a search.
fn brace(text: &str) -> Option<usize> {
    text.bytes().position(|byte| byte == b'{')
}

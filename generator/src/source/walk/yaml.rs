//! The pieces of a YAML text. It is known to be YAML, so an error only ends it.

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::Piece;
use crate::source::position::Span;
use crate::source::yaml_offsets::Offsets;

/// Goes through a text.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = (Piece<'_>, Span)> {
    let offsets = Offsets::new(text);
    Parser::new_from_str(text)
        .map_while(Result::ok)
        .filter_map(move |(event, span)| {
            let mut span = offsets.span(&span);
            let piece = match event {
                Event::MappingStart(..) => Piece::Mapping,
                Event::SequenceStart(..) => Piece::Sequence,
                Event::MappingEnd | Event::SequenceEnd => Piece::End,
                Event::Scalar(value, style, ..) => {
                    span.end = scalar_end(text, span, style);
                    Piece::Scalar(value)
                }
                Event::Alias(_) => Piece::Alias,
                Event::Nothing
                | Event::StreamStart
                | Event::StreamEnd
                | Event::DocumentStart(_)
                | Event::DocumentEnd => return None, // no value begins or ends
            };
            Some((piece, span))
        })
}

/// Where a scalar ends: the parser takes blanks and comments behind closing quotes in.
fn scalar_end(text: &str, span: Span, style: ScalarStyle) -> usize {
    let written = text.get(span.start..span.end).unwrap_or_default();
    let length = match style {
        ScalarStyle::SingleQuoted => quoted_length(written, '\'', '\''),
        ScalarStyle::DoubleQuoted => quoted_length(written, '"', '\\'),
        ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => None,
    };
    span.start + length.unwrap_or(written.trim_end().len())
}

/// How long a quoted text is: `escape` takes the meaning from the character behind it, which for
/// single quotes is another quote.
fn quoted_length(written: &str, quote: char, escape: char) -> Option<usize> {
    let mut characters = written.char_indices().skip(1).peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let is_escape = character == escape && (escape != quote || next == Some(quote));
        if is_escape {
            characters.next();
        } else if character == quote {
            return Some(at + quote.len_utf8());
        }
    }
    None
}

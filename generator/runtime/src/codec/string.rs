//! Strings of a JSON text: borrowed where nothing is escaped, copied where something is.

use std::borrow::Cow;

use hifijson::escape::{self, Lex as _};
use hifijson::{Read as _, SliceLexer};

use crate::codec::plain::plain_length;
use crate::codec::reader::Kind;
use crate::codec::{DecodeError, Reader};

impl<'a> Reader<'a> {
    /// Reads a string; it is copied only where it has escapes.
    ///
    /// # Errors
    ///
    /// Where something else comes next, or an escape means no character (`\ud800` alone).
    pub fn string(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        self.expect(Kind::String)?;
        self.string_token()
    }

    /// Reads a string at its opening quote.
    pub(super) fn string_token(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        self.lexer.take_next();
        let plain = self.plain()?;
        match self.lexer.take_next() {
            Some(b'"') => Ok(Cow::Borrowed(plain)),
            Some(b'\\') => self.escaped(plain).map(Cow::Owned),
            found => Err(self.broken(found)),
        }
    }

    /// Goes on after the first backslash, with what came before it.
    fn escaped(&mut self, plain: &str) -> Result<String, DecodeError> {
        // no escape is shorter than its character: it grows no further
        let mut string = String::with_capacity(plain.len() + escaped_length(self.rest()));
        string.push_str(plain);
        loop {
            string.push(self.escape()?);
            string.push_str(self.plain()?);
            match self.lexer.take_next() {
                Some(b'"') => return Ok(string),
                Some(b'\\') => {}
                found => return Err(self.broken(found)),
            }
        }
    }

    /// The characters up to a quote, a backslash, or what no string may hold.
    fn plain(&mut self) -> Result<&'a str, DecodeError> {
        let start = self.offset();
        let length = plain_length(self.rest());
        self.lexer = SliceLexer::new(self.rest().get(length..).unwrap_or_default());
        // A stop is at a byte of ASCII, so that the slice is always there.
        self.text
            .get(start..start + length)
            .ok_or_else(|| self.error("a string cut inside of a character"))
    }

    /// The character of an escape, after its backslash.
    fn escape(&mut self) -> Result<char, DecodeError> {
        let start = self.offset().saturating_sub(1);
        let result = match self.lexer.take_next() {
            Some(next) => self.lexer.escape(next),
            None => Err(escape::Error::Eof),
        };
        result.map_err(|error| match error {
            escape::Error::InvalidChar(_) | escape::Error::ExpectedLowSurrogate => {
                DecodeError::unexpected("half of a surrogate pair", "a character", start)
            }
            escape::Error::Eof => self.unexpected("the rest of an escape"),
            _ => DecodeError::unexpected("an unknown escape", "an escape of JSON", start),
        })
    }

    fn broken(&self, found: Option<u8>) -> DecodeError {
        match found {
            None => DecodeError::unexpected("the end of the text", "`\"`", self.offset()),
            Some(_) => DecodeError::unexpected(
                "a bare control character",
                "an escape",
                self.offset().saturating_sub(1),
            ),
        }
    }
}

/// How many bytes a string has up to its closing quote, after its first backslash.
fn escaped_length(bytes: &[u8]) -> usize {
    let mut length = 1; // what the backslash escapes
    loop {
        let rest = bytes.get(length..).unwrap_or_default();
        length += plain_length(rest);
        match bytes.get(length) {
            Some(b'\\') => length += 2,
            _ => return length.min(bytes.len()),
        }
    }
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Strings of a JSON text: borrowed where nothing is escaped, copied where something is.

use std::borrow::Cow;

use hifijson::escape::{self, Lex as _};
use hifijson::{Read as _, Write as _};

use crate::runtime::codec::reader::Kind;
use crate::runtime::codec::{DecodeError, Reader};

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
            Some(b'\\') => self.escaped(plain.to_owned()).map(Cow::Owned),
            found => Err(self.broken(found)),
        }
    }

    /// Goes on after the first backslash.
    fn escaped(&mut self, mut string: String) -> Result<String, DecodeError> {
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
        self.lexer.write_until(&mut <&[u8]>::default(), |byte| {
            matches!(byte, b'"' | b'\\' | 0..=0x1f)
        });
        // A stop is at a byte of ASCII, so that the slice is always there.
        self.text
            .get(start..self.offset())
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

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! A JSON text being read, value by value. Knows no type; objects are in `object.rs`, strings in
//! `string.rs`, integers in `integer.rs`, unions in `choice.rs`.

use std::borrow::Cow;
use std::fmt;

use hifijson::token::Lex as _;
use hifijson::{SliceLexer, num, str};

use crate::runtime::codec::{Decode, DecodeError};

/// How deep values may nest: a text that nests deeper is refused before the stack is in danger.
pub(super) const DEPTH: u32 = 128;

/// A JSON text being read.
///
/// The text is UTF-8 from the start, so that no string needs to be checked again.
pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) lexer: SliceLexer<'a>,
    pub(super) depth: u32,
    /// How often what came was not quite what a type says; see `misfit.rs`.
    pub(super) misfits: usize,
    /// How many attempts are under way.
    pub(super) trying: u32,
}

/// What kind of value comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A string.
    String,
    /// A list.
    Array,
    /// An object.
    Object,
}

impl Kind {
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        }
    }
}

impl<'a> Reader<'a> {
    /// Starts reading a text. A byte order mark before it is passed over (RFC 8259, section 8.1).
    pub fn new(text: &'a str) -> Self {
        let json = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self {
            text,
            lexer: SliceLexer::new(json.as_bytes()),
            depth: 0,
            misfits: 0,
            trying: 0,
        }
    }

    /// The kind of the value that comes next.
    ///
    /// # Errors
    ///
    /// Where no value comes next.
    pub fn kind(&mut self) -> Result<Kind, DecodeError> {
        match self.lexer.ws_peek() {
            Some(b'"') => Ok(Kind::String),
            Some(b'-' | b'0'..=b'9') => Ok(Kind::Number),
            Some(b'{') => Ok(Kind::Object),
            Some(b'[') => Ok(Kind::Array),
            Some(b't' | b'f') => Ok(Kind::Boolean),
            Some(b'n') => Ok(Kind::Null),
            _ => Err(self.unexpected("a value")),
        }
    }

    /// Reads a value of a type.
    ///
    /// # Errors
    ///
    /// Where the text is not JSON, or not of the type's shape.
    #[inline]
    pub fn value<T: Decode>(&mut self) -> Result<T, DecodeError> {
        let mut value = T::vacant();
        value.decode(self)?;
        Ok(value)
    }

    /// Reads `null` where it comes next, and tells whether it did.
    ///
    /// # Errors
    ///
    /// Where no value comes next.
    pub fn null(&mut self) -> Result<bool, DecodeError> {
        if self.kind()? != Kind::Null {
            return Ok(false);
        }
        self.word().map(|_| true)
    }

    /// Reads a boolean.
    ///
    /// # Errors
    ///
    /// Where something else comes next.
    pub fn boolean(&mut self) -> Result<bool, DecodeError> {
        self.expect(Kind::Boolean)?;
        self.word().map(|boolean| boolean == Some(true))
    }

    /// `null` as `None`, or a boolean.
    fn word(&mut self) -> Result<Option<bool>, DecodeError> {
        let start = self.offset();
        self.lexer
            .null_or_bool()
            .ok_or_else(|| DecodeError::unexpected("a word", "`null`, `true` or `false`", start))
    }

    /// Reads a number, and gives it as it is written.
    ///
    /// # Errors
    ///
    /// Where something else comes next.
    pub fn number(&mut self) -> Result<&'a str, DecodeError> {
        self.expect(Kind::Number)?;
        let start = self.offset();
        let number = num::Lex::num_ignore(&mut self.lexer).validate();
        // The lexer ends `01` after the zero.
        let ended = !self.rest().first().is_some_and(u8::is_ascii_digit);
        match self.text.get(start..self.offset()) {
            Some(text) if number.is_ok() && ended => Ok(text),
            _ => Err(self.unexpected("a number as JSON writes it")),
        }
    }

    /// Reads a list: `item` is called before each of its values, and must read it.
    ///
    /// # Errors
    ///
    /// Where something else comes next, or an item fails.
    pub fn array(
        &mut self,
        item: &mut dyn FnMut(&mut Self) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        self.expect(Kind::Array)?;
        self.enter()?;
        let mut index = 0;
        let mut more = self.first(b']')?;
        while more {
            item(self).map_err(|error| error.within_item(index))?;
            index += 1;
            more = self.further(b']', "a comma or the end of an array")?;
        }
        self.depth -= 1;
        Ok(())
    }

    /// Passes over a value, whatever it is.
    ///
    /// # Errors
    ///
    /// Where the text is not JSON. That a string's surrogates pair up is not looked at.
    pub fn skip(&mut self) -> Result<(), DecodeError> {
        match self.kind()? {
            Kind::Null | Kind::Boolean => self.word().map(drop),
            Kind::Number => self.number().map(drop),
            Kind::String => self.skip_string(),
            Kind::Array => self.array(&mut Reader::skip),
            Kind::Object => self.skip_object(),
        }
    }

    fn skip_object(&mut self) -> Result<(), DecodeError> {
        self.enter()?;
        let mut more = self.first(b'}')?;
        while more {
            if self.lexer.ws_peek() != Some(b'"') {
                return Err(self.unexpected("a property's name"));
            }
            self.skip_string()?;
            self.colon()?;
            self.skip()?;
            more = self.further(b'}', "a comma or the end of an object")?;
        }
        self.depth -= 1;
        Ok(())
    }

    fn skip_string(&mut self) -> Result<(), DecodeError> {
        self.lexer.discarded();
        str::Lex::str_ignore(&mut self.lexer).map_err(|error| self.error(error.to_string()))
    }

    /// Makes sure that nothing but white space is left.
    ///
    /// # Errors
    ///
    /// Where there is more.
    pub fn end(&mut self) -> Result<(), DecodeError> {
        match self.lexer.ws_peek() {
            None => Ok(()),
            Some(_) => Err(self.unexpected("the end of the text")),
        }
    }

    /// The byte of the text that reading has come to, counted from 0.
    pub fn offset(&self) -> usize {
        self.text.len().saturating_sub(self.rest().len())
    }

    /// A failure at the place that reading has come to.
    pub fn error(&self, message: impl Into<String>) -> DecodeError {
        DecodeError::new(message.into(), self.offset())
    }

    /// A failure over the character that comes next, which is not what was expected.
    pub(super) fn unexpected(&self, expected: &'static str) -> DecodeError {
        let offset = self.offset();
        let found = match self.text.get(offset..).and_then(|rest| rest.chars().next()) {
            Some(character) => Cow::from(format!("`{}`", character.escape_debug())),
            None => Cow::from("the end of the text"),
        };
        DecodeError::unexpected(found, expected, offset)
    }

    /// Makes sure of the kind of the value that comes next.
    pub(super) fn expect(&mut self, expected: Kind) -> Result<(), DecodeError> {
        let found = self.kind()?;
        if found == expected {
            return Ok(());
        }
        Err(self.mismatch(found, expected.noun()))
    }

    pub(super) fn mismatch(&self, found: Kind, expected: &'static str) -> DecodeError {
        DecodeError::unexpected(found.noun(), expected, self.offset())
    }

    /// Takes the opening bracket of an array or an object. Whoever leaves it takes one off the depth;
    /// after a failure nobody does, since reading ends there, or starts again with an earlier depth.
    pub(super) fn enter(&mut self) -> Result<(), DecodeError> {
        if self.depth >= DEPTH {
            return Err(self.error(format!("values nested more than {DEPTH} deep")));
        }
        self.lexer.discarded();
        self.depth += 1;
        Ok(())
    }

    /// After the opening bracket: whether there is a first item.
    pub(super) fn first(&mut self, end: u8) -> Result<bool, DecodeError> {
        if self.lexer.ws_peek() != Some(end) {
            return Ok(true);
        }
        self.lexer.discarded();
        Ok(false)
    }

    /// After an item: whether there is another.
    pub(super) fn further(&mut self, end: u8, expected: &'static str) -> Result<bool, DecodeError> {
        match self.lexer.ws_peek() {
            Some(b',') => {
                self.lexer.discarded();
                Ok(true)
            }
            Some(next) if next == end => {
                self.lexer.discarded();
                Ok(false)
            }
            _ => Err(self.unexpected(expected)),
        }
    }

    /// After a property's name.
    pub(super) fn colon(&mut self) -> Result<(), DecodeError> {
        if self.lexer.ws_peek() != Some(b':') {
            return Err(self.unexpected("a colon"));
        }
        self.lexer.discarded();
        Ok(())
    }

    /// What is not read yet.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.lexer.as_slice()
    }
}

impl fmt::Debug for Reader<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Reader")
            .field("offset", &self.offset())
            .field("depth", &self.depth)
            .finish_non_exhaustive()
    }
}

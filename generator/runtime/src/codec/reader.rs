//! A JSON text being read, value by value. Knows no type; objects are in `object.rs`.

use std::borrow::Cow;

use hifijson::token::Lex as _;
use hifijson::{Expect, SliceLexer, ignore, num, str};

use crate::codec::{Decode, DecodeError};

/// How deep values may nest: a text that nests deeper is refused before the stack is in danger.
const DEPTH: u32 = 128;

/// A JSON text being read.
pub struct Reader<'a> {
    text: &'a [u8],
    lexer: SliceLexer<'a>,
    depth: u32,
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
    fn noun(self) -> &'static str {
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
    /// Starts reading a text.
    pub fn new(text: &'a [u8]) -> Self {
        Self {
            text,
            lexer: SliceLexer::new(text),
            depth: 0,
        }
    }

    /// The kind of the value that comes next.
    ///
    /// # Errors
    ///
    /// Where no value comes next.
    pub fn kind(&mut self) -> Result<Kind, DecodeError> {
        match self.lexer.ws_peek() {
            Some(b'n') => Ok(Kind::Null),
            Some(b't' | b'f') => Ok(Kind::Boolean),
            Some(b'-' | b'0'..=b'9') => Ok(Kind::Number),
            Some(b'"') => Ok(Kind::String),
            Some(b'[') => Ok(Kind::Array),
            Some(b'{') => Ok(Kind::Object),
            Some(_) => Err(self.error("a character where a value was expected")),
            None => Err(self.error("the end of the text where a value was expected")),
        }
    }

    /// Reads `null` where it comes next.
    ///
    /// # Errors
    ///
    /// Where no value comes next.
    pub fn null(&mut self) -> Result<bool, DecodeError> {
        if self.kind()? != Kind::Null {
            return Ok(false);
        }
        match self.lexer.null_or_bool() {
            Some(None) => Ok(true),
            _ => Err(self.error("a word that is not JSON")),
        }
    }

    /// Reads a boolean.
    ///
    /// # Errors
    ///
    /// Where something else comes next.
    pub fn boolean(&mut self) -> Result<bool, DecodeError> {
        self.expect(Kind::Boolean)?;
        match self.lexer.null_or_bool() {
            Some(Some(boolean)) => Ok(boolean),
            _ => Err(self.error("a word that is not JSON")),
        }
    }

    /// Reads a number as it is written.
    ///
    /// # Errors
    ///
    /// Where something else comes next.
    pub fn number(&mut self) -> Result<&'a str, DecodeError> {
        self.expect(Kind::Number)?;
        let start = self.rest();
        let error = self.error("something that is not a number of JSON");
        let parts = num::Lex::num_ignore(&mut self.lexer).validate();
        let length = start.len().saturating_sub(self.rest().len());
        let digit = self.rest().first().is_some_and(u8::is_ascii_digit);
        match (parts, start.get(..length).map(std::str::from_utf8)) {
            (Ok(_), Some(Ok(text))) if !digit => Ok(text),
            _ => Err(error),
        }
    }

    /// Reads a string; it is copied only where it has escapes.
    ///
    /// # Errors
    ///
    /// Where something else comes next, or the string is not UTF-8.
    pub fn string(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        self.expect(Kind::String)?;
        self.string_token()
    }

    pub(super) fn string_token(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        self.lexer.discarded();
        str::LexAlloc::str_string(&mut self.lexer).map_err(|error| self.error(error.to_string()))
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
        self.nested(|reader| {
            let mut index = 0;
            let mut more = reader.first(b']')?;
            while more {
                item(reader).map_err(|error| error.within_item(index))?;
                index += 1;
                more = reader.further(b']')?;
            }
            Ok(())
        })
    }

    /// Tries to read a value of a type; where that fails, nothing is consumed.
    pub fn attempt<T: Decode>(&mut self) -> Option<T> {
        let (before, depth) = (self.rest(), self.depth);
        let mut value = T::vacant();
        if value.decode(self).is_ok() {
            return Some(value);
        }
        self.lexer = SliceLexer::new(before);
        self.depth = depth;
        None
    }

    /// Passes over a value, whatever it is.
    ///
    /// # Errors
    ///
    /// Where the text is not JSON.
    pub fn skip(&mut self) -> Result<(), DecodeError> {
        match self.kind()? {
            Kind::Array => self.array(&mut Reader::skip),
            Kind::Object => self.properties(&mut |reader, _| reader.skip()),
            Kind::Number => self.number().map(drop),
            _ => {
                let next = self.lexer.ws_peek().unwrap_or_default();
                ignore::parse(next, &mut self.lexer).map_err(|error| self.error(error.to_string()))
            }
        }
    }

    /// Makes sure that nothing but white space is left.
    ///
    /// # Errors
    ///
    /// Where there is more.
    pub fn end(&mut self) -> Result<(), DecodeError> {
        match self.lexer.ws_peek() {
            None => Ok(()),
            Some(_) => Err(self.error("more text after the value")),
        }
    }

    /// A failure at the place that reading has come to.
    pub fn error(&self, message: impl Into<String>) -> DecodeError {
        DecodeError::new(message, self.text.len().saturating_sub(self.rest().len()))
    }

    pub(super) fn expect(&mut self, expected: Kind) -> Result<(), DecodeError> {
        let found = self.kind()?;
        if found == expected {
            return Ok(());
        }
        Err(self.error(format!(
            "{} where {} was expected",
            found.noun(),
            expected.noun()
        )))
    }

    /// Enters a list or object at its bracket, and leaves it again.
    pub(super) fn nested(
        &mut self,
        body: impl FnOnce(&mut Self) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        if self.depth >= DEPTH {
            return Err(self.error(format!("values nested more than {DEPTH} deep")));
        }
        self.lexer.discarded();
        self.depth += 1;
        body(self)?;
        self.depth -= 1;
        Ok(())
    }

    /// After the opening bracket: whether there is a first item.
    pub(super) fn first(&mut self, end: u8) -> Result<bool, DecodeError> {
        match self.lexer.ws_peek() {
            Some(next) if next == end => {
                self.lexer.discarded();
                Ok(false)
            }
            Some(_) => Ok(true),
            None => Err(self.error("the end of the text inside of a value")),
        }
    }

    /// After an item: whether there is another.
    pub(super) fn further(&mut self, end: u8) -> Result<bool, DecodeError> {
        match self.lexer.ws_peek() {
            Some(b',') => {
                self.lexer.discarded();
                Ok(true)
            }
            Some(next) if next == end => {
                self.lexer.discarded();
                Ok(false)
            }
            Some(_) => Err(self.error(Expect::CommaOrEnd.to_string())),
            None => Err(self.error("the end of the text inside of a value")),
        }
    }

    /// After a property's name.
    pub(super) fn colon(&mut self) -> Result<(), DecodeError> {
        match self.lexer.ws_peek() {
            Some(b':') => {
                self.lexer.discarded();
                Ok(())
            }
            _ => Err(self.error("no colon after a property's name")),
        }
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        self.lexer.as_slice()
    }

    pub(super) fn return_to(&mut self, rest: &'a [u8]) {
        self.lexer = SliceLexer::new(rest);
    }
}

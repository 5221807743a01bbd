//! The characters of a query: blanks, words, numbers, and texts in quotes.

use super::PathError;

/// Goes through a query's text.
pub(super) struct Lexer<'q> {
    text: &'q str,
    at: usize,
}

impl<'q> Lexer<'q> {
    /// From the beginning.
    pub(super) fn new(text: &'q str) -> Self {
        Self { text, at: 0 }
    }

    /// What is still to come.
    pub(super) fn rest(&self) -> &'q str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next character.
    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Passes over blanks.
    pub(super) fn skip_blanks(&mut self) {
        let rest = self.rest();
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
        self.at += blanks;
    }

    /// Takes a text where it comes next.
    pub(super) fn take(&mut self, expected: &str) -> bool {
        let comes = self.rest().starts_with(expected);
        if comes {
            self.at += expected.len();
        }
        comes
    }

    /// Takes a text behind blanks, or nothing at all.
    pub(super) fn take_behind_blanks(&mut self, expected: &str) -> bool {
        let before = self.at;
        self.skip_blanks();
        let comes = self.take(expected);
        if !comes {
            self.at = before;
        }
        comes
    }

    /// Takes a text that must come next.
    pub(super) fn demand(&mut self, expected: &str) -> Result<(), PathError> {
        match self.take(expected) {
            true => Ok(()),
            false => Err(self.error(format!("`{expected}` is expected"))),
        }
    }

    /// Takes characters of a kind.
    pub(super) fn take_while(&mut self, is_of_kind: impl Fn(char) -> bool) -> &'q str {
        let rest = self.rest();
        let end = rest.find(|c| !is_of_kind(c)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    /// A name without quotes: `paths`, `x_y`; `None` where none comes next.
    pub(super) fn name(&mut self) -> Option<&'q str> {
        let first = self.peek()?;
        let begins = first.is_ascii_alphabetic() || first == '_' || !first.is_ascii();
        begins.then(|| self.take_while(|c| c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii()))
    }

    /// An integer as RFC 9535 has them: within 2^53, no leading zeros, no `-0`.
    pub(super) fn integer(&mut self) -> Result<Option<i64>, PathError> {
        let before = self.at;
        let minus = self.take("-");
        let digits = self.take_while(|c| c.is_ascii_digit());
        if digits.is_empty() {
            self.at = before;
            return Ok(None);
        }
        let zero = digits.starts_with('0');
        let number = digits.parse::<i64>().ok().filter(|number| {
            *number < 1 << 53 && !(zero && digits.len() > 1) && !(minus && *number == 0)
        });
        match number {
            Some(number) if minus => Ok(Some(-number)),
            Some(number) => Ok(Some(number)),
            None => {
                self.at = before;
                Err(self.error("this is no integer that JSONPath has"))
            }
        }
    }

    /// A text in single or double quotes; `None` where none comes next.
    pub(super) fn quoted(&mut self) -> Result<Option<String>, PathError> {
        let Some(quote) = self.peek().filter(|c| *c == '\'' || *c == '"') else {
            return Ok(None);
        };
        self.at += 1;
        let mut text = String::new();
        loop {
            match self.next() {
                None => return Err(self.error("the quotes are not closed")),
                Some(c) if c == quote => return Ok(Some(text)),
                Some('\\') => text.push(self.escaped(quote)?),
                Some(c) if c < ' ' => return Err(self.error("a control character is not escaped")),
                Some(c) => text.push(c),
            }
        }
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// What stands behind a backslash.
    fn escaped(&mut self, quote: char) -> Result<char, PathError> {
        Ok(match self.next() {
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some(c @ ('/' | '\\')) => c,
            Some(c) if c == quote => c,
            Some('u') => self.unicode()?,
            _ => return Err(self.error("this is no escape")),
        })
    }

    fn unicode(&mut self) -> Result<char, PathError> {
        let mut units = vec![self.unit()?];
        if units
            .first()
            .is_some_and(|unit| (0xd800..0xdc00).contains(unit))
            && self.take("\\u")
        {
            units.push(self.unit()?);
        }
        let mut characters = char::decode_utf16(units);
        match (characters.next(), characters.next()) {
            (Some(Ok(character)), None) => Ok(character),
            _ => Err(self.error("this is no character")),
        }
    }

    fn unit(&mut self) -> Result<u16, PathError> {
        let digits = self
            .rest()
            .get(..4)
            .filter(|digits| digits.chars().all(|c| c.is_ascii_hexdigit()));
        let unit = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok());
        let unit = unit.ok_or_else(|| self.error("four hexadecimal digits are expected"))?;
        self.at += 4;
        Ok(unit)
    }

    /// Something that is wrong here.
    pub(super) fn error(&self, message: impl Into<String>) -> PathError {
        PathError {
            message: message.into(),
            at: self.at,
        }
    }
}

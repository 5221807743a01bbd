//! Strings with a format: checked where a caller makes them, kept as they came where a server does.
//!
//! The text is what counts: it goes back as it came, and a server that writes `2024-01-01 00:00`
//! under `date-time` does not make its whole reply unreadable. Conversions to the types of `jiff`,
//! `chrono`, `time` and `uuid` are a `parse()` away.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use crate::codec::{Decode, DecodeError, Encode, Format, FormatError, Reader, Writer, format};

/// A date and a time with an offset (`date-time`; RFC 3339, section 5.6).
pub type DateTime = Formatted<format::DateTime>;
/// A date (`date`; RFC 3339, full-date).
pub type Date = Formatted<format::Date>;
/// A time of day with an offset (`time`; RFC 3339, full-time).
pub type Time = Formatted<format::Time>;
/// A span of time (`duration`; RFC 3339, appendix A).
pub type Duration = Formatted<format::Duration>;
/// A UUID (`uuid`; RFC 9562, section 4).
pub type Uuid = Formatted<format::Uuid>;
/// Bytes as base64 (`byte`; RFC 4648, section 4).
pub type Base64 = Formatted<format::Base64>;
/// Bytes as base64 in the alphabet for URLs (`base64url`; RFC 4648, section 5).
pub type Base64Url = Formatted<format::Base64Url>;

/// A string of a format, kept as it is written.
///
/// Two of them are equal where their texts are: `Z` and `+00:00` differ.
pub struct Formatted<F> {
    text: String,
    format: PhantomData<fn() -> F>,
}

impl<F: Format> Formatted<F> {
    /// Takes a text in, if it is of the format.
    ///
    /// # Errors
    ///
    /// Where the text is not of the format.
    pub fn new(text: impl Into<String>) -> Result<Self, FormatError> {
        let text = text.into();
        match F::is_valid(&text) {
            true => Ok(Self {
                text,
                format: PhantomData,
            }),
            false => Err(FormatError::new(text, F::NAME)),
        }
    }

    /// Whether the text is of the format: what a server wrote may not be.
    pub fn is_valid(&self) -> bool {
        F::is_valid(&self.text)
    }
}

impl<F> Formatted<F> {
    /// The text as it is written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text as a value of another library's type: `timestamp.parse::<jiff::Timestamp>()`.
    ///
    /// # Errors
    ///
    /// Where that type cannot be read from the text.
    pub fn parse<T: FromStr>(&self) -> Result<T, T::Err> {
        self.text.parse()
    }

    /// The text itself.
    pub fn into_string(self) -> String {
        self.text
    }

    pub(super) fn unchecked(text: String) -> Self {
        Self {
            text,
            format: PhantomData,
        }
    }
}

impl<F: Format> FromStr for Formatted<F> {
    type Err = FormatError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

impl<F: Format> TryFrom<&str> for Formatted<F> {
    type Error = FormatError;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        Self::new(text)
    }
}

impl<F: Format> TryFrom<String> for Formatted<F> {
    type Error = FormatError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::new(text)
    }
}

impl<F: Format> Decode for Formatted<F> {
    fn vacant() -> Self {
        Self::unchecked(String::new())
    }

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.text.decode(reader)?;
        if reader.is_trying() && !self.is_valid() {
            reader.misfit();
        }
        Ok(())
    }
}

impl<F> Encode for Formatted<F> {
    fn encode(&self, writer: &mut Writer) {
        writer.string(&self.text);
    }
}

impl<F> fmt::Debug for Formatted<F> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, formatter)
    }
}

impl<F> fmt::Display for Formatted<F> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.text, formatter)
    }
}

impl<F> Clone for Formatted<F> {
    fn clone(&self) -> Self {
        Self::unchecked(self.text.clone())
    }
}

impl<F> PartialEq for Formatted<F> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<F> Eq for Formatted<F> {}

impl<F> Hash for Formatted<F> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<F> PartialOrd for Formatted<F> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<F> Ord for Formatted<F> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

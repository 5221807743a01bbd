// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Types of other crates in place of the runtime's own: by their text, their number or their JSON. Which
//! there are is the document's and the user's business; those of known libraries are in `conversions/`.
//!
//! A type that stands for a schema has [`Decode`](crate::runtime::codec::Decode) and [`Encode`] like any other:
//!
//! ```text
//! impl Decode for Iban {
//!     fn vacant() -> Self {
//!         Self::default() // seen only where decoding fails
//!     }
//!
//!     fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
//!         *self = reader.parse_with(str::parse)?;
//!         Ok(())
//!     }
//! }
//!
//! impl Encode for Iban {
//!     fn encode(&self, writer: &mut Writer) {
//!         writer.display(self);
//!     }
//! }
//! ```

use std::fmt::Display;

use crate::runtime::codec::{DecodeError, Encode, Format, Formatted, Kind, Number, Reader, Value, Writer};

/// How many characters of what cannot be read are shown.
const SHOWN: usize = 60;

impl<'a> Reader<'a> {
    /// Reads a string as what its text stands for.
    ///
    /// # Errors
    ///
    /// Where something else comes next, or the text stands for nothing.
    pub fn parse_with<T, E: Display>(
        &mut self,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<T, DecodeError> {
        let offset = self.place_of_next()?;
        let text = self.string()?;
        parse(&text).map_err(|error| senseless(&text, &error, offset))
    }

    /// Reads a number, or a string that holds one, as what its text stands for.
    ///
    /// # Errors
    ///
    /// Where something else comes next, or the text stands for nothing.
    pub fn parse_number_with<T, E: Display>(
        &mut self,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<T, DecodeError> {
        if self.kind()? == Kind::String {
            return self.parse_with(parse);
        }
        let offset = self.offset();
        let text = self.number()?;
        parse(text).map_err(|error| senseless(text, &error, offset))
    }

    /// Reads any value as what its JSON stands for: `serde_json::from_str`.
    ///
    /// # Errors
    ///
    /// Where the text is not JSON, or stands for nothing.
    pub fn parse_json_with<T, E: Display>(
        &mut self,
        parse: impl FnOnce(&'a str) -> Result<T, E>,
    ) -> Result<T, DecodeError> {
        let offset = self.place_of_next()?;
        self.skip()?;
        let text = self.text.get(offset..self.offset()).unwrap_or_default();
        parse(text).map_err(|error| senseless(text, &error, offset))
    }

    /// The byte at which the next value begins.
    fn place_of_next(&mut self) -> Result<usize, DecodeError> {
        self.kind().map(|_| self.offset())
    }
}

fn senseless(text: &str, error: &dyn Display, offset: usize) -> DecodeError {
    let end = text.char_indices().nth(SHOWN).map(|(end, _)| end);
    let (shown, more) = match end.and_then(|end| text.get(..end)) {
        Some(beginning) => (beginning, "…"),
        None => (text, ""),
    };
    DecodeError::new(
        format!("`{shown}{more}`, which is not understood: {error};"),
        offset,
    )
}

impl Writer {
    /// Writes a value as a string, by its `Display`.
    pub fn display(&mut self, value: &dyn Display) {
        self.string(&value.to_string());
    }

    /// Writes a value as a number, by its `Display`.
    pub fn display_number(&mut self, value: &dyn Display) {
        let text = value.to_string();
        match text.parse::<Number>() {
            Ok(number) => number.encode(self),
            Err(error) => self.fail(format!("`{text}` is {error}")),
        }
    }

    /// Writes a value by its JSON: what came of `serde_json::to_string`.
    pub fn json<E: Display>(&mut self, json: Result<String, E>) {
        match json.map(|text| text.parse::<Value>()) {
            Ok(Ok(value)) => value.encode(self),
            Ok(Err(error)) => self.fail(error.to_string()),
            Err(error) => self.fail(error.to_string()),
        }
    }

    /// Writes a string of a format, where there is one.
    pub fn formatted<F: Format, E: Display>(&mut self, text: Result<Formatted<F>, E>) {
        match text {
            Ok(text) if text.is_valid() => self.string(text.as_str()),
            Ok(text) => self.fail(format!("`{text}` is not of the format `{}`", F::NAME)),
            Err(error) => self.fail(error.to_string()),
        }
    }
}

//! A JSON text being written. The same calls make a parameter's value; see `parameter_value.rs`.

#[cfg(feature = "validate")]
mod checked;
mod parameter;

use std::fmt::{self, Write as _};

use crate::codec::plain::plain_length;
use crate::codec::reader::DEPTH;
use crate::codec::{Encode, EncodeError, Map, ParameterValue, Value};

/// What a value is written to.
#[derive(Debug)]
pub struct Writer {
    form: Form,
    depth: u32,
    /// A discriminator that the next object gets, and its text.
    tag: Option<(&'static str, &'static str)>,
    error: Option<EncodeError>,
    /// Whether it is for somebody to look at: secrets are left out, and nothing is without a text.
    is_shown: bool,
}

#[derive(Debug)]
enum Form {
    Json(String),
    /// A parameter's value, and room for its text.
    Parameter(ParameterValue, String),
    /// The value itself, to be taken apart further.
    Tree(Value),
    /// What the document demands, and what is not so: nothing is written.
    #[cfg(feature = "validate")]
    Checked(checked::Walk),
}

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

impl Writer {
    /// Starts a JSON text.
    pub fn new() -> Self {
        Self {
            form: Form::Json(String::with_capacity(128)),
            depth: 0,
            tag: None,
            error: None,
            is_shown: false,
        }
    }

    /// Starts a value, `depth` levels deep in another.
    pub(super) fn tree(depth: u32) -> Self {
        Self {
            form: Form::Tree(Value::Null),
            depth,
            tag: None,
            error: None,
            is_shown: false,
        }
    }

    /// Starts a value that is for somebody to look at.
    pub(super) fn shown() -> Self {
        Self {
            is_shown: true,
            ..Self::tree(0)
        }
    }

    /// The JSON text.
    ///
    /// # Errors
    ///
    /// Where a value could not be written.
    pub fn finish(self) -> Result<Vec<u8>, EncodeError> {
        match (self.error, self.form) {
            (Some(error), _) => Err(error),
            (None, Form::Json(text)) => Ok(text.into_bytes()),
            (None, _) => Err(EncodeError::new("a value where JSON was expected")),
        }
    }

    pub(super) fn finish_tree(self) -> Result<Value, EncodeError> {
        match (self.error, self.form) {
            (Some(error), _) => Err(error),
            (None, Form::Tree(value)) => Ok(value),
            (None, _) => Err(EncodeError::new("a text where a value was expected")),
        }
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        match &mut self.form {
            Form::Json(text) => text.push_str("null"),
            Form::Parameter(value, _) => *value = ParameterValue::Null,
            Form::Tree(value) => *value = Value::Null,
            #[cfg(feature = "validate")]
            Form::Checked(_) => {} // nothing is demanded of it
        }
    }

    /// Writes a boolean.
    pub fn boolean(&mut self, boolean: bool) {
        match &mut self.form {
            Form::Json(text) => text.push_str(if boolean { "true" } else { "false" }),
            _ => self.literal(format_args!("{boolean}")),
        }
    }

    /// Writes an integer.
    pub fn integer(&mut self, integer: impl Into<i128>) {
        self.literal(format_args!("{}", integer.into()));
    }

    /// Writes a number, with the fewest digits that read back as the same number.
    pub fn number(&mut self, number: f64) {
        self.f64(number);
    }

    /// Writes the text of a number, or of a boolean, as it is.
    pub(super) fn literal(&mut self, literal: fmt::Arguments<'_>) {
        match &mut self.form {
            // Writing to a String does not fail.
            Form::Json(text) => _ = text.write_fmt(literal),
            Form::Parameter(value, room) => {
                let mut text = std::mem::take(room);
                // Writing to a String does not fail.
                let _ = text.write_fmt(literal);
                *value = ParameterValue::Scalar(text);
            }
            Form::Tree(value) => {
                let text = literal.to_string();
                *value = match text.as_str() {
                    "true" | "false" => Value::Boolean(text == "true"),
                    number => match number.parse() {
                        Ok(number) => Value::Number(number),
                        Err(_) => Value::String(text),
                    },
                };
            }
            #[cfg(feature = "validate")]
            Form::Checked(walk) => walk.literal(&literal.to_string()),
        }
    }

    /// Writes a string.
    pub fn string(&mut self, string: &str) {
        match &mut self.form {
            Form::Json(text) => quote(text, string),
            Form::Parameter(value, room) => {
                let mut text = std::mem::take(room);
                text.push_str(string);
                *value = ParameterValue::Scalar(text);
            }
            Form::Tree(value) => *value = Value::String(string.to_owned()),
            #[cfg(feature = "validate")]
            Form::Checked(walk) => walk.text(string, false),
        }
    }

    /// Writes a string that is never shown.
    pub(super) fn secret(&mut self, string: &str) {
        match &mut self.form {
            #[cfg(feature = "validate")]
            Form::Checked(walk) => walk.text(string, true),
            _ if self.is_shown => self.string("…"),
            _ => self.string(string),
        }
    }

    /// Writes what a union's variant of this number holds.
    pub fn variant(&mut self, number: usize, value: &dyn Encode) {
        match &self.form {
            #[cfg(feature = "validate")]
            Form::Checked(_) => self.checked_variant(number, value),
            _ => {
                let _ = number; // the text of a value does not tell
                value.encode(self);
            }
        }
    }

    /// The same for a variant whose type does not have the union's discriminator: it is written first.
    pub fn tagged_variant(
        &mut self,
        number: usize,
        (discriminator, tag): (&'static str, &'static str),
        value: &dyn Encode,
    ) {
        self.tag = Some((discriminator, tag));
        self.variant(number, value);
        self.tag = None; // where it was no object
    }

    /// Writes a list.
    pub fn array(&mut self, items: &mut dyn Iterator<Item = &dyn Encode>) {
        self.tag = None; // it is for no item
        match self.form {
            Form::Json(_) => {}
            Form::Parameter(..) => return self.parameter_array(items),
            Form::Tree(_) => {
                let items = items.filter_map(|item| self.branch(item)).collect();
                self.form = Form::Tree(Value::Array(items));
                return;
            }
            #[cfg(feature = "validate")]
            Form::Checked(_) => return self.checked_array(items),
        }
        if !self.enter('[') {
            return;
        }
        for (index, item) in items.enumerate() {
            if index > 0 {
                self.push(',');
            }
            item.encode(self);
        }
        self.leave(']');
    }

    /// Writes an object: one property for each name whose slot is not absent.
    pub fn object(&mut self, names: &[&str], slots: &[&dyn Encode]) {
        self.map(&mut names.iter().copied().zip(slots.iter().copied()));
    }

    /// Writes an object, and after its properties those of `rest`, as far as no slot has their name.
    pub fn object_and_rest<T: Encode>(
        &mut self,
        names: &[&str],
        slots: &[&dyn Encode],
        rest: &Map<T>,
    ) {
        let declared = names.iter().copied().zip(slots.iter().copied());
        let others = rest
            .iter()
            .filter(|(name, _)| !names.contains(name))
            .map(|(name, value)| (name, value as &dyn Encode));
        self.map(&mut declared.chain(others));
    }

    /// Writes an object from its properties; absent ones are left out.
    pub fn map(&mut self, properties: &mut dyn Iterator<Item = (&str, &dyn Encode)>) {
        if let Some((discriminator, tag)) = self.tag.take() {
            let tag = tag.to_owned();
            let first = [(discriminator, &tag as &dyn Encode)];
            let others = properties.map(|(name, value)| (name, value as &dyn Encode));
            return self.map(&mut first.into_iter().chain(others));
        }
        match self.form {
            Form::Json(_) => {}
            Form::Parameter(..) => return self.parameter_object(properties),
            Form::Tree(_) => {
                let properties = properties.filter(|(_, value)| !value.is_absent());
                let properties = properties
                    .filter_map(|(name, value)| Some((name.to_owned(), self.branch(value)?)))
                    .collect();
                self.form = Form::Tree(Value::Object(properties));
                return;
            }
            #[cfg(feature = "validate")]
            Form::Checked(_) => return self.checked_map(properties),
        }
        if !self.enter('{') {
            return;
        }
        let mut first = true;
        for (name, value) in properties.filter(|(_, value)| !value.is_absent()) {
            if !first {
                self.push(',');
            }
            first = false;
            self.string(name);
            self.push(':');
            value.encode(self);
        }
        self.leave('}');
    }

    /// A value inside of a list or an object, as a value.
    fn branch(&mut self, value: &dyn Encode) -> Option<Value> {
        if self.depth >= DEPTH {
            self.fail(format!("a value nested more than {DEPTH} deep"));
            return None;
        }
        let mut branch = Self {
            is_shown: self.is_shown,
            ..Self::tree(self.depth + 1)
        };
        value.encode(&mut branch);
        self.error = self.error.take().or(branch.error);
        match branch.form {
            Form::Tree(value) => Some(value),
            _ => None,
        }
    }

    /// Opens an array or an object; `false` where it would nest too deep.
    fn enter(&mut self, bracket: char) -> bool {
        if self.depth >= DEPTH {
            self.fail(format!("a value nested more than {DEPTH} deep"));
            return false;
        }
        self.depth += 1;
        self.push(bracket);
        true
    }

    fn leave(&mut self, bracket: char) {
        self.depth -= 1;
        self.push(bracket);
    }

    fn push(&mut self, character: char) {
        if let Form::Json(text) = &mut self.form {
            text.push(character);
        }
    }

    /// Gives up: what was to be written has no JSON. The first such message is what comes of it all.
    pub fn fail(&mut self, message: impl Into<String>) {
        self.error.get_or_insert(EncodeError::new(message));
    }
}

macro_rules! floats {
    ($($float:ident),*) => {
        impl Writer {
            $(pub(super) fn $float(&mut self, number: $float) {
                let size = number.abs();
                if !number.is_finite() && self.is_shown {
                    self.string(&number.to_string());
                } else if !number.is_finite() {
                    self.fail(format!("{number} is not a number of JSON"));
                } else if number == 0.0 || (1e-5..1e16).contains(&size) {
                    self.literal(format_args!("{number}"));
                } else {
                    self.literal(format_args!("{number:e}"));
                }
            })*
        }
    };
}

floats!(f32, f64);

/// Appends a string in quotes, escaped as RFC 8259 demands and no further.
fn quote(text: &mut String, string: &str) {
    text.push('"');
    let mut rest = string;
    loop {
        // it ends at a byte of ASCII, or at the end
        let (plain, after) = rest.split_at(plain_length(rest.as_bytes()));
        text.push_str(plain);
        let mut characters = after.chars();
        match characters.next() {
            Some('"') => text.push_str("\\\""),
            Some('\\') => text.push_str("\\\\"),
            Some('\n') => text.push_str("\\n"),
            Some('\r') => text.push_str("\\r"),
            Some('\t') => text.push_str("\\t"),
            Some(control) => {
                // Writing to a String does not fail.
                let _ = write!(text, "\\u{:04x}", u32::from(control));
            }
            None => break,
        }
        rest = characters.as_str();
    }
    text.push('"');
}

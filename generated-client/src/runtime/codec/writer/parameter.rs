// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! A parameter's value being written: a text, a list of texts, or an object of them. How these become part of
//! a request is the business of `request/style.rs`.

use super::{Form, Writer};
use crate::runtime::codec::{Encode, EncodeError, ParameterValue};

impl Writer {
    /// Starts a parameter's value, whose text takes the room that is given.
    pub(in crate::runtime::codec) fn parameter(room: String) -> Self {
        Self {
            form: Form::Parameter(ParameterValue::Absent, room),
            depth: 0,
            tag: None,
            error: None,
            is_shown: false,
        }
    }

    pub(in crate::runtime::codec) fn finish_parameter(self) -> Result<ParameterValue, EncodeError> {
        match (self.error, self.form) {
            (Some(error), _) => Err(error),
            (None, Form::Parameter(value, _)) => Ok(value),
            (None, Form::Json(text)) => Ok(ParameterValue::Scalar(text)),
            (None, _) => Err(EncodeError::new("a value where a text was expected")),
        }
    }

    pub(super) fn parameter_array(&mut self, items: &mut dyn Iterator<Item = &dyn Encode>) {
        let texts = items.filter_map(|item| self.inner_text(item)).collect();
        self.form = Form::Parameter(ParameterValue::Array(texts), String::new());
    }

    pub(super) fn parameter_object(
        &mut self,
        properties: &mut dyn Iterator<Item = (&str, &dyn Encode)>,
    ) {
        let mut texts = Vec::new();
        for (name, value) in properties.filter(|(_, value)| !value.is_absent()) {
            let items = self.inner_texts(value).into_iter();
            texts.extend(items.map(|text| (name.to_owned(), text)));
        }
        self.form = Form::Parameter(ParameterValue::Object(texts), String::new());
    }

    /// The texts of a property: of a list one for each item.
    fn inner_texts(&mut self, value: &dyn Encode) -> Vec<String> {
        let mut inner = Self::parameter(String::new());
        value.encode(&mut inner);
        match inner.form {
            Form::Parameter(ParameterValue::Array(texts), _) => {
                self.error = self.error.take().or(inner.error);
                texts
            }
            _ => self.inner_text(value).into_iter().collect(),
        }
    }

    /// The text of a value inside of a list or an object: scalars bare, anything deeper as JSON,
    /// null not at all.
    fn inner_text(&mut self, value: &dyn Encode) -> Option<String> {
        let mut inner = Self::parameter(String::new());
        value.encode(&mut inner);
        self.error = self.error.take().or(inner.error);
        match inner.form {
            Form::Parameter(ParameterValue::Scalar(text), _) => Some(text),
            Form::Parameter(ParameterValue::Array(_) | ParameterValue::Object(_), _) => {
                let mut json = Self::new();
                value.encode(&mut json);
                self.error = self.error.take().or(json.error);
                match json.form {
                    Form::Json(text) => Some(text),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

//! A value as a parameter sees it: text, a list of texts, or names with texts. How these become a
//! path, query or header field is the request's business.

use crate::codec::{Encode, EncodeError, Writer};

/// A value taken apart for the styles of OpenAPI's Parameter Object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParameterValue {
    /// Nothing: the parameter is left out.
    Absent,
    /// Null, which no style can tell from an empty text.
    Null,
    /// A string, number or boolean, not yet escaped.
    Scalar(String),
    /// A list; what nests deeper is JSON text, and nulls are left out (RFC 6570, section 2.3).
    Array(Vec<String>),
    /// An object, property by property; of a list each item, under the property's name. What nests deeper is JSON text,
    /// and nulls are left out.
    Object(Vec<(String, String)>),
}

/// Takes a value apart for a parameter.
///
/// # Errors
///
/// Where the value holds a number that has no text (not a number, infinite).
pub fn parameter_value(value: &dyn Encode) -> Result<ParameterValue, EncodeError> {
    parameter_value_in(String::new(), value)
}

/// The same, with room for the text of a scalar.
pub(crate) fn parameter_value_in(
    mut room: String,
    value: &dyn Encode,
) -> Result<ParameterValue, EncodeError> {
    room.clear();
    if value.is_absent() {
        return Ok(ParameterValue::Absent);
    }
    let mut writer = Writer::parameter(room);
    value.encode(&mut writer);
    writer.finish_parameter()
}

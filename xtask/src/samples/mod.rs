//! Sample values of the schemas of real documents, and a validator's word on them. Nothing is sent or
//! compiled here.

mod form;
mod instances;
mod marks;
mod pattern;
mod scalar;
mod unknown;
mod validator;

pub(crate) use form::{Directions, Form};
pub(crate) use instances::of;
pub(crate) use unknown::{UNKNOWN_FIELD, Unknown, with_unknown};
pub(crate) use validator::{Schemas, mended};

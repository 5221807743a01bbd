//! What to change of a contact.

use std::marker::PhantomData;

use crate::runtime::{
    Chained, Decode, DecodeError, Draft, Empty, EmptyPatch, Encode, Extensible, NonEmpty, Reader,
    Writer,
};
use crate::types::ContactType;

/// What to change of a contact; one property at least.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerContactPatch<S = NonEmpty> {
    value: Option<String>,
    type_: Option<Extensible<ContactType>>,
    state: PhantomData<S>,
}

const NAMES: &[&str] = &["value", "type"];

impl PartnerContactPatch<Empty> {
    /// A patch that sets nothing yet.
    #[inline]
    #[must_use]
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            value: None,
            type_: None,
            state: PhantomData,
        }
    }
}

impl<S: Chained> PartnerContactPatch<S> {
    /// Sets `value`.
    #[inline]
    #[must_use]
    pub fn value(self, value: impl Into<String>) -> PartnerContactPatch {
        PartnerContactPatch {
            value: Some(value.into()),
            type_: self.type_,
            state: PhantomData,
        }
    }

    /// Sets `type`.
    #[inline]
    #[must_use]
    pub fn type_(self, type_: impl Into<Extensible<ContactType>>) -> PartnerContactPatch {
        PartnerContactPatch {
            value: self.value,
            type_: Some(type_.into()),
            state: PhantomData,
        }
    }
}

impl PartnerContactPatch<Draft> {
    /// A patch that is built under conditions.
    #[inline]
    #[must_use]
    pub fn draft() -> Self {
        Self::vacant()
    }

    /// Sets `value`.
    #[inline]
    pub fn set_value(&mut self, value: impl Into<String>) -> &mut Self {
        self.value = Some(value.into());
        self
    }

    /// Sets `type`.
    #[inline]
    pub fn set_type_(&mut self, type_: impl Into<Extensible<ContactType>>) -> &mut Self {
        self.type_ = Some(type_.into());
        self
    }

    /// The patch, where something was set.
    ///
    /// # Errors
    ///
    /// Where nothing was set.
    #[inline]
    pub fn finish(self) -> Result<PartnerContactPatch, EmptyPatch> {
        if self.value.is_none() && self.type_.is_none() {
            return Err(EmptyPatch);
        }
        Ok(PartnerContactPatch {
            value: self.value,
            type_: self.type_,
            state: PhantomData,
        })
    }
}

impl<S> Encode for PartnerContactPatch<S> {
    #[inline]
    fn encode(&self, writer: &mut Writer) {
        writer.object(NAMES, &[&self.value, &self.type_]);
    }
}

impl Decode for PartnerContactPatch<Draft> {
    #[inline]
    fn vacant() -> Self {
        Self {
            value: Decode::vacant(),
            type_: Decode::vacant(),
            state: PhantomData,
        }
    }

    #[inline]
    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        reader.object(NAMES, &mut [&mut self.value, &mut self.type_])
    }
}

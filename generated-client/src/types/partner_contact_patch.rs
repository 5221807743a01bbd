// Made by clientsmith from `ocamba-hood.yaml`. Do not edit: `cargo xtask codegen` makes it anew.

//! The type [`PartnerContactPatch`].

use std::marker::PhantomData;

use crate::runtime::{
    Chained, Decode, DecodeError, Draft, Empty, EmptyPatch, Encode, Extensible, NonEmpty,
    Reader, Writer, serde_bridge,
};
use crate::types::ContactType;

/// What to change of a partner contact. A field that is not given is left unchanged.
///
/// At least 1 property.
///
/// Sets at least one property: [`new`](Self::new) and its setters see to it when it is compiled,
/// [`draft`](Self::draft) and [`finish`](Self::finish) when it is built.
#[derive(Debug, Clone)]
pub struct PartnerContactPatch<S = NonEmpty> {
    value: Option<String>,
    type_: Option<Extensible<ContactType>>,
    state: PhantomData<S>,
}

const NAMES: &[&str] = &["value", "type"];

impl PartnerContactPatch<Empty> {
    /// A patch that sets nothing yet: call a setter.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self {
            value: None,
            type_: None,
            state: PhantomData,
        }
    }
}

impl Default for PartnerContactPatch<Empty> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl<S: Chained> PartnerContactPatch<S> {
    /// The contact itself, such as an address or a number.
    #[inline]
    #[must_use]
    pub fn value(self, value: impl Into<String>) -> PartnerContactPatch {
        let mut patch = self.into_state();
        patch.value = Some(value.into());
        patch
    }

    /// What kind of contact it is. The list is not complete.
    #[inline]
    #[must_use]
    pub fn type_(
        self,
        type_: impl Into<Extensible<ContactType>>,
    ) -> PartnerContactPatch {
        let mut patch = self.into_state();
        patch.type_ = Some(type_.into());
        patch
    }
}

impl PartnerContactPatch<Draft> {
    /// A patch that is built under conditions: `set_…` what is to change, then [`finish`](Self::finish).
    #[inline]
    #[must_use]
    pub fn draft() -> Self {
        <Self as Decode>::vacant()
    }

    /// The contact itself, such as an address or a number.
    #[inline]
    pub fn set_value(&mut self, value: impl Into<String>) -> &mut Self {
        self.value = Some(value.into());
        self
    }

    /// What kind of contact it is. The list is not complete.
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
        Ok(self.into_state())
    }
}

impl<S> PartnerContactPatch<S> {
    #[inline]
    fn into_state<T>(self) -> PartnerContactPatch<T> {
        PartnerContactPatch {
            value: self.value,
            type_: self.type_,
            state: PhantomData,
        }
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
            value: None,
            type_: None,
            state: PhantomData,
        }
    }

    #[inline]
    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        reader.object(NAMES, &mut [&mut self.value, &mut self.type_])
    }
}

serde_bridge!(patch PartnerContactPatch);

//! How large a value is on a machine of 64 bits, as nearly as that can be told before it is compiled.

use super::Types;
use crate::api::{Additional, Object, Presence, TypeId, TypeKind, Use};

/// Uses that are looked at until a value counts as larger than any bound.
const STEPS: usize = 1000;

/// In bytes, from the least to the most that it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::plan) struct Size {
    pub(in crate::plan) least: usize,
    pub(in crate::plan) most: usize,
}

impl Size {
    /// What has one size.
    pub(in crate::plan) const fn of(bytes: usize) -> Self {
        Self::between(bytes, bytes)
    }

    const fn between(least: usize, most: usize) -> Self {
        Self { least, most }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            least: self.least.saturating_add(other.least),
            most: self.most.saturating_add(other.most),
        }
    }

    /// With a state more, for which there may be room or not.
    fn or_nothing(self) -> Self {
        self.plus(Self::between(0, 8))
    }
}

impl Types<'_> {
    /// The size of a use's value.
    pub(in crate::plan) fn size(&self, use_: Use) -> Size {
        self.size_within(use_, &mut STEPS.clone())
    }

    fn size_within(&self, use_: Use, steps: &mut usize) -> Size {
        let Some(left) = steps.checked_sub(1) else {
            return Size::between(0, usize::MAX);
        };
        *steps = left;
        let (id, nullable) = self.resolve(use_);
        let size = match self.api.get(id).map(|type_| &type_.kind) {
            _ if self.foreign(id).is_some() => Size::between(0, 64),
            None | Some(TypeKind::Null) => Size::of(0),
            Some(TypeKind::Boolean) => Size::of(1),
            Some(TypeKind::Integer(_) | TypeKind::Number { .. }) => Size::between(4, 16),
            Some(TypeKind::Enumeration(_)) => Size::between(1, 24),
            Some(TypeKind::String(_) | TypeKind::Array(_)) => Size::of(24),
            Some(TypeKind::Any | TypeKind::Map(_) | TypeKind::Alias(_)) => Size::of(32),
            Some(TypeKind::Tuple(items)) => {
                let items = items.iter().map(|item| self.part(id, *item, steps));
                items.fold(Size::of(0), Size::plus)
            }
            Some(TypeKind::Object(object)) => self.object(id, object, steps),
            Some(TypeKind::Union(union)) => {
                let variants = union.variants.iter().map(|variant| variant.value);
                let sizes = variants.map(|value| match self.is_boxed_variant(id, value) {
                    true => Size::of(8),
                    false => self.size_within(value, steps),
                });
                let largest = |one: Size, other: Size| {
                    let least = one.least.max(other.least);
                    Size::between(least, one.most.max(other.most))
                };
                sizes.fold(Size::of(0), largest).or_nothing()
            }
        };
        match nullable {
            true => size.or_nothing(),
            false => size,
        }
    }

    fn object(&self, id: TypeId, object: &Object, steps: &mut usize) -> Size {
        let rest = match object.additional {
            Additional::Typed(_) => Size::of(32),
            Additional::Unsaid | Additional::Forbidden => Size::of(0),
        };
        let properties = object.properties.iter().map(|property| {
            let size = self.part(id, property.value, steps);
            match property.presence {
                Presence::Required => size,
                Presence::Optional => size.or_nothing(),
            }
        });
        properties.fold(rest, Size::plus)
    }

    /// A property, or a tuple's item.
    fn part(&self, holder: TypeId, use_: Use, steps: &mut usize) -> Size {
        match self.recursion.needs_box(self.api, holder, use_) {
            true => Size::of(8),
            false => self.size_within(use_, steps),
        }
    }
}

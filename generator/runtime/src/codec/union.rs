//! Unions: what a type states to tell its variants apart. Choosing one of them is in `choice.rs`.

use crate::codec::{Decode, DecodeError, Encode, Kind, Reader, Value, Writer, from_json};

/// What tells the variants of a union apart.
#[derive(Debug, Clone, Copy)]
pub struct Union {
    pub(super) variants: &'static [Variant],
    pub(super) discriminator: Option<&'static str>,
    pub(super) any_of: bool,
}

/// What tells a variant of a union from the others.
#[derive(Debug, Clone, Copy)]
pub struct Variant {
    pub(super) kind: Option<Kind>,
    pub(super) tags: &'static [&'static str],
    names: &'static [&'static str],
    required: &'static [&'static str],
    keeps_others: bool,
    pub(super) last: bool,
}

/// A value that is none of a union's variants, as it came. It can only come from a reply.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnknownVariant(Value);

impl Union {
    /// Variants of which a value is one (`oneOf`).
    pub const fn one_of(variants: &'static [Variant]) -> Self {
        Self {
            variants,
            discriminator: None,
            any_of: false,
        }
    }

    /// Variants of which a value may be several at once (`anyOf`): an object with properties that no
    /// variant has all of is kept as it came.
    pub const fn any_of(variants: &'static [Variant]) -> Self {
        Self {
            variants,
            discriminator: None,
            any_of: true,
        }
    }

    /// The same with a property whose text says which variant an object is.
    #[must_use]
    pub const fn by(mut self, discriminator: &'static str) -> Self {
        self.discriminator = Some(discriminator);
        self
    }
}

impl Variant {
    const ANY: Self = Self {
        kind: None,
        tags: &[],
        names: &[],
        required: &[],
        keeps_others: false,
        last: false,
    };

    /// Values of whatever kind.
    pub const fn any() -> Self {
        Self::ANY
    }

    /// The same, tried after the others of its kind: any string after those of a format or a list, any
    /// number after integers.
    #[must_use]
    pub const fn last(mut self) -> Self {
        self.last = true;
        self
    }

    /// Values of a kind.
    pub const fn of(kind: Kind) -> Self {
        Self {
            kind: Some(kind),
            ..Self::ANY
        }
    }

    /// Objects whose discriminator has one of these texts (of a number or a boolean: as JSON writes it).
    pub const fn tagged(tags: &'static [&'static str]) -> Self {
        Self {
            kind: Some(Kind::Object),
            tags,
            ..Self::ANY
        }
    }

    /// Objects with these properties, of which some must be there.
    pub const fn object(names: &'static [&'static str], required: &'static [&'static str]) -> Self {
        Self {
            kind: Some(Kind::Object),
            names,
            required,
            ..Self::ANY
        }
    }

    /// The same, and they keep properties of other names.
    #[must_use]
    pub const fn keeping_others(mut self) -> Self {
        self.keeps_others = true;
        self
    }

    /// How well an object's names fit; `None` where one that must be there is not.
    pub(super) fn fit(&self, present: &[String]) -> Option<Fit> {
        let is_present = |name: &&str| present.iter().any(|known| known == name);
        if !self.required.iter().all(is_present) {
            return None;
        }
        let declared = present.iter().filter(|name| self.declares(name)).count();
        Some(Fit {
            kept: match self.keeps_others {
                true => present.len(),
                false => declared,
            },
            declared,
        })
    }

    /// Whether an object whose tag is another cannot be of this variant.
    pub(super) fn is_told_by_tag(&self) -> bool {
        !self.tags.is_empty() || self.kind.is_some_and(|kind| kind != Kind::Object)
    }

    pub(super) fn declares(&self, name: &str) -> bool {
        self.names.contains(&name)
    }
}

/// How many of an object's properties a variant keeps, and how many of them it declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    pub(super) kept: usize,
    declared: usize,
}

impl UnknownVariant {
    /// The value as it came.
    pub fn value(&self) -> &Value {
        &self.0
    }

    /// The value itself.
    pub fn into_value(self) -> Value {
        self.0
    }

    /// The value as one of a type: what is several variants at once can be read as each of them.
    ///
    /// # Errors
    ///
    /// Where it is not of the type's shape.
    pub fn read<T: Decode>(&self) -> Result<T, DecodeError> {
        from_json(self.0.to_string().as_bytes())
    }
}

impl Decode for UnknownVariant {
    fn vacant() -> Self {
        Self::default()
    }

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.0.decode(reader)
    }
}

impl Encode for UnknownVariant {
    fn encode(&self, writer: &mut Writer) {
        self.0.encode(writer);
    }
}

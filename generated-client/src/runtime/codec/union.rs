// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Unions: which of several types the value that comes next has. A type states what tells its variants
//! apart; choosing, trying and going back are here.

use std::cmp::Reverse;

use hifijson::SliceLexer;

use crate::runtime::codec::{Decode, DecodeError, Encode, Kind, Reader, Value, Writer};

/// Trying variants of unions within variants of unions costs their product. A text made to cost
/// more than this many bytes of reading, plus so many for each of its own, is refused.
const WASTE: usize = 4 << 20;
const WASTE_PER_BYTE: usize = 256;

/// What tells the variants of a union apart.
#[derive(Debug, Clone, Copy)]
pub struct Union {
    variants: &'static [Variant],
    discriminator: Option<&'static str>,
    any_of: bool,
}

/// What tells a variant of a union from the others.
#[derive(Debug, Clone, Copy)]
pub struct Variant {
    kind: Option<Kind>,
    tags: &'static [&'static str],
    names: &'static [&'static str],
    required: &'static [&'static str],
    keeps_others: bool,
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
    };

    /// Values of whatever kind.
    pub const fn any() -> Self {
        Self::ANY
    }

    /// Values of a kind.
    pub const fn of(kind: Kind) -> Self {
        Self {
            kind: Some(kind),
            ..Self::ANY
        }
    }

    /// Objects whose discriminator has one of these texts.
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
    fn fit(&self, present: &[String]) -> Option<Fit> {
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
    fn is_told_by_tag(&self) -> bool {
        !self.tags.is_empty() || self.kind.is_some_and(|kind| kind != Kind::Object)
    }

    fn declares(&self, name: &str) -> bool {
        self.names.contains(&name)
    }
}

/// How many of an object's properties a variant keeps, and how many of them it declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    kept: usize,
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

/// What a generated union does with a variant's number: it reads that variant's value. A number that
/// no variant has stands for an unknown one.
type ReadVariant<'r, 'a> = &'r mut dyn FnMut(&mut Reader<'a>, usize) -> Result<(), DecodeError>;

/// The number that no variant has.
const UNKNOWN: usize = usize::MAX;

/// A place in a text to which reading can return.
struct Place<'a> {
    rest: &'a [u8],
    depth: u32,
}

impl<'a> Reader<'a> {
    /// Reads a union: by its discriminator, where it has one and the object too; otherwise the
    /// variants of the value's kind that its properties fit, the best first, until one can be read.
    ///
    /// # Errors
    ///
    /// Where the text is not JSON, the variant that the discriminator names cannot be read, or the
    /// text costs too much to tell apart.
    pub fn union(&mut self, union: &Union, read: ReadVariant<'_, 'a>) -> Result<(), DecodeError> {
        let kind = self.kind()?;
        if kind == Kind::Object {
            if let Some(tag) = self.tag(union) {
                return read(self, tag);
            }
        }
        for variant in self.candidates(union, kind)? {
            if self.is_exhausted() {
                return Err(self.error("a text whose unions take too long to tell apart"));
            }
            let place = self.place();
            match read(self, variant) {
                Ok(()) => return Ok(()),
                Err(_) => self.go_back(place),
            }
        }
        read(self, UNKNOWN)
    }

    /// Reads a value of a type.
    ///
    /// # Errors
    ///
    /// Where the text is not JSON, or not of the type's shape.
    #[inline]
    pub fn value<T: Decode>(&mut self) -> Result<T, DecodeError> {
        let mut value = T::vacant();
        value.decode(self)?;
        Ok(value)
    }

    /// The variant that the discriminator names; `None` where there is no such text.
    fn tag(&mut self, union: &Union) -> Option<usize> {
        let property = union.discriminator?;
        let place = self.place();
        let mut found = None;
        let walked = self.properties(&mut |reader, name| {
            if name == property && reader.kind()? == Kind::String {
                let tag = reader.string()?;
                let names = |variant: &Variant| variant.tags.contains(&&*tag);
                found = match union.variants.iter().position(names) {
                    None if union.variants.iter().all(Variant::is_told_by_tag) => Some(UNKNOWN),
                    variant => variant,
                };
                return Ok(());
            }
            reader.skip()
        });
        self.return_to(place);
        walked.ok().and(found)
    }

    /// The variants that a value may be, the likeliest first.
    fn candidates(&mut self, union: &Union, kind: Kind) -> Result<Vec<usize>, DecodeError> {
        let of_kind = |variant: &Variant| variant.kind.is_none_or(|known| known == kind);
        let mut candidates = Vec::new();
        for (number, variant) in union.variants.iter().enumerate() {
            if of_kind(variant) {
                candidates.push((number, variant));
            }
        }
        if kind == Kind::Object && candidates.len() > 1 {
            let present = self.names()?;
            return Ok(fitting(union, &candidates, &present));
        }
        Ok(candidates.into_iter().map(|(number, _)| number).collect())
    }

    /// The names of the object that comes next, which stays unread.
    fn names(&mut self) -> Result<Vec<String>, DecodeError> {
        let place = self.place();
        let mut names = Vec::new();
        self.properties(&mut |reader, name| {
            names.push(name.to_owned());
            reader.skip()
        })?;
        self.return_to(place);
        Ok(names)
    }

    fn go_back(&mut self, place: Place<'a>) {
        self.wasted += place.rest.len().saturating_sub(self.rest().len());
        self.return_to(place);
    }

    fn is_exhausted(&self) -> bool {
        self.wasted > WASTE.saturating_add(self.text.len().saturating_mul(WASTE_PER_BYTE))
    }

    fn place(&self) -> Place<'a> {
        Place {
            rest: self.rest(),
            depth: self.depth,
        }
    }

    fn return_to(&mut self, place: Place<'a>) {
        self.lexer = SliceLexer::new(place.rest);
        self.depth = place.depth;
    }
}

/// The variants that an object's names fit, the best first. Of `anyOf`, none where the best would
/// lose a property that another declares.
fn fitting(union: &Union, candidates: &[(usize, &Variant)], present: &[String]) -> Vec<usize> {
    let mut fits: Vec<(Fit, usize)> = candidates
        .iter()
        .filter_map(|(number, variant)| Some((variant.fit(present)?, *number)))
        .collect();
    fits.sort_by_key(|(fit, number)| (Reverse(*fit), *number));
    let declared_by_any = present
        .iter()
        .filter(|name| candidates.iter().any(|(_, variant)| variant.declares(name)))
        .count();
    if union.any_of {
        fits.retain(|(fit, _)| fit.kept >= declared_by_any);
    }
    fits.into_iter().map(|(_, number)| number).collect()
}

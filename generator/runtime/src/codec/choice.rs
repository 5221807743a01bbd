//! Which variant of a union the value that comes next is: choosing, trying and going back. What tells
//! variants apart is stated in `union.rs`.

use std::borrow::Cow;
use std::cmp::Reverse;

use hifijson::SliceLexer;

use crate::codec::union::Fit;
use crate::codec::{DecodeError, Kind, Reader, Union, Variant};

/// Trying variants of unions within variants of unions costs their product. A text made to cost
/// more than this many bytes of reading, plus so many for each of its own, is refused.
const WASTE: usize = 4 << 20;
const WASTE_PER_BYTE: usize = 256;

/// What a generated union does with a variant's number: it reads that variant's value. A number that
/// no variant has stands for an unknown one.
type ReadVariant<'r, 'a> = &'r mut dyn FnMut(&mut Reader<'a>, usize) -> Result<(), DecodeError>;

/// The number that no variant has.
const UNKNOWN: usize = usize::MAX;

/// A place in a text to which reading can return.
#[derive(Clone, Copy)]
struct Place<'a> {
    rest: &'a [u8],
    depth: u32,
    misfits: usize,
}

impl<'a> Reader<'a> {
    /// Reads a union: by its discriminator, where it has one and the object too; otherwise as the first
    /// variant that loses nothing, the likeliest tried first. Where all lose something (a property that
    /// none declares, a name that no list has), the one that loses least is read: the fewest bytes.
    ///
    /// # Errors
    ///
    /// Where the text is not JSON, the variant that the discriminator names cannot be read, or the
    /// text costs too much to tell apart.
    pub fn union(&mut self, union: &Union, read: ReadVariant<'_, 'a>) -> Result<(), DecodeError> {
        let kind = self.kind()?;
        if kind == Kind::Object {
            if let Some(tag) = self.tag(union) {
                return self.read_variant(tag, read);
            }
        }
        let candidates = self.candidates(union, kind)?;
        if let [only] = candidates.as_slice() {
            let place = self.place();
            if self.try_variant(*only, read).is_ok() {
                return Ok(());
            }
            self.go_back(place);
            return self.read_variant(UNKNOWN, read);
        }
        self.best_variant(&candidates, read)
    }

    fn best_variant(
        &mut self,
        candidates: &[usize],
        read: ReadVariant<'_, 'a>,
    ) -> Result<(), DecodeError> {
        let start = self.place();
        let mut best: Option<(usize, usize)> = None;
        let mut last = None;
        for variant in candidates {
            if self.is_exhausted() {
                match best {
                    Some(_) => break, // good enough
                    None => {
                        return Err(self.error("a text whose unions take too long to tell apart"));
                    }
                }
            }
            if last.is_some() {
                self.go_back(start);
            }
            last = Some(*variant);
            match self.try_variant(*variant, read) {
                Ok(()) if self.misfits == start.misfits => return Ok(()),
                Ok(()) if best.is_none_or(|(fewest, _)| self.misfits < fewest) => {
                    best = Some((self.misfits, *variant));
                }
                _ => {}
            }
        }
        match best {
            Some((_, variant)) if last == Some(variant) => Ok(()),
            Some((_, variant)) => {
                self.go_back(start);
                read(self, variant)
            }
            None => {
                self.go_back(start);
                self.read_variant(UNKNOWN, read)
            }
        }
    }

    /// Reads a variant that may turn out not to fit.
    fn try_variant(
        &mut self,
        variant: usize,
        read: ReadVariant<'_, 'a>,
    ) -> Result<(), DecodeError> {
        self.trying += 1;
        let read = read(self, variant);
        self.trying -= 1;
        read
    }

    fn read_variant(
        &mut self,
        variant: usize,
        read: ReadVariant<'_, 'a>,
    ) -> Result<(), DecodeError> {
        if variant == UNKNOWN {
            self.misfit();
        }
        read(self, variant)
    }

    /// The variant that the discriminator names; `None` where there is no such text.
    fn tag(&mut self, union: &Union) -> Option<usize> {
        let property = union.discriminator?;
        let place = self.place();
        let mut found = None;
        let walked = self.properties(&mut |reader, name| {
            if name == property {
                let Some(tag) = reader.scalar()? else {
                    return reader.skip();
                };
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

    /// The text of a string, a number or a boolean.
    fn scalar(&mut self) -> Result<Option<Cow<'a, str>>, DecodeError> {
        Ok(match self.kind()? {
            Kind::String => Some(self.string()?),
            Kind::Number => Some(self.number()?.into()),
            Kind::Boolean if self.boolean()? => Some("true".into()),
            Kind::Boolean => Some("false".into()),
            Kind::Null | Kind::Array | Kind::Object => None,
        })
    }

    /// The variants that a value may be, the likeliest first.
    fn candidates(&mut self, union: &Union, kind: Kind) -> Result<Vec<usize>, DecodeError> {
        let of_kind = |variant: &Variant| variant.kind.is_none_or(|known| known == kind);
        let mut candidates = Vec::new();
        for last in [false, true] {
            for (number, variant) in union.variants.iter().enumerate() {
                if variant.last == last && of_kind(variant) {
                    candidates.push(number);
                }
            }
        }
        if kind == Kind::Object && candidates.len() > 1 {
            let present = self.names()?;
            return Ok(fitting(union, &candidates, &present));
        }
        Ok(candidates)
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
            misfits: self.misfits,
        }
    }

    fn return_to(&mut self, place: Place<'a>) {
        self.lexer = SliceLexer::new(place.rest);
        self.depth = place.depth;
        self.misfits = place.misfits;
    }
}

/// The variants that an object's names fit, the best first. Of `anyOf`, none where the best would
/// lose a property that another declares.
fn fitting(union: &Union, candidates: &[usize], present: &[String]) -> Vec<usize> {
    // put in their places one by one: sorting is more code than all the rest of this file
    let mut fits: Vec<(Fit, usize)> = Vec::new();
    for number in candidates {
        let variant = union.variants.get(*number);
        if let Some(fit) = variant.and_then(|variant| variant.fit(present)) {
            let is_before =
                |known: &(Fit, usize)| (Reverse(known.0), known.1) < (Reverse(fit), *number);
            fits.insert(fits.partition_point(is_before), (fit, *number));
        }
    }
    if union.any_of {
        let fitting: Vec<_> = fits
            .iter()
            .filter_map(|(_, number)| union.variants.get(*number))
            .collect();
        let declared_by_any = present
            .iter()
            .filter(|name| fitting.iter().any(|variant| variant.declares(name)))
            .count();
        let is_nested = |number: &usize| {
            let variant = union.variants.get(*number);
            variant.is_some_and(|variant| variant.kind.is_none())
        };
        fits.retain(|(fit, number)| fit.kept >= declared_by_any || is_nested(number));
    }
    fits.into_iter().map(|(_, number)| number).collect()
}

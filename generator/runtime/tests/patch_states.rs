//! The states of a patch as generated code uses them, and that wrong uses do not compile. Not what a
//! patch writes.

use std::marker::PhantomData;

use clientsmith_runtime::{Chained, Draft, Empty, EmptyPatch, IntoPatch, NonEmpty};

#[derive(Debug, Clone, PartialEq)]
struct PetPatch<S = NonEmpty> {
    name: Option<String>,
    age: Option<u8>,
    state: PhantomData<S>,
}

impl<S> PetPatch<S> {
    fn into_state<T>(self) -> PetPatch<T> {
        PetPatch {
            name: self.name,
            age: self.age,
            state: PhantomData,
        }
    }

    fn vacant() -> Self {
        Self {
            name: None,
            age: None,
            state: PhantomData,
        }
    }
}

impl PetPatch<Empty> {
    fn new() -> Self {
        Self::vacant()
    }
}

impl<S: Chained> PetPatch<S> {
    fn name(mut self, name: impl Into<String>) -> PetPatch {
        self.name = Some(name.into());
        self.into_state()
    }

    fn age(mut self, age: u8) -> PetPatch {
        self.age = Some(age);
        self.into_state()
    }
}

impl PetPatch<Draft> {
    fn draft() -> Self {
        Self::vacant()
    }

    fn set_age(&mut self, age: u8) -> &mut Self {
        self.age = Some(age);
        self
    }

    fn finish(self) -> Result<PetPatch, EmptyPatch> {
        match self {
            Self {
                name: None,
                age: None,
                ..
            } => Err(EmptyPatch),
            patch => Ok(patch.into_state()),
        }
    }
}

fn update(patch: impl IntoPatch<PetPatch>) -> PetPatch {
    patch.into_patch()
}

#[test]
fn a_patch_that_sets_something_is_taken() {
    let patch = update(PetPatch::new().age(3).name("Tom"));
    assert_eq!((patch.name.as_deref(), patch.age), (Some("Tom"), Some(3)));
}

#[test]
fn a_draft_is_checked_when_it_is_finished() {
    let mut draft = PetPatch::draft();
    assert_eq!(draft.clone().finish(), Err(EmptyPatch));
    draft.set_age(4);
    assert_eq!(draft.finish().map(update), Ok(PetPatch::new().age(4)));
}

/// Whether a type has a trait, decided where it compiles: with both implementations in reach the
/// marker cannot be inferred, and the line that asks does not compile.
macro_rules! does_not_implement {
    ($type:ty, $($trait:tt)*) => {{
        trait Ask<Marker> {
            fn ask() {}
        }
        struct Has;
        impl<T> Ask<()> for T {}
        impl<T: $($trait)*> Ask<Has> for T {}
        <$type as Ask<_>>::ask();
    }};
}

#[test]
fn wrong_uses_do_not_compile() {
    does_not_implement!(PetPatch<Empty>, IntoPatch<PetPatch>);
    does_not_implement!(PetPatch<Draft>, IntoPatch<PetPatch>);
    does_not_implement!(Draft, Chained);
}

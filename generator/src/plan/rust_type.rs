//! A type as it is written at one place: a path and its arguments.

use super::identifier::is_name;

/// A name as it is written in a file: plain where it is imported, otherwise with its module.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path {
    /// The module that stands before it: `types` in `types::Option`.
    pub qualifier: Option<&'static str>,
    /// The name; a path that the user chose stands here in full.
    pub name: String,
}

/// A type as it is written: `Option<Vec<Pet>>`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RustType {
    /// What stands before the arguments; `None`: a tuple of them, the unit type where there are none.
    pub path: Option<Path>,
    /// The arguments.
    pub arguments: Vec<RustType>,
}

/// How a function takes a value of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conversion {
    /// As it is: `bool`.
    Plain,
    /// As anything that becomes it: `impl Into<String>`.
    Into,
    /// As a patch that sets something: `impl IntoPatch<PetPatch>`.
    Patch,
}

impl Path {
    /// A path that the user chose, written in full wherever it stands; `None` where it is no path.
    pub(super) fn chosen(text: &str) -> Option<Self> {
        let mut segments = text.split("::");
        let is_path = segments.all(|segment| is_name(segment) || segment == "crate");
        is_path.then(|| Self::prelude(text))
    }

    /// A name that every file has: one of the prelude's, or a primitive type.
    pub(super) fn prelude(name: &str) -> Self {
        Self {
            qualifier: None,
            name: name.to_owned(),
        }
    }
}

impl RustType {
    /// The unit type.
    pub(super) const UNIT: Self = Self {
        path: None,
        arguments: Vec::new(),
    };

    /// A type that the user chose, its path in full; `None` where it is none.
    pub(super) fn chosen(text: &str) -> Option<Self> {
        let text = text.trim();
        let Some((path, rest)) = text.split_once('<') else {
            return Path::chosen(text).map(Self::of);
        };
        let arguments = split_arguments(rest.strip_suffix('>')?);
        let arguments: Option<Vec<_>> = arguments.into_iter().map(Self::chosen).collect();
        Some(Self {
            path: Some(Path::chosen(path.trim())?),
            arguments: arguments?,
        })
    }

    /// A tuple.
    pub(super) fn tuple(items: Vec<Self>) -> Self {
        Self {
            path: None,
            arguments: items,
        }
    }

    /// A type without arguments.
    pub(super) fn of(path: Path) -> Self {
        Self {
            path: Some(path),
            arguments: Vec::new(),
        }
    }

    /// A type of the prelude, or a primitive one.
    pub(super) fn prelude(name: &str) -> Self {
        Self::of(Path::prelude(name))
    }

    /// The type as the argument of another: `wrapped_in(Vec)`.
    pub(super) fn wrapped_in(self, path: Path) -> Self {
        Self {
            path: Some(path),
            arguments: vec![self],
        }
    }
}

/// The arguments between the outermost `<` and `>`.
fn split_arguments(text: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let at_top = |character: char| {
        match character {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        character == ',' && depth == 0
    };
    text.split(at_top).collect()
}

//! Places for diagnostics: all of them are looked up at once, in one pass over the text.

use crate::diagnostics::{Diagnostic, Excerpt};
use crate::source::{Lines, Origin, Source, locate_all};

/// A diagnostic with its places.
pub(super) struct Placed<'d> {
    /// The diagnostic.
    pub(super) diagnostic: &'d Diagnostic,
    /// Its own place.
    pub(super) place: Place,
    /// Its notes, each with its place.
    pub(super) notes: Vec<(&'d str, Place)>,
}

/// Where something stands, as far as that is known.
#[derive(Default)]
pub(super) struct Place {
    /// The JSON pointer, as a fragment: `#/info`.
    pub(super) pointer: Option<String>,
    /// The text.
    pub(super) excerpt: Option<Excerpt>,
}

/// Finds the places of diagnostics and their notes.
pub(super) fn place_all<'d>(
    diagnostics: &'d [Diagnostic],
    source: Option<&Source>,
) -> Vec<Placed<'d>> {
    let origins: Vec<&Origin> = diagnostics.iter().flat_map(origins_of).collect();
    let mut excerpts = excerpts_of(&origins, source).into_iter();
    let mut next = |origin: &Option<Origin>| match origin {
        Some(origin) => Place {
            pointer: Some(format!("#{}", origin.pointer())),
            excerpt: excerpts.next().flatten(),
        },
        None => Place::default(),
    };
    let placed = diagnostics.iter().map(|diagnostic| {
        let found = next(&diagnostic.origin);
        let own = diagnostic.excerpt.as_deref().cloned();
        Placed {
            diagnostic,
            place: Place {
                excerpt: own.or(found.excerpt),
                ..found
            },
            notes: diagnostic
                .notes
                .iter()
                .map(|(note, origin)| (note.as_str(), next(origin)))
                .collect(),
        }
    });
    placed.collect()
}

/// The origins of a diagnostic and its notes, in the order in which they are asked for again.
fn origins_of(diagnostic: &Diagnostic) -> impl Iterator<Item = &Origin> {
    let of_notes = diagnostic
        .notes
        .iter()
        .filter_map(|(_, origin)| origin.as_ref());
    diagnostic.origin.iter().chain(of_notes)
}

/// The text at each origin.
fn excerpts_of(origins: &[&Origin], source: Option<&Source>) -> Vec<Option<Excerpt>> {
    let Some(source) = source.filter(|_| !origins.is_empty()) else {
        return Vec::new();
    };
    let mut excerpts: Vec<Option<Excerpt>> = vec![None; origins.len()];
    let others = source.overlays.iter().chain(source.references.files());
    for file in std::iter::once(source).chain(others) {
        if !origins.iter().any(|origin| origin.file() == file.file) {
            continue; // its text need not be gone through
        }
        let lines = Lines::new(&file.text);
        let spans = locate_all(file, origins.iter().copied());
        for (excerpt, span) in excerpts.iter_mut().zip(spans) {
            if let Some(span) = span {
                *excerpt = Some(Excerpt::of(&file.name, &lines, span));
            }
        }
    }
    excerpts
}

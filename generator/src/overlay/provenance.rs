//! Where the nodes of a changed tree were written: only what differs from where they stand is kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::Diagnostic;
use crate::source::{FileId, Origin, Token};

/// Where the nodes of a changed tree were written.
#[derive(Debug, Clone)]
pub struct Provenance {
    root: Place,
    file: FileId,
}

/// A node that was written elsewhere, or one on the way to it.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    /// Where it was written, where that is not what the place around it suggests.
    written: Option<Origin>,
    /// Shared by copies until one of them changes.
    inside: Arc<BTreeMap<Token, Place>>,
}

impl Provenance {
    /// A tree that is as it was written, in this file.
    pub(super) fn of(file: FileId) -> Self {
        Self {
            root: Place::default(),
            file,
        }
    }

    /// Makes a diagnostic name the places where things were written.
    pub fn trace(&self, diagnostic: &mut Diagnostic) {
        let notes = diagnostic.notes.iter_mut();
        let of_notes = notes.filter_map(|(_, origin)| origin.as_mut());
        for origin in diagnostic.origin.iter_mut().chain(of_notes) {
            if origin.file() == self.file {
                *origin = self.written(origin.tokens());
            }
        }
    }

    /// Where the node was written that stands at a place.
    pub(super) fn written<'t>(&self, path: impl IntoIterator<Item = &'t Token>) -> Origin {
        let mut place = Some(&self.root);
        let mut origin = Origin::root(self.file);
        for token in path {
            place = place.and_then(|place| place.inside.get(token));
            origin = match place.and_then(|place| place.written.clone()) {
                Some(written) => written,
                None => origin.step(token),
            };
        }
        origin
    }

    /// What is known of a place and what is in it, for a copy of it.
    pub(super) fn copy(&self, path: &[Token]) -> Place {
        let mut place = Some(&self.root);
        for token in path {
            place = place.and_then(|place| place.inside.get(token));
        }
        Place {
            written: Some(self.written(path)),
            inside: place.map(|place| place.inside.clone()).unwrap_or_default(),
        }
    }

    /// Notes that what stands at a place, with all that is in it, comes from elsewhere.
    pub(super) fn put(&mut self, path: &[Token], place: Place) {
        if let Some((last, around)) = path.split_last() {
            self.inside(around).insert(last.clone(), place);
        }
    }

    /// Notes that an entry of a mapping is gone.
    pub(super) fn remove_key(&mut self, around: &[Token], key: &Token) {
        self.inside(around).remove(key);
    }

    /// Notes that an item of a list is gone, which had `length` items: those behind it move up.
    pub(super) fn remove_item(&mut self, around: &[Token], index: usize, length: usize) {
        let mut path = around.to_vec();
        for next in index + 1..length {
            path.push(Token::Index(next));
            let moved = self.copy(&path);
            path.pop();
            self.inside(around).insert(Token::Index(next - 1), moved);
        }
        let last = Token::Index(length.saturating_sub(1));
        self.inside(around).remove(&last);
    }

    fn inside(&mut self, path: &[Token]) -> &mut BTreeMap<Token, Place> {
        let mut inside = Arc::make_mut(&mut self.root.inside);
        for token in path {
            inside = Arc::make_mut(&mut inside.entry(token.clone()).or_default().inside);
        }
        inside
    }
}

impl Place {
    /// What was written somewhere as it is.
    pub(super) fn at(written: Origin) -> Self {
        Self {
            written: Some(written),
            inside: Arc::default(),
        }
    }

    /// What is known of a step into it.
    pub(super) fn step(&self, token: &Token) -> Self {
        let inner = self.inside.get(token);
        let suggested = || self.written.as_ref().map(|written| written.step(token));
        Self {
            written: inner
                .and_then(|inner| inner.written.clone())
                .or_else(suggested),
            inside: inner.map(|inner| inner.inside.clone()).unwrap_or_default(),
        }
    }
}

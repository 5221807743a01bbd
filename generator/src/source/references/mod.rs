//! Where references (`$ref`, RFC 6901 pointers in RFC 3986 URIs) lead: into the same file, another file, a
//! schema with an `$id`, to an `$anchor`. Every file is read before anything is followed.
//!
//! ```yaml
//! $ref: '../shared/params.yaml#/parameters/Id'   # relative to the file that it stands in
//! ```
//!
//! [`read_references`] walks the tree for what may be a reference, reads the files that are named, walks those,
//! and so on. Nothing is reported then: what only looks like a reference (in an example) is nobody's problem.
//! [`Source::follow`] says why something leads nowhere, to whoever asks.

mod gather;
mod load;
mod pointer;
mod uri;

use std::collections::HashMap;

use super::node::Node;
use super::origin::{FileId, Origin};
use super::read::Source;
use crate::diagnostics::Sink;
pub use load::{Reach, Unreachable};

/// How many further references one reference may need: those that a pointer passes through.
const MOST_DETOURS: usize = 64;

/// The other files of a description, and what in all of them has a name of its own.
#[derive(Debug, Clone, Default)]
pub struct References {
    files: Vec<Source>,
    /// Where a reference without its fragment leads, by the file that it stands in.
    ways: HashMap<(FileId, String), Result<FileId, Unreachable>>,
    /// The absolute `$id`s: what has one is a root for the references inside of it.
    ids: HashMap<String, Origin>,
    resources: HashMap<Origin, String>,
    /// The places of each `$anchor` and `$dynamicAnchor`.
    anchors: HashMap<String, Vec<Origin>>,
    /// The places of each `$dynamicAnchor`.
    dynamic_anchors: HashMap<String, Vec<Origin>>,
}

/// Why a reference leads nowhere.
#[derive(Debug, Clone)]
pub enum Unresolved<'s> {
    /// There is nothing of this name in the file.
    Nothing(&'s Source),
    /// There are several things of this name.
    Ambiguous(&'s [Origin]),
    /// The file or host cannot be read.
    Unreachable(&'s Unreachable),
}

/// A node and where it stands.
type Place<'s> = (&'s Node, Origin);

/// Reads the files that a description's references lead to, each once, in the order of the references.
pub fn read_references(source: &mut Source, reach: Reach<'_>, sink: &mut Sink) {
    let mut loader = load::Loader::new(reach);
    let mut references = References::default();
    let mut next = 0;
    let mut gathered = gather::gather(&source.root, FileId::default());
    loop {
        let file = FileId(next);
        for document in std::mem::take(&mut gathered.documents) {
            let target = loader.load(&document, file, sink);
            references.ways.insert((file, document), target);
        }
        references.take_in(gathered);
        let Some(further) = loader.files().get(usize::from(next)) else {
            break;
        };
        gathered = gather::gather(&further.root, further.file);
        next += 1;
    }
    references.files = loader.into_files();
    source.references = references;
}

impl References {
    /// The other files, in the order of reading.
    pub fn files(&self) -> &[Source] {
        &self.files
    }

    fn take_in(&mut self, gathered: gather::Gathered) {
        for (id, origin) in gathered.ids {
            self.resources.insert(origin.clone(), id.clone());
            self.ids.entry(id).or_insert(origin);
        }
        for (name, origin, is_dynamic) in gathered.anchors {
            if is_dynamic {
                let places = self.dynamic_anchors.entry(name.clone()).or_default();
                places.push(origin.clone());
            }
            self.anchors.entry(name).or_default().push(origin);
        }
    }
}

impl Source {
    /// One of the description's files.
    pub fn file(&self, file: FileId) -> &Source {
        let index = usize::from(file.0).checked_sub(1);
        let further = index.and_then(|index| self.references.files.get(index));
        further.unwrap_or(self)
    }

    /// What a reference leads to; `from` is the place where it stands.
    pub fn follow<'s>(
        &'s self,
        reference: &str,
        from: &Origin,
    ) -> Result<Place<'s>, Unresolved<'s>> {
        self.follow_with(reference, from, &mut MOST_DETOURS.clone())
    }

    /// What a `$dynamicRef` leads to, where that does not depend on the way to it: only one schema has
    /// the anchor.
    pub fn follow_dynamic<'s>(
        &'s self,
        reference: &str,
        from: &Origin,
    ) -> Result<Place<'s>, Unresolved<'s>> {
        let (_, name) = uri::split(reference);
        match self.references.dynamic_anchors.get(name) {
            None => self.follow(reference, from),
            Some(places) => match places.as_slice() {
                [only] => self.at(only).ok_or_else(|| self.nothing(from)),
                several => Err(Unresolved::Ambiguous(several)),
            },
        }
    }

    fn follow_with<'s>(
        &'s self,
        reference: &str,
        from: &Origin,
        detours: &mut usize,
    ) -> Result<Place<'s>, Unresolved<'s>> {
        let (document, fragment) = uri::split(reference);
        if fragment.is_empty() || fragment.starts_with('/') {
            let root = self.root_for(document, from)?;
            if let Some(found) = self.pointed(&root, fragment, detours) {
                return Ok(found);
            }
            // in spite of an `$id` around it, a pointer may be meant from the root of the file
            let root = Origin::root(root.file());
            let found = self.pointed(&root, fragment, detours);
            return found.ok_or_else(|| self.nothing(&root));
        }
        let root = self.root_for(document, from)?;
        let anchor = self.anchored(&uri::percent_decoded(fragment), &root)?;
        self.at(anchor).ok_or_else(|| self.nothing(&root))
    }

    /// What a reference without its fragment leads to: the root of a file or of a schema with an `$id`.
    fn root_for<'s>(&'s self, document: &str, from: &Origin) -> Result<Origin, Unresolved<'s>> {
        let file = from.file();
        let references = &self.references;
        if document.is_empty() {
            return Ok(self
                .resource_around(from)
                .unwrap_or_else(|| Origin::root(file)));
        }
        if !references.ids.is_empty() {
            let around = self.resource_around(from);
            let base = around.and_then(|around| references.resources.get(&around));
            let absolute = uri::resolved(base.map_or("", String::as_str), document);
            if let Some(origin) = references.ids.get(&absolute) {
                return Ok(origin.clone());
            }
        }
        match references.ways.get(&(file, document.to_owned())) {
            Some(Ok(file)) => Ok(Origin::root(*file)),
            Some(Err(unreachable)) => Err(Unresolved::Unreachable(unreachable)),
            None => Err(self.nothing(from)),
        }
    }

    /// The nearest node around a place that has an `$id`.
    fn resource_around(&self, origin: &Origin) -> Option<Origin> {
        if self.references.resources.is_empty() {
            return None;
        }
        let mut place = Some(origin);
        while let Some(here) = place {
            if self.references.resources.contains_key(here) {
                return Some(here.clone());
            }
            place = here.parent();
        }
        None
    }

    /// The place of an anchor in a resource; elsewhere in the file where it stands there only once.
    fn anchored<'s>(&'s self, name: &str, root: &Origin) -> Result<&'s Origin, Unresolved<'s>> {
        let Some(places) = self.references.anchors.get(name) else {
            return Err(self.nothing(root));
        };
        let is_root = root.parent().is_none();
        let inside = places.iter().filter(|place| {
            let around = self.resource_around(place);
            around.map_or(is_root, |around| around == *root)
        });
        let of_file = places.iter().filter(|place| place.file() == root.file());
        let (inside, of_file): (Vec<_>, Vec<_>) = (inside.collect(), of_file.collect());
        match (inside.as_slice(), of_file.as_slice()) {
            ([only], _) | ([], [only]) => Ok(only),
            ([], []) => Err(self.nothing(root)),
            _ => Err(Unresolved::Ambiguous(places)),
        }
    }

    fn nothing(&self, near: &Origin) -> Unresolved<'_> {
        Unresolved::Nothing(self.file(near.file()))
    }

    /// The node at a place.
    fn at(&self, origin: &Origin) -> Option<Place<'_>> {
        let mut node = &self.file(origin.file()).root;
        for token in origin.tokens() {
            node = pointer::step(node, token)?;
        }
        Some((node, origin.clone()))
    }

    /// What a pointer leads to. Where it passes through a reference, it goes on behind that.
    fn pointed<'s>(
        &'s self,
        root: &Origin,
        pointer: &str,
        detours: &mut usize,
    ) -> Option<Place<'s>> {
        let mut at = self.at(root)?;
        let tokens = match pointer {
            "" => None,
            pointer => Some(pointer.strip_prefix('/')?.split('/')),
        };
        for token in tokens.into_iter().flatten() {
            at = loop {
                let (node, place) = at;
                if let Some(inner) = pointer::child(node, &place, token) {
                    break inner;
                }
                let reference = pointer::reference(node)?;
                *detours = detours.checked_sub(1)?;
                let from = place.key("$ref");
                at = self.follow_with(reference, &from, detours).ok()?;
            };
        }
        Some(at)
    }
}

//! Where names must differ: identifiers are handed out here, first come, first served; among things of one list
//! what is called so to the letter comes first.

use std::collections::HashSet;

use super::Identifier;
use crate::diagnostics::Origin;
use crate::diagnostics::{Sink, codes};

/// A namespace: the fields of a struct, the types of a crate, the files of a folder.
#[derive(Debug, Default)]
pub(super) struct Scope {
    reserved: &'static [&'static str],
    /// Others that are reserved.
    beside: &'static [&'static str],
    taken: HashSet<String>,
}

/// A name that something wishes for.
#[derive(Debug)]
pub(super) struct Wish<'w> {
    pub(super) name: Identifier,
    /// What the document calls it.
    pub(super) written: &'w str,
    /// Whether the user named it so.
    pub(super) chosen: bool,
    pub(super) origin: Option<&'w Origin>,
}

/// What a wish rests on, the strongest first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    Chosen,
    ToTheLetter,
    Similar,
}

impl Scope {
    /// A namespace in which some names are not to be had; who wishes for one gets it with an underscore.
    pub(super) fn reserving(reserved: &'static [&'static str]) -> Self {
        Self {
            reserved,
            ..Self::default()
        }
    }

    /// The same with others beside them.
    pub(super) fn beside(self, beside: &'static [&'static str]) -> Self {
        Self { beside, ..self }
    }

    /// A name: the wished one where it is free, otherwise with an underscore or a number.
    pub(super) fn claim(&mut self, wished: Identifier) -> Identifier {
        let mut reserved = self.reserved.iter().chain(self.beside);
        let wished = match reserved.any(|name| *name == wished.as_str()) {
            true => wished.underscored(),
            false => wished,
        };
        let mut name = wished.clone();
        let mut number = 2;
        while !self.taken.insert(name.as_str().to_owned()) {
            name = wished.numbered(number);
            number += 1;
        }
        name
    }

    /// The names of several things, in their order: what the user named has its name before anything else, then
    /// what is called so to the letter (`id` before `_id`). A note for each whose name is not the wished one.
    pub(super) fn claim_all(&mut self, wishes: &[Wish<'_>], sink: &mut Sink) -> Vec<Identifier> {
        let mut places: Vec<_> = wishes.iter().enumerate().collect();
        places.sort_by_key(|(_, wish)| wish.claim());
        let mut names: Vec<_> = places
            .into_iter()
            .map(|(place, wish)| (place, self.claim(wish.name.clone())))
            .collect();
        names.sort_by_key(|(place, _)| *place);
        let names: Vec<_> = names.into_iter().map(|(_, name)| name).collect();
        for (wish, name) in wishes.iter().zip(&names) {
            report(wish, name, sink);
        }
        names
    }

    /// The same for one, and a note where the name is not the wished one.
    pub(super) fn claim_for(
        &mut self,
        wished: Identifier,
        written: &str,
        origin: Option<&Origin>,
        sink: &mut Sink,
    ) -> Identifier {
        let wish = Wish {
            name: wished,
            written,
            chosen: false,
            origin,
        };
        let name = self.claim(wish.name.clone());
        report(&wish, &name, sink);
        name
    }
}

impl Wish<'_> {
    fn claim(&self) -> Claim {
        let bare = self.name.as_str().strip_suffix('_'); // of a keyword
        match self.chosen {
            true => Claim::Chosen,
            false if self.name.as_str() == self.written || bare == Some(self.written) => {
                Claim::ToTheLetter
            }
            false => Claim::Similar,
        }
    }
}

fn report(wish: &Wish<'_>, name: &Identifier, sink: &mut Sink) {
    if let Some(origin) = wish.origin
        && *name != wish.name
    {
        let (wished, name) = (wish.name.as_str(), name.as_str());
        sink.push(codes::renamed(origin, wish.written, wished, name));
    }
}

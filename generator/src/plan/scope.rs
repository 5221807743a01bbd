//! Where names must differ: identifiers are handed out here, first come, first served.

use std::collections::HashSet;

use super::Identifier;
use crate::diagnostics::Origin;
use crate::diagnostics::{Sink, codes};

/// A namespace: the fields of a struct, the types of a crate, the files of a folder.
#[derive(Debug, Default)]
pub(super) struct Scope {
    reserved: &'static [&'static str],
    taken: HashSet<String>,
}

impl Scope {
    /// A namespace in which some names are not to be had; who wishes for one gets it with an underscore.
    pub(super) fn reserving(reserved: &'static [&'static str]) -> Self {
        Self {
            reserved,
            taken: HashSet::new(),
        }
    }

    /// A name: the wished one where it is free, otherwise with an underscore or a number.
    pub(super) fn claim(&mut self, wished: Identifier) -> Identifier {
        let wished = match self.reserved.contains(&wished.as_str()) {
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

    /// The same, and a note where the name is not the wished one.
    pub(super) fn claim_for(
        &mut self,
        wished: Identifier,
        written: &str,
        origin: Option<&Origin>,
        sink: &mut Sink,
    ) -> Identifier {
        let name = self.claim(wished.clone());
        if let Some(origin) = origin
            && name != wished
        {
            let (wished, name) = (wished.as_str(), name.as_str());
            sink.push(codes::renamed(origin, written, wished, name));
        }
        name
    }
}

//! How much a document may ask for, and what counts it. Not how a breach is worded: that is the codes'.

use std::cell::Cell;
use std::fmt;

/// How deep a document may be nested: the root's own mapping is the first level.
pub(crate) const MAX_DEPTH: usize = 128;

/// What aliases may add to a document at least, in nodes and bytes of text.
const MIN_ALLOWANCE: usize = 2_000_000;

/// What aliases may add, as a multiple of the text's length.
const ALLOWANCE_PER_BYTE: usize = 8;

/// What a reader keeps count of while it builds the tree.
#[derive(Debug)]
pub(super) struct Limits {
    allowance: usize,
    spent: Cell<usize>,
    kept: Cell<usize>,
    breach: Cell<Option<Breach>>,
    duplicates: Cell<bool>,
}

/// Which limit was broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breach {
    /// More than [`MAX_DEPTH`] levels.
    Depth,
    /// Aliases repeat more than a document of this size has a use for.
    Aliases,
}

impl fmt::Display for Breach {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Depth => "nested too deeply",
            Self::Aliases => "aliases repeat too much",
        })
    }
}

impl From<Breach> for String {
    fn from(breach: Breach) -> Self {
        breach.to_string()
    }
}

impl Limits {
    /// Nothing counted yet.
    pub(super) fn new(text: &str) -> Self {
        let allowance = text
            .len()
            .saturating_mul(ALLOWANCE_PER_BYTE)
            .max(MIN_ALLOWANCE);
        Self {
            allowance,
            spent: Cell::new(0),
            kept: Cell::new(0),
            breach: Cell::new(None),
            duplicates: Cell::new(false),
        }
    }

    /// Counts a node with this much text of its own.
    pub(super) fn count(&self, text: usize) -> Result<(), Breach> {
        self.spent.set(self.spent.get().saturating_add(1 + text));
        match self.spent.get() <= self.allowance {
            true => Ok(()),
            false => Err(self.break_(Breach::Aliases)),
        }
    }

    /// Counts a copy that is kept for aliases: anchors inside of anchors are kept several times.
    pub(super) fn count_kept(&self, cost: usize) -> Result<(), Breach> {
        self.kept.set(self.kept.get().saturating_add(cost));
        match self.kept.get() <= self.allowance {
            true => Ok(()),
            false => Err(self.break_(Breach::Aliases)),
        }
    }

    /// What was counted so far.
    pub(super) fn spent(&self) -> usize {
        self.spent.get()
    }

    /// Checks the level that a node stands on.
    pub(super) fn enter(&self, depth: usize) -> Result<(), Breach> {
        match depth <= MAX_DEPTH {
            true => Ok(()),
            false => Err(self.break_(Breach::Depth)),
        }
    }

    /// Notes that a key stood twice somewhere.
    pub(super) fn note_duplicate(&self) {
        self.duplicates.set(true);
    }

    /// Whether a key stood twice somewhere.
    pub(super) fn has_duplicates(&self) -> bool {
        self.duplicates.get()
    }

    /// The limit that was broken.
    pub(super) fn breach(&self) -> Option<Breach> {
        self.breach.get()
    }

    /// Notes a limit that the reader itself found broken.
    pub(super) fn note_breach(&self, breach: Breach) {
        self.breach.set(Some(breach));
    }

    fn break_(&self, breach: Breach) -> Breach {
        self.note_breach(breach);
        breach
    }
}

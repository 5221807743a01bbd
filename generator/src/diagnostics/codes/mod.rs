//! Every kind of problem, one file each: what it means, how it is made, what to do about it.

mod dangling_reference;

pub use dangling_reference::dangling_reference;

use super::Code;

/// All codes, sorted by name: the page of codes and `clientsmith explain` read this list.
pub static ALL: &[&Code] = &[&dangling_reference::CODE];

//! As files in a folder: writes, checks, shows differences. Knows nothing of what the files say, apart
//! from `Cargo.toml`, which is shared with the user.
//!
//! A manifest (`clientsmith.manifest`) lists the files that are ours. Those that are no longer made are
//! removed, all others are left alone, and a file that stands where one of ours must go and is not
//! listed is refused. Everything is known before the first write; each file is written beside its place
//! and moved there; and a run that is interrupted leaves nothing that the next one refuses or forgets.

mod cargo_toml;
mod changes;
mod diff;
mod error;
mod listing;

pub use changes::{Changes, Report, plan_changes};
pub use error::WriteError;
pub use listing::MANIFEST;

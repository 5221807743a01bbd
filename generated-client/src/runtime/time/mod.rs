// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Time as the client sees it, so that tests need not wait. Dates of documents are strings of the codec.

mod clock;
mod manual;
mod system;

pub use clock::{Clock, Moment};
pub use manual::ManualClock;
pub use system::SystemClock;

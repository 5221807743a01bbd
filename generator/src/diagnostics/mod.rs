//! What there is to say about a document: codes, places and the sink that collects them.
//!
//! Every stage may report here. Rendering lives in [`render`] alone.

pub mod codes;
mod diagnostic;
mod excerpt;
pub mod render;
mod sink;
mod suggestion;

pub use codes::explain;
pub use diagnostic::{Code, Diagnostic, Severity};
pub use excerpt::Excerpt;
pub use sink::Sink;
pub use suggestion::nearest;

pub use crate::source::Origin;

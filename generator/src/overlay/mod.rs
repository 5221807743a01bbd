//! Overlays (OpenAPI Overlay Specification 1.0 and 1.1): documents of the user's own whose actions change the
//! description as read, before it is parsed. The vendor's file stays as it is.
//!
//! ```yaml
//! overlay: 1.1.0
//! info: { title: Limits, version: '1' }
//! actions:
//!   - target: $.paths['/pets'].get
//!     update: { x-rate-limits: { burst: { limit: 10, window: 1s } } }
//!   - target: $.paths.*.*.parameters[?@.name == 'debug']
//!     remove: true
//! ```
//!
//! The tree is changed in place. Later stages know nodes by where they stand now; where they were written,
//! in which of the files, [`Provenance`] knows, and is asked only when there is something to report.

mod action;
mod apply;
mod json_path;
mod merge;
mod provenance;

pub use provenance::Provenance;

use crate::diagnostics::Sink;
use crate::options::Overlay;
use crate::source::{FileId, Source, read_further_path, read_further_text};

/// Applies overlays to a description, one after the other, and keeps what was read of them with it.
pub fn apply_overlays(source: &mut Source, overlays: &[Overlay], sink: &mut Sink) -> Provenance {
    let mut provenance = Provenance::of(source.file);
    let mut added = 0;
    for (index, overlay) in overlays.iter().enumerate() {
        let file = FileId::of_overlay(index);
        let read = match overlay {
            Overlay::Path(path) => read_further_path(path, file, sink),
            Overlay::Text { name, text } => read_further_text(name, text.clone(), file, sink),
        };
        if let Some(read) = read {
            apply::apply(source, &mut provenance, &read, &mut added, sink);
            source.overlays.push(read);
        }
    }
    provenance
}

//! For programs: one JSON object a line, with the same keys in each; what is not known is null.
//!
//! ```json
//! {"code":"dangling-reference","severity":"warning","message":"…","file":"petstore.yaml","line":7,
//!  "column":5,"pointer":"#/components/schemas/Pet","notes":[],"help":"…"}
//! ```

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::place::{Place, Placed, place_all};
use crate::diagnostics::{Diagnostic, Severity};
use crate::source::Source;

/// Each diagnostic as one line. `source` is what was read, where something was.
pub fn render_json(diagnostics: &[Diagnostic], source: Option<&Source>) -> String {
    let placed = place_all(diagnostics, source);
    let lines = placed.iter().filter_map(|placed| {
        let line = serde_json::to_string(placed);
        line.ok() // strings and numbers can always be written
    });
    lines.map(|line| line + "\n").collect()
}

impl Serialize for Placed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let notes: Vec<PlacedNote<'_>> = self.notes.iter().map(PlacedNote).collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", self.diagnostic.code.name)?;
        map.serialize_entry("severity", severity(self.diagnostic.code.severity))?;
        map.serialize_entry("message", &self.diagnostic.message)?;
        serialize_place(&mut map, &self.place)?;
        map.serialize_entry("notes", &notes)?;
        map.serialize_entry("help", &self.diagnostic.help)?;
        map.end()
    }
}

/// A note with its place.
struct PlacedNote<'p>(&'p (&'p str, Place));

impl Serialize for PlacedNote<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (note, place) = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("message", note)?;
        serialize_place(&mut map, place)?;
        map.end()
    }
}

fn serialize_place<M: SerializeMap>(map: &mut M, place: &Place) -> Result<(), M::Error> {
    let excerpt = place.excerpt.as_ref();
    map.serialize_entry("file", &excerpt.map(|excerpt| &excerpt.file))?;
    map.serialize_entry("line", &excerpt.map(|excerpt| excerpt.position.line))?;
    map.serialize_entry("column", &excerpt.map(|excerpt| excerpt.position.column))?;
    map.serialize_entry("pointer", &place.pointer)
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

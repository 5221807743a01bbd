// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! How the items of a stream are told apart. Doing it is `splitter.rs`'s.

/// How the items of a stream are told apart, and what of each is its JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framing {
    /// `text/event-stream`: the item is the JSON in an event's `data`. An event whose data is exactly
    /// `[DONE]` is the end; one whose data is empty is passed over.
    EventData,
    /// `text/event-stream`: the item is the event, an object with `data` (a string), `event`, `id` and `retry`.
    Event,
    /// The same, with `data` as the JSON that it is; where it is none, as a string.
    EventWithJson,
    /// `application/x-ndjson`, `application/jsonl`: a line of JSON each. Empty lines are passed over.
    Lines,
    /// `application/json-seq` (RFC 7464).
    Sequence,
}

impl Framing {
    /// Whether a reply of this content type can be such a stream: a single JSON document is no stream
    /// of events.
    pub(crate) fn fits(self, content_type: Option<&str>) -> bool {
        let events = matches!(self, Self::EventData | Self::Event | Self::EventWithJson);
        !(events && content_type.is_some_and(crate::runtime::operation::is_json))
    }
}

//! Tells the items of a stream apart, whatever pieces they arrive in. Not what they mean.

use std::time::Duration;

use bytes::Bytes;

use crate::stream::Framing;
use crate::stream::lines::Lines;
use crate::stream::sequence::Sequence;
use crate::stream::server_sent_event::Events;

/// Takes bytes in, in whatever pieces, and gives the JSON text of one item after the other.
pub(crate) enum Splitter {
    Events(Events, Framing),
    Lines(Lines),
    Sequence(Sequence),
    /// The end, said by an item.
    Done(Events),
}

impl Splitter {
    pub(crate) fn new(framing: Framing) -> Self {
        match framing {
            Framing::EventData | Framing::Event | Framing::EventWithJson => {
                Self::Events(Events::default(), framing)
            }
            Framing::Lines => Self::Lines(Lines::default()),
            Framing::Sequence => Self::Sequence(Sequence::default()),
        }
    }

    /// Takes the next piece in. What came before must have been asked for first.
    pub(crate) fn push(&mut self, bytes: Bytes) {
        match self {
            Self::Events(events, _) => events.push(bytes),
            Self::Lines(lines) => lines.push(bytes),
            Self::Sequence(sequence) => sequence.push(bytes),
            Self::Done(_) => {}
        }
    }

    /// Nothing more will come.
    pub(crate) fn finish(&mut self) {
        match self {
            Self::Events(..) | Self::Done(_) => {} // what is not complete is dropped
            Self::Lines(lines) => lines.finish(),
            Self::Sequence(sequence) => sequence.finish(),
        }
    }

    /// The next item's JSON; `None` where more bytes are needed.
    pub(crate) fn next_text(&mut self) -> Option<Bytes> {
        match self {
            Self::Lines(lines) => lines.next_text(),
            Self::Sequence(sequence) => sequence.next_text(),
            Self::Done(_) => None,
            Self::Events(events, framing) => loop {
                let event = events.next_event()?;
                return match framing {
                    Framing::EventData if event.data.trim().is_empty() => continue, // a sign of life
                    Framing::EventData if event.data == "[DONE]" => {
                        *self = Self::Done(std::mem::take(events));
                        None
                    }
                    Framing::EventData => Some(event.data.into()),
                    Framing::EventWithJson => Some(event.to_json_with_data().into()),
                    _ => Some(event.to_json().into()),
                };
            },
        }
    }

    /// Whether an item said that it was the last.
    pub(crate) fn is_done(&self) -> bool {
        matches!(self, Self::Done(_))
    }

    /// How many bytes of an item that is not complete are held.
    pub(crate) fn held(&self) -> usize {
        match self {
            Self::Events(events, _) => events.held(),
            Self::Lines(lines) => lines.held(),
            Self::Sequence(sequence) => sequence.held(),
            Self::Done(_) => 0,
        }
    }

    pub(crate) fn last_event_id(&self) -> &str {
        match self {
            Self::Events(events, _) | Self::Done(events) => events.last_event_id(),
            Self::Lines(_) | Self::Sequence(_) => "",
        }
    }

    pub(crate) fn reconnection_time(&self) -> Option<Duration> {
        match self {
            Self::Events(events, _) | Self::Done(events) => events.reconnection_time(),
            Self::Lines(_) | Self::Sequence(_) => None,
        }
    }
}

//! Server-sent events, as the HTML standard has them (section 9.2), in whatever pieces they arrive.

use std::time::Duration;

use bytes::Bytes;

use crate::codec::{Decode, DecodeError, Encode, Reader, Value, Writer, from_json};

/// An event whose data the document does not describe.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ServerSentEvent {
    /// What kind of event it is (`event`). `None` where it does not say: then it is a `message`.
    pub event: Option<String>,
    /// The data, its lines joined by line feeds.
    pub data: String,
    /// The last `id` that came, with this event or one before it.
    pub id: Option<String>,
}

impl ServerSentEvent {
    const NAMES: &'static [&'static str] = &["event", "data", "id"];

    /// The event as JSON.
    pub(super) fn to_json(&self) -> Vec<u8> {
        written(|writer| self.encode(writer))
    }

    /// The event as JSON, with its data as the JSON that it is.
    pub(super) fn to_json_with_data(&self) -> Vec<u8> {
        let data = from_json(self.data.as_bytes());
        let data = data.unwrap_or_else(|_| Value::String(self.data.clone()));
        written(|writer| writer.object(Self::NAMES, &[&self.event, &data, &self.id]))
    }
}

fn written(write: impl FnOnce(&mut Writer)) -> Vec<u8> {
    let mut writer = Writer::new();
    write(&mut writer);
    writer.finish().unwrap_or_default() // data that nests too deep: what is read of it will say so
}

impl Encode for ServerSentEvent {
    fn encode(&self, writer: &mut Writer) {
        writer.object(Self::NAMES, &[&self.event, &self.data, &self.id]);
    }
}

impl Decode for ServerSentEvent {
    fn vacant() -> Self {
        Self::default()
    }

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        reader.object(
            Self::NAMES,
            &mut [&mut self.event, &mut self.data, &mut self.id],
        )
    }
}

/// Events out of bytes.
#[derive(Default)]
pub(crate) struct Events {
    input: Bytes,
    /// The beginning of a line, whose end has not come yet.
    line: Vec<u8>,
    /// Whether the last line ended in a carriage return: a line feed after it belongs to it.
    after_return: bool,
    /// Whether a line has ended: a byte order mark can only stand before that.
    begun: bool,
    event: String,
    data: String,
    id: String,
    last_event_id: String,
    reconnection_time: Option<Duration>,
}

impl Events {
    pub(super) fn push(&mut self, bytes: Bytes) {
        self.input = bytes;
    }

    pub(super) fn held(&self) -> usize {
        self.line.len() + self.data.len()
    }

    pub(super) fn last_event_id(&self) -> &str {
        &self.last_event_id
    }

    pub(super) fn reconnection_time(&self) -> Option<Duration> {
        self.reconnection_time
    }

    /// The next event that is complete.
    pub(super) fn next_event(&mut self) -> Option<ServerSentEvent> {
        while let Some(line) = self.next_line() {
            if line.is_empty() {
                if let Some(event) = self.dispatch() {
                    return Some(event);
                }
            } else {
                self.field(&String::from_utf8_lossy(&line));
            }
        }
        None
    }

    fn next_line(&mut self) -> Option<Bytes> {
        if self.after_return && !self.input.is_empty() {
            self.after_return = false;
            if self.input.first() == Some(&b'\n') {
                self.input = self.input.split_off(1);
            }
        }
        let end = self
            .input
            .iter()
            .position(|byte| matches!(byte, b'\r' | b'\n'));
        let Some(end) = end else {
            self.line
                .extend_from_slice(&std::mem::take(&mut self.input));
            return None;
        };
        self.after_return = self.input.get(end) == Some(&b'\r');
        let mut rest = self.input.split_off(end);
        let rest = rest.split_off(1);
        let piece = std::mem::replace(&mut self.input, rest);
        let mut line = match self.line.is_empty() {
            true => piece,
            false => {
                let mut whole = std::mem::take(&mut self.line);
                whole.extend_from_slice(&piece);
                Bytes::from(whole)
            }
        };
        if !std::mem::replace(&mut self.begun, true) && line.starts_with(b"\xEF\xBB\xBF") {
            line = line.split_off(3);
        }
        Some(line)
    }

    fn field(&mut self, line: &str) {
        let (name, value) = match line.split_once(':') {
            None => (line, ""),
            Some((name, value)) => (name, value.strip_prefix(' ').unwrap_or(value)),
        };
        match name {
            "event" => value.clone_into(&mut self.event),
            "data" => {
                self.data.push_str(value);
                self.data.push('\n');
            }
            "id" if !value.contains('\0') => value.clone_into(&mut self.id),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                let millis = value.parse().ok();
                self.reconnection_time =
                    millis.map(Duration::from_millis).or(self.reconnection_time);
            }
            _ => {} // a comment, or nothing that is known
        }
    }

    fn dispatch(&mut self) -> Option<ServerSentEvent> {
        self.id.clone_into(&mut self.last_event_id);
        let event = std::mem::take(&mut self.event);
        let mut data = std::mem::take(&mut self.data);
        if data.is_empty() {
            return None;
        }
        data.pop(); // the last line feed
        Some(ServerSentEvent {
            event: Some(event).filter(|event| !event.is_empty()),
            data,
            id: Some(self.id.clone()).filter(|id| !id.is_empty()),
        })
    }
}

//! Replies that are taken in piece by piece: bytes as they arrive, and items of a documented type. How
//! such a reply comes about is the client's business.

mod byte_stream;
#[cfg(feature = "events")]
mod event_stream;
mod framing;
#[cfg(feature = "events")]
mod lines;
#[cfg(feature = "events")]
mod sequence;
#[cfg(feature = "events")]
mod server_sent_event;
#[cfg(feature = "events")]
mod splitter;
mod stream_error;

pub use byte_stream::ByteStream;
#[cfg(feature = "events")]
pub use event_stream::EventStream;
pub use framing::Framing;
#[cfg(feature = "events")]
pub use server_sent_event::ServerSentEvent;
#[cfg(feature = "events")]
pub(crate) use splitter::Splitter;
pub use stream_error::StreamError;

//! What can go wrong in the middle of a reply that is taken in piece by piece.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;

use crate::codec::DecodeError;
use crate::transport::TransportError;

/// What can go wrong in the middle of a reply. After [`StreamError::Decode`] the stream goes on, after
/// everything else it is over.
#[derive(Debug)]
#[non_exhaustive]
pub enum StreamError {
    /// The connection broke.
    Transport(TransportError),
    /// Nothing came for so long.
    Idle(Duration),
    /// An item is larger than so many bytes.
    TooLarge(usize),
    /// An item is not what the document says; here are its bytes.
    Decode(DecodeError, Bytes),
}

impl fmt::Display for StreamError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Transport(error) => write!(formatter, "{error}"),
            Self::Idle(span) => write!(formatter, "nothing came for {span:?}"),
            Self::TooLarge(largest) => {
                write!(formatter, "an item is larger than {largest} bytes")
            }
            Self::Decode(error, _) => {
                write!(formatter, "an item is not what is documented: {error}")
            }
        }
    }
}

impl StdError for StreamError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Transport(error) => error.source(),
            _ => None,
        }
    }
}

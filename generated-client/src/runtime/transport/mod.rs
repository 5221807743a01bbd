// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! What carries a request to a server and a reply back. Attempts, limits and credentials are not known here.

mod body;
mod recording;
#[cfg(feature = "reqwest")]
mod reqwest;

use std::error::Error as StdError;
use std::fmt::{self, Debug};
use std::io;

pub use body::Body;
pub use recording::{Answer, RecordingTransport};

#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;
use crate::runtime::BoxFuture;
use crate::runtime::error::Sent;

/// An error of whatever kind.
pub type BoxError = Box<dyn StdError + Send + Sync>;

/// Carries one request: it follows no redirect and repeats nothing, for that is counted elsewhere.
pub trait Transport: Debug + Send + Sync {
    /// Sends a request, and resolves when the reply's header fields are here.
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;
}

/// A connection that failed, or broke. Its `Display` tells the error at the bottom (`Connection refused`); all that
/// lie between are its `source`.
#[derive(Debug)]
pub struct TransportError {
    sent: Sent,
    source: BoxError,
}

impl TransportError {
    /// A failure, and whether the server may have seen the request.
    pub fn new(sent: Sent, source: impl Into<BoxError>) -> Self {
        Self {
            sent,
            source: source.into(),
        }
    }

    /// Whether the server may have seen the request.
    pub fn sent(&self) -> Sent {
        self.sent
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.sent {
            Sent::Never => formatter.write_str("no connection: ")?,
            Sent::Perhaps => formatter.write_str("the connection broke before a reply: ")?,
            Sent::Yes => formatter.write_str("the connection broke in the reply: ")?,
        }
        let root = root(&*self.source);
        match root.downcast_ref::<io::Error>() {
            Some(error) if is_late(error) => formatter.write_str("timed out"),
            _ => write!(formatter, "{root}"),
        }
    }
}

/// The error at the bottom: what stands around it ("error sending request") says less.
fn root<'e>(mut error: &'e (dyn StdError + 'static)) -> &'e (dyn StdError + 'static) {
    while let Some(source) = error.source() {
        error = source;
    }
    error
}

/// Whether time was up here and not at the operating system, whose own word for it is as good.
fn is_late(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::TimedOut && error.raw_os_error().is_none()
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! What generated clients call: the JSON codec, requests, credentials, retries, rate limits and
//! transports. Nothing in here depends on a document.

pub mod call;
pub mod client;
pub mod codec;
pub mod error;
pub mod limit;
pub mod operation;
pub mod patch;
pub mod request;
mod response;
pub mod stream;
pub mod time;
pub mod transport;
#[cfg(feature = "validate")]
pub mod validate;

mod surface {
    pub use bytes::Bytes;
    pub use http::{HeaderMap, StatusCode};

    pub use crate::runtime::call::Call;
    pub use crate::runtime::client::*;
    pub use crate::runtime::codec::*;
    pub use crate::runtime::error::{Details, Error, Place, RequestError, Rule, Sent, Violation};
    pub use crate::runtime::limit::{
        LimitRequest, Limiter, Limits, Permit, Policy, RateLimited, WindowLimiter,
    };
    pub use crate::runtime::operation::{Operation, OperationRules, OperationSpec, Outcome, Reply, rules};
    pub use crate::runtime::patch::{
        Chained, Draft, Empty, EmptyPatch, IntoPatch, NonEmpty, PatchError, PatchForm,
        patch_between,
    };
    pub use crate::runtime::request::{Explode, FormField, RequestEncoder, Style};
    pub use crate::runtime::response::Response;
    pub use crate::runtime::stream::{ByteStream, Framing, StreamError};
    pub use crate::runtime::time::{Clock, ManualClock, Moment, SystemClock};
    pub use crate::runtime::transport::{
        Answer, Body, BoxError, RecordingTransport, Transport, TransportError,
    };

    #[cfg(feature = "reqwest")]
    pub use crate::runtime::transport::ReqwestTransport;
    #[cfg(feature = "validate")]
    pub use crate::runtime::validate::{Rules, Validate, ValidationError};

    /// A future behind a pointer, as the traits of this crate return it.
    pub type BoxFuture<'a, T> = std::pin::Pin<Box<dyn Future<Output = T> + Send + 'a>>;
}

pub use surface::*;

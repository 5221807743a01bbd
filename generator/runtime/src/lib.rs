//! What generated clients call: the JSON codec, requests, credentials, retries, rate limits and
//! transports. Nothing in here depends on a document.

#[cfg(feature = "client")]
pub mod call;
#[cfg(feature = "client")]
pub mod client;
#[cfg(feature = "client")]
pub mod codec;
#[cfg(feature = "client")]
pub mod error;
#[cfg(feature = "client")]
pub mod header;
#[cfg(feature = "client")]
pub mod limit;
#[cfg(feature = "client")]
pub mod operation;
#[cfg(feature = "client")]
pub mod patch;
#[cfg(feature = "client")]
pub mod request;
#[cfg(feature = "client")]
mod response;
#[cfg(feature = "sources")]
pub mod sources;
#[cfg(feature = "client")]
pub mod stream;
#[cfg(feature = "client")]
pub mod time;
#[cfg(feature = "client")]
pub mod transport;
#[cfg(feature = "validate")]
pub mod validate;

#[cfg(feature = "client")]
mod surface {
    pub use bytes::Bytes;
    pub use http::{HeaderMap, StatusCode};

    pub use crate::call::Call;
    pub use crate::client::*;
    pub use crate::codec::*;
    pub use crate::error::{Details, Error, Place, RequestError, Rule, Sent, Violation};
    pub use crate::header::{HeaderError, HeaderForm, header_field};
    pub use crate::limit::{
        LimitRequest, Limiter, Limits, Permit, Policy, RateLimited, WindowLimiter,
    };
    pub use crate::operation::{
        Operation, OperationRules, OperationSpec, Outcome, Reply, StreamOperation, rules,
    };
    pub use crate::patch::{
        Chained, Draft, Empty, EmptyPatch, IntoPatch, JsonPatch, JsonPatchOperation, NonEmpty,
        PatchError, PatchForm, patch_between,
    };
    pub use crate::request::{
        EncodeParts, Explode, Files, FormField, Multipart, Part, RequestBody, RequestEncoder, Style,
    };
    pub use crate::response::Response;
    pub use crate::stream::{ByteStream, EventStream, Framing, ServerSentEvent, StreamError};
    pub use crate::time::{Clock, ManualClock, Moment, SystemClock};
    pub use crate::transport::{
        Answer, Body, BoxError, RecordingTransport, Transport, TransportError,
    };

    #[cfg(feature = "reqwest")]
    pub use crate::transport::ReqwestTransport;
    #[cfg(feature = "validate")]
    pub use crate::validate::{Rules, Validate, ValidationError};

    /// A future behind a pointer, as the traits of this crate return it.
    pub type BoxFuture<'a, T> = std::pin::Pin<Box<dyn Future<Output = T> + Send + 'a>>;
}

#[cfg(feature = "client")]
pub use surface::*;

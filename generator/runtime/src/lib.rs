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
#[cfg(feature = "header-fields")]
pub mod header;
#[cfg(feature = "client")]
pub mod limit;
#[cfg(feature = "client")]
pub mod operation;
#[cfg(feature = "pages")]
pub mod pages;
#[cfg(any(feature = "json-patch", feature = "patch"))]
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
    #[cfg(feature = "header-fields")]
    pub use crate::header::{HeaderError, HeaderForm, header_field};
    pub use crate::limit::{
        LimitRequest, Limiter, Limits, Permit, Policy, RateLimited, WindowLimiter,
    };
    #[cfg(feature = "pages")]
    pub use crate::operation::PagedOperation;
    #[cfg(feature = "events")]
    pub use crate::operation::StreamOperation;
    pub use crate::operation::{Operation, OperationRules, OperationSpec, Outcome, Reply, rules};
    #[cfg(feature = "pages")]
    pub use crate::pages::{Items, NextPage, Pages};
    #[cfg(feature = "patch")]
    pub use crate::patch::{
        Chained, Draft, Empty, EmptyPatch, IntoPatch, NonEmpty, PatchError, PatchForm,
        patch_between,
    };
    #[cfg(feature = "json-patch")]
    pub use crate::patch::{JsonPatch, JsonPatchOperation};
    #[cfg(feature = "binary")]
    pub use crate::request::RequestBody;
    #[cfg(feature = "multipart")]
    pub use crate::request::{EncodeParts, Files, Multipart, Part};
    pub use crate::request::{Explode, FormField, RequestEncoder, Style};
    pub use crate::response::Response;
    pub use crate::stream::{ByteStream, Framing, StreamError};
    #[cfg(feature = "events")]
    pub use crate::stream::{EventStream, ServerSentEvent};
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

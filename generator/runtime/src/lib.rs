//! What generated clients call: the JSON codec, requests, credentials, retries, rate limits and
//! transports. Nothing in here depends on a document.

#[cfg(feature = "client")]
pub mod codec;
#[cfg(feature = "client")]
pub mod limit;
#[cfg(feature = "client")]
pub mod patch;
#[cfg(feature = "client")]
pub mod time;

#[cfg(feature = "client")]
pub use codec::{
    Base64, Date, DateTime, Decode, DecodeError, Duration, Encode, EncodeError, Extensible, Format,
    FormatError, Formatted, Kind, Known, Map, Nullable, Number, NumberError, Open, ParameterValue,
    Reader, Secret, Time, UnknownName, UnknownValue, Uuid, Value, Writer, from_json, known,
    parameter_value, serde_bridge, to_json,
};
#[cfg(feature = "client")]
pub use patch::{Chained, Draft, Empty, EmptyPatch, IntoPatch, NonEmpty};

/// A future behind a pointer, as the traits of this crate return it.
#[cfg(feature = "client")]
pub type BoxFuture<'a, T> = std::pin::Pin<Box<dyn Future<Output = T> + Send + 'a>>;

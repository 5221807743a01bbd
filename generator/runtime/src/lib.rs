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

/// A future behind a pointer, as the traits of this crate return it.
#[cfg(feature = "client")]
pub type BoxFuture<'a, T> = std::pin::Pin<Box<dyn Future<Output = T> + Send + 'a>>;

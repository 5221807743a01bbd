// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Replies that are taken in piece by piece: bytes as they arrive, and items of a documented type. How
//! such a reply comes about is the client's business.

mod byte_stream;
mod framing;
mod stream_error;

pub use byte_stream::ByteStream;
pub use framing::Framing;
pub use stream_error::StreamError;

//! A client of Ocamba Hood, written by hand: what the generator is to make. It is replaced by what it makes.

pub use clientsmith_runtime as runtime;

mod call;
mod client;
pub mod operations;
pub mod types;

pub use call::Call;
pub use client::{Client, ClientBuilder};
pub use runtime::Error;

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Rate limits, kept where they are counted: at the server.
//!
//! A server counts arrivals, and all a client knows is that a request arrives after its departure
//! and before the reply's header fields (or, failing those, within an assumed longest transit). So a
//! place in a window is taken at departure and given back one window after the latest moment at
//! which the request can have arrived. No half-open window of a policy, wherever it starts, then
//! sees more arrivals than declared, and a full burst still leaves at once.
//!
//! The arithmetic of places is in `places.rs`, who waits for whom in `queue.rs`, and what servers
//! say about their limits in `feedback.rs`.

mod feedback;
mod limiter;
mod places;
mod policy;
mod queue;
mod window;

pub use feedback::{Feedback, retry_after};
pub use limiter::{LimitRequest, Limiter, Permit};
pub use policy::{Limits, Policy, RateLimited};
pub use window::WindowLimiter;

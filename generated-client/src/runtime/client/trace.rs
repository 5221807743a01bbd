// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! What a call does, as events of `tracing`, where that feature is on. No header field, body, query or
//! credential is among them: paths are templates.

use std::time::Duration;

use http::StatusCode;

use crate::runtime::error::Sent;
use crate::runtime::operation::OperationSpec;

/// An attempt begins.
pub(super) fn attempt(spec: &OperationSpec, number: u32) {
    #[cfg(feature = "tracing")]
    tracing::debug!(
        operation = spec.id,
        method = spec.method,
        path = spec.path,
        attempt = number,
        "attempt"
    );
    #[cfg(not(feature = "tracing"))]
    let _ = (spec, number);
}

/// A reply has arrived.
pub(super) fn reply(spec: &OperationSpec, status: StatusCode) {
    #[cfg(feature = "tracing")]
    tracing::debug!(operation = spec.id, status = status.as_u16(), "reply");
    #[cfg(not(feature = "tracing"))]
    let _ = (spec, status);
}

/// An attempt failed.
pub(super) fn failure(spec: &OperationSpec, sent: Sent) {
    #[cfg(feature = "tracing")]
    tracing::debug!(operation = spec.id, ?sent, "no reply");
    #[cfg(not(feature = "tracing"))]
    let _ = (spec, sent);
}

/// Another attempt follows after a pause.
pub(super) fn retry(spec: &OperationSpec, pause: Duration) {
    #[cfg(feature = "tracing")]
    tracing::info!(operation = spec.id, ?pause, "tries again");
    #[cfg(not(feature = "tracing"))]
    let _ = (spec, pause);
}

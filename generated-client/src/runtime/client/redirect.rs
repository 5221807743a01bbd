// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Redirects (RFC 9110, section 15.4): which are followed, and what does not travel along.

use http::header::{AUTHORIZATION, COOKIE, LOCATION, PROXY_AUTHORIZATION};
use http::{HeaderMap, StatusCode};
use url::Url;

/// Where a reply sends a safe request; `None` where it does not, or it must not be followed.
pub(super) fn follow(
    method: &str,
    status: StatusCode,
    headers: &HeaderMap,
    from: &Url,
) -> Option<Url> {
    if !is_redirect(status) || !matches!(method, "GET" | "HEAD") {
        return None;
    }
    let location = std::str::from_utf8(headers.get(LOCATION)?.as_bytes()).ok()?;
    let target = from.join(location).ok()?;
    matches!(target.scheme(), "http" | "https").then_some(target)
}

/// Whether a status sends the caller elsewhere.
pub(super) fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// Takes away what must not reach another origin.
pub(super) fn strip(headers: &mut HeaderMap, keys: impl Iterator<Item = &'static str>) {
    for name in [AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION] {
        headers.remove(name);
    }
    for name in keys {
        headers.remove(name);
    }
}

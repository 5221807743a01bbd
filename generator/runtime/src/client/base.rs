//! The URL below which operations stand, taken apart once: scheme and authority are not read again for
//! each request. Which URL that is, is not decided here.

use http::Uri;
use http::uri::{Authority, Parts, PathAndQuery, Scheme};
use url::Url;

/// A base URL in parts.
#[derive(Debug)]
pub(super) struct Base {
    scheme: Scheme,
    authority: Authority,
    /// Without a slash at its end.
    path: String,
    query: String,
}

impl Base {
    /// The parts; `None` where the URL has an authority that no request can have.
    pub(super) fn of(url: &Url) -> Option<Self> {
        Some(Self {
            scheme: url.scheme().parse().ok()?,
            authority: url.authority().parse().ok()?,
            path: url.path().trim_end_matches('/').to_owned(),
            query: url.query().unwrap_or_default().to_owned(),
        })
    }

    /// The target with an operation's path and query; `None` where it is too long.
    pub(super) fn target(&self, mut path: String, query: &str) -> Option<Uri> {
        if !self.path.is_empty() {
            path.insert_str(0, &self.path);
        }
        let mut separator = '?';
        for part in [self.query.as_str(), query] {
            if !part.is_empty() {
                path.push(separator);
                path.push_str(part);
                separator = '&';
            }
        }
        let mut parts = Parts::default();
        let fits = path.len() < usize::from(u16::MAX); // as long as a `Uri` can be
        parts.path_and_query = Some(PathAndQuery::try_from(path).ok().filter(|_| fits)?);
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        Uri::from_parts(parts).ok()
    }
}

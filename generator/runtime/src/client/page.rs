//! A page after the first: the same call, but that it goes where the page before says, without a body.

use http::Uri;
use http::header::CONTENT_TYPE;
use url::{Url, form_urlencoded};

use crate::client::CallOptions;
use crate::request::{Prepared, Written};

/// Which of an operation's pages a call asks for.
#[derive(Debug, Clone)]
pub(crate) enum Page {
    /// The first, which the operation itself says.
    First,
    /// The one at this place.
    Next(Url),
}

/// Where a reply came from.
#[derive(Debug)]
pub(crate) struct Trip {
    pub(crate) method: &'static str,
    /// Where the request went at first.
    pub(crate) asked: Uri,
    /// Where redirects had led when it was answered.
    pub(crate) answered: Uri,
}

/// A request as far as it is one for the page: of a further one, the query and the body were the first one's.
pub(super) fn turned(mut prepared: Prepared, options: &CallOptions) -> Prepared {
    if let Some(Page::Next(_)) = &options.page {
        prepared.query.clear();
        prepared.headers.remove(&CONTENT_TYPE);
        prepared.body = Written::Nothing;
        #[cfg(feature = "multipart")]
        prepared.parts.take();
    }
    prepared
}

/// The page's own target, where it has one; `None` where that cannot be sent. Of the credentials in `query` those
/// are added that it has not.
pub(super) fn target(target: Option<Uri>, query: &str, options: &CallOptions) -> Option<Uri> {
    let Some(Page::Next(url)) = &options.page else {
        return target;
    };
    let mut url = url.clone();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let name = form_urlencoded::parse(pair.as_bytes()).next()?.0;
        let is_there = url.query_pairs().any(|(known, _)| known == name);
        let all = match url.query().filter(|all| !all.is_empty()) {
            Some(all) => format!("{all}&{pair}"),
            None => pair.to_owned(),
        };
        if !is_there {
            url.set_query(Some(&all));
        }
    }
    Uri::try_from(String::from(url)).ok()
}

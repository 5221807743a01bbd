//! Puts together what is the same for every attempt of a call: target, header fields, credentials, body.

use url::Url;

use crate::client::attempt::Attempt;
use crate::client::base::Base;
use crate::client::core::{BaseUrl, Shared};
#[cfg(feature = "multipart")]
use crate::client::multipart;
#[cfg(feature = "pages")]
use crate::client::page;
use crate::client::{CallOptions, Server, credential};
use crate::error::RequestError;
use crate::operation::OperationSpec;
use crate::request::{Prepared, RequestEncoder};

/// A request as it will be tried.
pub(super) fn prepare<'s>(
    shared: &'s Shared,
    request: &mut RequestEncoder,
    mut options: CallOptions,
) -> Result<Attempt<'s>, RequestError> {
    if let Some(error) = options.error.take() {
        return Err(error);
    }
    let prepared = request.finish()?;
    #[cfg(feature = "pages")]
    let prepared = page::turned(prepared, &options);
    let Prepared {
        spec,
        path,
        mut query,
        mut headers,
        body,
        #[cfg(feature = "multipart")]
        parts,
    } = prepared;
    #[cfg(feature = "multipart")]
    let body = match parts {
        Some(parts) => multipart::close(shared, parts, &mut headers)?,
        None => body,
    };
    for (name, value) in shared.headers.iter() {
        headers.insert_default(name, value);
    }
    let credentials = credential::choose(spec.security, &shared.credentials)?;
    credentials.apply(&mut headers, &mut query)?;
    for (name, value) in options.headers.iter() {
        headers.insert(name.clone(), value.clone());
    }
    let target = match own_base(shared, spec)? {
        Some(own) => own.target(path, &query),
        None => shared.base.target(path, &query),
    };
    #[cfg(feature = "pages")]
    let target = page::target(target, &query, &options);
    let target = target.ok_or_else(|| RequestError::target(spec.path))?;
    let mut choices = options.over(shared);
    if !body.is_repeatable() {
        choices.retry = choices.retry.attempts(1);
    }
    let attempt = Attempt::new(shared, spec, target, headers, body, credentials, choices);
    #[cfg(feature = "pages")]
    let attempt = attempt.of(options.page);
    Ok(attempt)
}

/// Where an operation has a server of its own, and the caller chose no URL: what is below that.
fn own_base(shared: &Shared, spec: &'static OperationSpec) -> Result<Option<Base>, RequestError> {
    match (&shared.base_url, spec.servers) {
        (BaseUrl::Documented(api), [server, ..]) => {
            let url = expand_server(server, &shared.variables);
            let base = api.join(&url).ok().and_then(|url| Base::of(&url));
            base.map(Some).ok_or_else(|| RequestError::target(&url))
        }
        _ => Ok(None),
    }
}

/// A server's URL with its variables as chosen, or as the document has them.
pub(super) fn expand_server(server: &Server, chosen: &[(String, String)]) -> String {
    let mut url = server.url.to_owned();
    for variable in server.variables {
        let value = chosen
            .iter()
            .find(|(name, _)| name == variable.name)
            .map(|(_, value)| value.as_str());
        let value = value.unwrap_or(variable.default);
        let mut expression = format!("/{{{}}}", variable.name);
        if !value.starts_with('/') || !url.contains(&expression) {
            expression.remove(0); // but for `/{stage}` with `/prod`, where one slash is meant
        }
        url = url.replace(&expression, value);
    }
    url
}

/// A base URL that requests can go below: absolute, of HTTP, without user and fragment.
pub(super) fn base_url(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let plain = url.fragment().is_none() && url.username().is_empty();
    let http = matches!(url.scheme(), "http" | "https") && url.has_host();
    (plain && http && url.password().is_none()).then_some(url)
}

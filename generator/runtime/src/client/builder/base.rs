//! Where requests go: the URL that the caller chose, or one of the document's servers with its variables.

use super::BuildError;
use super::settings::Settings;
use crate::client::core::BaseUrl;
use crate::client::prepare::{base_url, expand_server};
use crate::client::{ApiSpec, Server};

impl Settings {
    /// Where requests go.
    ///
    /// # Errors
    ///
    /// Where the URL is none that requests can go below, or a variable cannot be what the caller chose.
    pub(super) fn base(
        &self,
        spec: &ApiSpec,
        operation_variables: &[&str],
    ) -> Result<BaseUrl, BuildError> {
        let (text, chosen) = match (&self.base_url, spec.servers.get(self.server)) {
            (Some(url), _) => (url.clone(), true),
            (None, Some(server)) => {
                self.check_variables(server, spec, operation_variables)?;
                (expand_server(server, &self.variables), false)
            }
            (None, None) => {
                let number = self.server;
                return Err(BuildError(format!("the API has no server {number}")));
            }
        };
        match base_url(&text) {
            Some(url) if chosen => Ok(BaseUrl::Chosen(url)),
            Some(url) => Ok(BaseUrl::Documented(url)),
            None if !chosen && text.starts_with('/') => Err(BuildError(format!(
                "the API's server {text:?} is relative to where its description stands: say where that is with `base_url`, such as \"https://example.com{text}\""
            ))),
            None => Err(BuildError(format!(
                "{text:?} is no base URL: it must be absolute, of http or https, without user or fragment"
            ))),
        }
    }

    /// Whether the variables that were chosen are the server's, and are allowed, and none of its host
    /// is left empty.
    fn check_variables(
        &self,
        server: &Server,
        spec: &ApiSpec,
        operation_variables: &[&str],
    ) -> Result<(), BuildError> {
        let host = server.url.split('/').nth(2).unwrap_or_default();
        for variable in server.variables {
            let named = |(name, _): &(String, String)| name == variable.name;
            let name = variable.name;
            if variable.default.is_empty()
                && host.contains(&format!("{{{name}}}"))
                && !self.variables.iter().any(named)
            {
                return Err(BuildError(format!(
                    "the server's variable `{name}` has no default: give it with `server_variable`"
                )));
            }
        }
        for (name, value) in &self.variables {
            let has = |server: &Server| {
                let mut variables = server.variables.iter();
                variables.any(|variable| variable.name == name)
            };
            if !spec.servers.iter().any(has) && !operation_variables.contains(&name.as_str()) {
                return Err(BuildError(format!("no server has a variable `{name}`")));
            }
            let mut variables = server.variables.iter();
            let Some(variable) = variables.find(|variable| variable.name == name) else {
                continue; // another server's
            };
            if !variable.values.is_empty() && !variable.values.contains(&value.as_str()) {
                let values = variable.values.join("`, `");
                return Err(BuildError(format!(
                    "the server's variable `{name}` cannot be {value:?}: it is one of `{values}`"
                )));
            }
        }
        Ok(())
    }
}

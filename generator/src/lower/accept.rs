//! Header parameters named `Accept`. OpenAPI ignores them, since the media types of replies say what is asked for; but
//! where one has a single value, or a default, that no reply names, the API's version may stand nowhere else.
//!
//! ```yaml
//! parameters: [{ name: Accept, in: header, required: true, schema: { const: application/vnd.pets.v2+json } }]
//! responses: { '200': { content: { application/json: { … } } } }
//! ```

use super::Lowerer;
use crate::api::{Literal, MediaType, Parameter, ParameterLocation, Response, Status};

impl Lowerer<'_, '_> {
    /// Takes parameters out that are not a caller's to set; what is asked for, where one of them says that.
    pub(super) fn accept(
        &mut self,
        parameters: &mut Vec<Parameter>,
        responses: &[Response],
    ) -> Option<String> {
        let is_accept = |parameter: &mut Parameter| {
            parameter.location == ParameterLocation::Header
                && parameter.name.eq_ignore_ascii_case("accept")
        };
        let mut asked = None;
        for parameter in parameters.extract_if(.., is_accept) {
            match said(&parameter, responses) {
                Some(Said::More(value)) if asked.is_none() => asked = Some(value),
                Some(Said::Same) => {}
                _ => self.report_ignored(&parameter),
            }
        }
        asked
    }
}

/// What a parameter named `Accept` says.
enum Said {
    /// What is asked for anyway.
    Same,
    /// What only it says.
    More(String),
}

/// `None` where it leaves a choice, or says what no documented reply is.
fn said(parameter: &Parameter, responses: &[Response]) -> Option<Said> {
    let text = |literal: &Option<Literal>| match literal {
        Some(Literal::String(text)) => Some(text.trim().to_owned()),
        _ => None,
    };
    let only = text(&parameter.constant);
    let value = only.clone().or_else(|| text(&parameter.default))?;
    let is_sendable = value.chars().all(|c| c == ' ' || c.is_ascii_graphic());
    if value.is_empty() || !is_sendable {
        return None;
    }
    let documented: Vec<String> = responses
        .iter()
        .filter(is_success)
        .flat_map(essences)
        .collect();
    let asked = MediaType(value.clone()).essence();
    match documented.as_slice() {
        [] => Some(Said::More(value)),
        [one] if *one == asked => Some(Said::Same),
        several if several.contains(&asked) => only.map(Said::More),
        others => {
            let alike =
                |other: &String| notation(other) == "*" || notation(other) == notation(&asked);
            others.iter().any(alike).then_some(Said::More(value))
        }
    }
}

fn is_success(response: &&Response) -> bool {
    response.status.is_success() || response.status == Status::Default
}

fn essences(response: &Response) -> impl Iterator<Item = String> {
    let contents = response.contents.iter();
    contents.map(|content| content.media_type.essence())
}

/// How a media type is written: `json` of `application/vnd.pets.v2+json`.
fn notation(essence: &str) -> &str {
    essence.rsplit(['+', '/']).next().unwrap_or(essence)
}

//! Path templates, taken apart.

use crate::api::{Parameter, ParameterLocation, PathPart, PathTemplate};

/// A template's parts. What follows a `?` or `#` is not part of the path; of a query, which should not be
/// there, the pairs without an expression are kept: those with one are parameters' to write.
pub(super) fn lower_path_template(path: &str) -> PathTemplate {
    let (whole, _) = path.split_once('#').unwrap_or((path, ""));
    let (template, query) = whole.split_once('?').unwrap_or((whole, ""));
    let pairs = query.split('&');
    let fixed: Vec<_> = pairs
        .filter(|pair| !pair.is_empty() && !pair.contains(['{', '}']))
        .collect();
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some((literal, after)) = rest.split_once('{') {
        let Some((name, further)) = after.split_once('}') else {
            break; // a brace that nothing closes is text
        };
        if !literal.is_empty() {
            parts.push(PathPart::Literal(literal.to_owned()));
        }
        parts.push(PathPart::Parameter(name.to_owned()));
        rest = further;
    }
    if !rest.is_empty() {
        parts.push(PathPart::Literal(rest.to_owned()));
    }
    PathTemplate {
        template: template.to_owned(),
        parts,
        query: (!fixed.is_empty()).then(|| fixed.join("&")),
    }
}

/// Leaves the pairs of a template's query to the parameters of the same names.
pub(super) fn leave_to_parameters(path: &mut PathTemplate, parameters: &[Parameter]) {
    let declared = |pair: &&str| {
        let name = pair.split('=').next();
        let in_query = |parameter: &&Parameter| parameter.location == ParameterLocation::Query;
        let mut parameters = parameters.iter().filter(in_query);
        parameters.any(|parameter| name == Some(parameter.name.as_str()))
    };
    path.query = path.query.take().and_then(|query| {
        let fixed: Vec<_> = query.split('&').filter(|pair| !declared(pair)).collect();
        (!fixed.is_empty()).then(|| fixed.join("&"))
    });
}

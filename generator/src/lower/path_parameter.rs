//! Which parameter is for which expression of a path template: where they do not fit, what was meant.

use super::Lowerer;
use super::parameter_style::styled;
use crate::api::{
    Docs, Parameter, ParameterLocation, PathPart, PathTemplate, Presence, Serialization,
    StringFormat, Style, Type, TypeKind, TypeName, Unescaped, Use,
};
use crate::diagnostics::codes;
use crate::document::OperationEntry;
use crate::source::Origin;

impl<'d> Lowerer<'d, '_> {
    /// Those of the path in the template's order; what does not fit the template is reported.
    pub(super) fn in_order(
        &mut self,
        parameters: Vec<Parameter>,
        template: &mut PathTemplate,
        entry: &OperationEntry<'d>,
    ) -> Vec<Parameter> {
        let (mut of_path, others): (Vec<_>, Vec<_>) = parameters
            .into_iter()
            .partition(|parameter| parameter.location == ParameterLocation::Path);
        self.read_foreign_expressions(template, &of_path, entry);
        self.call_as_declared(template, &of_path, entry.path);
        let mut ordered: Vec<Parameter> = Vec::new();
        for part in &template.parts {
            let PathPart::Parameter(name) = part else {
                continue; // text
            };
            if ordered.iter().any(|parameter| parameter.name == *name) {
                continue; // it stands there twice, and is given once
            }
            let mut parameter = match of_path.iter().position(|parameter| parameter.name == *name) {
                Some(index) => of_path.remove(index),
                None => {
                    self.report(codes::undeclared_path_parameter(
                        &entry.origin,
                        entry.path,
                        name,
                    ));
                    self.made_up(name, &entry.origin)
                }
            };
            if is_greedy(entry.path, name)
                && let Serialization::Style { unescaped, .. } = &mut parameter.serialization
            {
                *unescaped = Unescaped::Segments;
            }
            ordered.push(parameter);
        }
        for parameter in of_path {
            ordered.extend(self.in_query(parameter, &others, entry.path));
        }
        ordered.extend(others);
        ordered
    }

    /// Calls expressions as the parameters are declared that are meant by them: `{ id }` and `{Id}` are `id`, and so is
    /// `{id+}` (Amazon's API Gateway) or `{*id}`, where there is no parameter of just that name.
    fn call_as_declared(
        &mut self,
        template: &mut PathTemplate,
        declared: &[Parameter],
        path: &str,
    ) {
        let written = template.clone();
        for part in &mut template.parts {
            let PathPart::Parameter(name) = part else {
                continue; // text
            };
            let is_written = |name: &str| {
                let mut parts = written.parts.iter();
                parts.any(|part| matches!(part, PathPart::Parameter(other) if other == name))
            };
            if declared.iter().any(|parameter| parameter.name == *name) {
                continue;
            }
            let mut meant = declared.iter().filter(|parameter| {
                bare(&parameter.name).eq_ignore_ascii_case(bare(name))
                    && !is_written(&parameter.name)
            });
            if let (Some(parameter), None) = (meant.next(), meant.next()) {
                if let Some(origin) = &parameter.docs.origin {
                    let diagnostic =
                        codes::misspelt_path_parameter(origin, path, name, &parameter.name);
                    self.report(diagnostic);
                }
                name.clone_from(&parameter.name);
            }
        }
        template.template = template
            .parts
            .iter()
            .map(|part| match part {
                PathPart::Literal(text) => text.clone(),
                PathPart::Parameter(name) => format!("{{{name}}}"),
            })
            .collect();
    }

    /// What becomes of a path parameter that the path has no place for: its query may have one.
    fn in_query(
        &mut self,
        parameter: Parameter,
        others: &[Parameter],
        path: &str,
    ) -> Option<Parameter> {
        let origin = parameter.docs.origin.clone()?; // what is written has a place
        let key = query_key(path, &parameter.name).filter(|key| {
            let is_there = |other: &Parameter| {
                other.location == ParameterLocation::Query && other.name == *key
            };
            !others.iter().any(is_there)
        });
        let Some(key) = key else {
            self.report(codes::unplaced_path_parameter(
                &origin,
                path,
                &parameter.name,
            ));
            return None;
        };
        self.report(codes::path_parameter_in_query(
            &origin,
            path,
            &parameter.name,
        ));
        let serialization = match parameter.serialization {
            Serialization::Style {
                explode, unescaped, ..
            } => Serialization::Style {
                style: Style::Form,
                explode,
                unescaped,
            },
            content @ Serialization::Content(_) => content,
        };
        Some(Parameter {
            name: key.to_owned(),
            location: ParameterLocation::Query,
            serialization,
            ..parameter
        })
    }

    fn made_up(&mut self, name: &str, origin: &Origin) -> Parameter {
        let type_ = self.types.push(Type {
            name: TypeName::Inline(vec![name.to_owned()]),
            kind: TypeKind::String(StringFormat::Plain(None)),
            docs: Docs::default(),
        });
        Parameter {
            name: name.to_owned(),
            location: ParameterLocation::Path,
            presence: Presence::Required,
            default: None,
            constant: None,
            serialization: styled(Style::Simple, None, Unescaped::Nothing),
            value: Use {
                type_,
                nullable: false,
            },
            docs: Docs {
                origin: Some(origin.clone()),
                ..Docs::default()
            },
        }
    }
}

/// An expression's name without what is only written in templates.
fn bare(name: &str) -> &str {
    let name = name.trim();
    let bare = name.strip_suffix('+').unwrap_or(name).trim_matches('*');
    if bare.is_empty() { name } else { bare }
}

/// Whether an expression takes what is left of a path, slashes too: `{proxy+}` (Amazon's API Gateway), `{*}` (Fastify),
/// `{*path}` and `{path*}` (servers' routers).
fn is_greedy(path: &str, name: &str) -> bool {
    let mut expressions = path
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split('}').next());
    expressions.any(|expression| {
        let takes_all =
            expression.trim().ends_with(['+', '*']) || expression.trim().starts_with('*');
        takes_all && bare(expression) == bare(name)
    })
}

/// What a parameter is called in the query of a path: `bar` in `/foo?bar={baz}`.
fn query_key<'p>(path: &'p str, name: &str) -> Option<&'p str> {
    let (whole, _) = path.split_once('#').unwrap_or((path, ""));
    let (_, query) = whole.split_once('?')?;
    query.split('&').find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        let expression = value.strip_prefix('{')?.strip_suffix('}')?;
        (!key.is_empty() && expression.trim() == name).then_some(key)
    })
}

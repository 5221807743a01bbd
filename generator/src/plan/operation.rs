//! A file under `operations/`: one operation as a request, its outcome, and the client's method.

use super::docs::{Docs, plan_docs, plan_plain, plan_sentence};
use super::next_page::{self, plan_next_page};
use super::response::{Replies, Responses, plan_responses};
use super::scope::Scope;
use super::types::Types;
use super::{
    Bodies, Content, Field, Identifier, Imports, Module, headers, parameter, request_body,
};
use crate::api::{self, LimitScope, Unescaped};
use crate::diagnostics::Sink;

/// Names that a call has already, so that no setter may have them.
const SETTERS: &[&str] = &[
    "new",
    "operation",
    "operation_mut",
    "timeout",
    "attempt_timeout",
    "idle_timeout",
    "stream",
    "events",
    "retry",
    "limits",
    "header",
    "validate",
    "send",
    "into_future",
    "clone",
    "core",
    "options",
    "add",
    "sub",
    "mul",
    "div",
    "rem",
    "shl",
    "shr",
    "bitand",
    "bitor",
    "bitxor",
];

/// A file under `operations/`.
#[derive(Debug, Clone)]
pub struct Operation {
    /// The file's module.
    pub module: Identifier,
    /// The request's name.
    pub name: Identifier,
    /// The name of the client's method.
    pub method_name: Identifier,
    /// Its words.
    pub docs: Docs,
    /// What the file imports.
    pub imports: Imports,
    /// What is the same for every call.
    pub spec: OperationSpec,
    /// Parameters and body, in the order in which `new` takes the required ones.
    pub fields: Vec<OperationField>,
    /// What it answers.
    pub responses: Responses,
    /// Where its replies say what the next page is.
    pub next_page: Option<api::NextPage>,
    /// The table of what the document demands of its values, by its module's name.
    pub rules: Option<Identifier>,
}

/// What is the same for every call.
#[derive(Debug, Clone)]
pub struct OperationSpec {
    /// The operation's id.
    pub id: String,
    /// The method on the wire.
    pub method: String,
    /// The path template, and the query that every request has.
    pub path: String,
    /// Alternatives, each the names of schemes.
    pub security: Vec<Vec<String>>,
    /// The rate limits.
    pub limits: Vec<Policy>,
    /// Its own servers.
    pub servers: Vec<api::Server>,
    /// Whether it may be repeated.
    pub idempotent: bool,
}

/// A rate limit.
#[derive(Debug, Clone)]
pub struct Policy {
    /// Its name.
    pub name: String,
    /// What is counted together.
    pub scope: String,
    /// How many a window holds.
    pub limit: u32,
    /// The window, in milliseconds.
    pub window_millis: u64,
}

/// A parameter or the body.
#[derive(Debug, Clone)]
pub struct OperationField {
    /// The field.
    pub field: Field,
    /// How it is written into the request.
    pub encoding: Encoding,
}

/// By which of the request's methods a field is written.
#[derive(Debug, Clone)]
pub enum Encoding {
    /// Into the path.
    Path {
        /// The runtime's name of the style.
        style: &'static str,
        /// Whether it explodes.
        explode: bool,
        /// What stays as it is.
        unescaped: Unescaped,
    },
    /// Into the path, as JSON.
    PathJson,
    /// Into the query.
    Query {
        /// The runtime's name of the style.
        style: &'static str,
        /// Whether it explodes.
        explode: bool,
        /// Whether reserved characters stay as they are.
        reserved: bool,
    },
    /// Into the query, as JSON.
    QueryJson,
    /// As the whole query string: a form, JSON, or text.
    Querystring(Querystring),
    /// Into a header field.
    Header {
        /// Whether it explodes.
        explode: bool,
    },
    /// Into a header field, as JSON.
    HeaderJson,
    /// Into the `Cookie` field.
    Cookie {
        /// The runtime's name of the style.
        style: &'static str,
        /// Whether it explodes.
        explode: bool,
        /// Whether reserved characters stay as they are.
        reserved: bool,
    },
    /// Into the `Cookie` field, as JSON.
    CookieJson,
    /// As the body.
    Body {
        /// The media type on the wire.
        media_type: String,
        /// How it is written.
        content: Content,
        /// How many properties it must have, where its type does not see to that.
        at_least: Option<u64>,
    },
    /// As the body, in one of several media types.
    Bodies(Bodies),
}

/// How a value becomes the whole query string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Querystring {
    /// As a form: a pair for each property.
    Form,
    /// As JSON.
    Json,
    /// As it is.
    Text,
}

/// The names that an operation has all over the crate.
pub(super) struct OperationNames {
    pub(super) module: Identifier,
    pub(super) name: Identifier,
    pub(super) output: Identifier,
    pub(super) error: Identifier,
    pub(super) method: Identifier,
    /// The module of what the document demands of it, where no other operation's says the same.
    pub(super) rules: Identifier,
    /// The name of the body's enum, where it has one.
    pub(super) body: Option<Identifier>,
}

/// An operation's file.
pub(super) fn plan_operation(
    types: &Types<'_>,
    rules: Option<Identifier>,
    schemes: &[String],
    operation: &api::Operation,
    names: OperationNames,
    sink: &mut Sink,
) -> Operation {
    let own = [&names.name, &names.output, &names.error];
    let own = own.into_iter().chain(&names.body);
    let mut imports = Imports::beside(own.map(Identifier::as_str));
    imports.name(Module::Call, "Call");
    imports.name(Module::Client, "Client");
    for name in [
        "DecodeError",
        "Operation",
        "OperationSpec",
        "Outcome",
        "Reply",
        "RequestEncoder",
    ] {
        imports.name(Module::Runtime, name);
    }
    let fields = plan_fields(types, operation, names.body, &mut imports, sink);
    let responses = plan_responses(
        types,
        operation,
        (names.output, names.error),
        &mut imports,
        sink,
    );
    let spec = plan_spec(operation, schemes, &mut imports);
    if rules.is_some() {
        imports.name(Module::Runtime, "rules");
    }
    let mut docs = plan_docs(&operation.docs, &format!("`{}`.", operation.id));
    docs.text = format!("{}\n\n`{} {}`", docs.text, spec.method, spec.path);
    let headers = headers::header_names(operation);
    if !headers.is_empty() {
        let names = headers
            .iter()
            .map(|name| format!("`{}`", name.replace('`', "'")));
        let names = names.collect::<Vec<_>>().join(", ");
        docs.text = format!(
            "{}\n\nHeader fields of replies (`headers::Headers`): {names}.",
            docs.text
        );
    }
    for link in operation
        .responses
        .iter()
        .flat_map(|response| &response.links)
    {
        docs.text = format!("{}\n\n{}", docs.text, plan_link(link));
    }
    if let Some(stream) = &responses.stream {
        let media_type = stream.accept.split(',').next().unwrap_or_default();
        docs.text = format!(
            "{}\n\n`.events()` gives the items of a reply in `{media_type}` one by one, as they arrive.",
            docs.text
        );
    }
    let next_page = plan_next_page(operation, &mut docs, &mut imports);
    Operation {
        module: names.module,
        name: names.name,
        method_name: names.method,
        docs,
        imports,
        spec,
        fields,
        responses,
        next_page,
        rules,
    }
}

/// A link as a sentence.
fn plan_link(link: &api::Link) -> String {
    let plain = |text: &str| plan_plain(text).replace('`', "'");
    let (name, operation) = (plain(&link.name), plain(&link.operation));
    let description = link.description.as_deref().map(plan_sentence);
    let description = description.unwrap_or_default();
    format!("Link `{name}` to `{operation}`. {description}")
        .trim_end()
        .to_owned()
}

fn plan_fields(
    types: &Types<'_>,
    operation: &api::Operation,
    enum_name: Option<Identifier>,
    imports: &mut Imports,
    sink: &mut Sink,
) -> Vec<OperationField> {
    let mut scope = Scope::reserving(SETTERS);
    if operation.next_page.is_some() {
        scope = scope.beside(next_page::SETTERS);
    }
    let mut fields = Vec::new();
    let names = parameter::plan_names(&operation.parameters, &mut scope, sink);
    for (parameter, name) in operation.parameters.iter().zip(names) {
        fields.push(parameter::plan_parameter(
            types, parameter, name, imports, sink,
        ));
    }
    if let Some(body) = &operation.body {
        fields.extend(request_body::plan_request_body(
            types, body, enum_name, &mut scope, imports, sink,
        ));
    }
    fields
}

fn plan_spec(
    operation: &api::Operation,
    schemes: &[String],
    imports: &mut Imports,
) -> OperationSpec {
    if !operation.limits.is_empty() {
        imports.name(Module::Runtime, "Policy");
        imports.name(Module::Time, "Duration");
    }
    if !operation.servers.is_empty() {
        imports.name(Module::Runtime, "Server");
    }
    if operation
        .servers
        .iter()
        .any(|server| !server.variables.is_empty())
    {
        imports.name(Module::Runtime, "ServerVariable");
    }
    OperationSpec {
        id: operation.id.clone(),
        method: operation.method.as_str().to_owned(),
        path: match &operation.path.query {
            Some(query) => format!("{}?{query}", operation.path.template),
            None => operation.path.template.clone(),
        },
        security: plan_security(&operation.security, schemes),
        limits: operation.limits.iter().map(plan_limit).collect(),
        servers: operation.servers.clone(),
        idempotent: operation.method.is_idempotent(),
    }
}

/// The alternatives, as far as the client carries them: schemes that are left to the caller are not named.
fn plan_security(security: &[api::Requirement], schemes: &[String]) -> Vec<Vec<String>> {
    let carried = |requirement: &api::Requirement| {
        let names = requirement
            .schemes
            .iter()
            .filter(|name| schemes.contains(name));
        names.cloned().collect::<Vec<_>>()
    };
    security.iter().map(carried).collect()
}

fn plan_limit(limit: &api::Limit) -> Policy {
    Policy {
        name: limit.name.clone(),
        scope: match &limit.scope {
            LimitScope::Operation(id) => format!("operation:{id}"),
            LimitScope::Tag(tag) => format!("tag:{tag}"),
            LimitScope::Document => "document".to_owned(),
        },
        limit: limit.limit,
        window_millis: limit.window_millis,
    }
}

impl Operation {
    /// The names that the operation's module gives to the crate.
    pub fn exports(&self) -> Vec<&Identifier> {
        let mut exports = vec![&self.name];
        for replies in [&self.responses.error, &self.responses.output] {
            if let Replies::Enum(name, _) = replies {
                exports.push(name);
            }
        }
        exports.extend(self.bodies().map(|bodies| &bodies.name));
        exports
    }

    /// The body, where it has several media types.
    pub fn bodies(&self) -> Option<&Bodies> {
        self.fields.iter().find_map(|field| match &field.encoding {
            Encoding::Bodies(bodies) => Some(bodies),
            _ => None,
        })
    }
}

//! What an operation sends, as a field: required ones are `new`'s last argument.

use super::docs::plan_docs;
use super::media_type::{Form, plan_content};
use super::scope::Scope;
use super::types::Types;
use super::{Conversion, Encoding, Field, Identifier, Imports, Module, OperationField};
use crate::api::{self, Presence};
use crate::diagnostics::Sink;

/// The body as a field.
pub(super) fn plan_request_body(
    types: &Types<'_>,
    body: &api::RequestBody,
    scope: &mut Scope,
    imports: &mut Imports,
    sink: &mut Sink,
) -> Option<OperationField> {
    let origin = body.docs.origin.as_ref();
    let chosen = plan_content(types, &body.contents, origin, imports, sink)?;
    let value = chosen.content.value.filter(|_| chosen.form == Form::Json);
    let conversion = match value {
        Some(value) => types.conversion(value),
        None => Conversion::Into,
    };
    if conversion == Conversion::Patch {
        imports.name(Module::Runtime, "IntoPatch");
    }
    // a range is no type of anything that is sent
    let media_type = match (chosen.content.media_type.0.contains('*'), chosen.form) {
        (false, _) => chosen.content.media_type.0.clone(),
        (true, Form::Json) => "application/json".to_owned(),
        (true, Form::Text) => "text/plain; charset=utf-8".to_owned(),
        (true, Form::Bytes) => "application/octet-stream".to_owned(),
    };
    Some(OperationField {
        field: Field {
            name: scope.claim(Identifier::fixed("body")),
            wire_name: "body".to_owned(),
            docs: plan_docs(&body.docs, "The body."),
            type_: chosen.type_,
            required: body.presence == Presence::Required,
            conversion,
            boxed: false,
        },
        encoding: Encoding::Body {
            media_type,
            form: chosen.form,
        },
    })
}

//! A file under `operations/`: the request, its outcome, the client's method and the call's setters.

use proc_macro2::TokenStream;
use quote::quote;

use super::File;
use super::body::{emit_bodies, emit_from};
use super::example::emit_doc_example;
use super::field::{
    emit_argument, emit_declaration, emit_default, emit_deprecation, emit_initialiser,
    emit_many_arguments, emit_value,
};
use super::next_page::emit_next_page;
use super::request::emit_request;
use super::response::{
    emit_decode, emit_decode_failure, emit_replies, emit_same_error, emit_stream, emit_type_of,
};
use super::rules::emit_rules_of;
use super::server::emit_servers;
use super::source_file::SourceFile;
use super::tokens::doc_lines;
use crate::diagnostics::Sink;
use crate::plan::{Example, Field, Module, Operation, OperationField, Package, Policy, Replies};

/// A file under `operations/`; `path` is where.
pub(super) fn emit_operation(
    package: &Package,
    operation: &Operation,
    example: Option<&Example>,
    path: String,
    sink: &mut Sink,
) -> File {
    let name = &operation.name;
    let about = format!(
        "The operation [`{name}`]: `{} {}`.",
        operation.spec.method, operation.spec.path
    );
    let mut file = SourceFile::new(path, &package.header, Some(&about), sink);
    file.imports(&package.root, &operation.imports);
    file.item(emit_definition(operation));
    file.implementation(quote!(impl #name), vec![emit_new(operation)]);
    emit_default(
        &mut file,
        name,
        operation.fields.iter().map(|field| &field.field),
    );
    emit_trait(&mut file, package, operation);
    if let Some(bodies) = operation.bodies() {
        file.item(emit_bodies(bodies));
        for variant in bodies.variants.iter().filter(|variant| variant.only) {
            let (head, member) = emit_from(bodies, variant);
            file.implementation(head, vec![member]);
        }
    }
    for replies in [&operation.responses.output, &operation.responses.error] {
        if let Replies::Enum(name, variants) = replies {
            file.item(match &operation.responses.error_is {
                Some(other) if operation.responses.is_error(name) => {
                    emit_same_error(operation, name, other)
                }
                _ => emit_replies(operation, name, variants),
            });
            if operation.responses.reads_failures_of(name) {
                let decode = emit_decode_failure(operation);
                file.implementation(quote!(impl #name), vec![decode]);
            }
        }
    }
    let client = operation.imports.written(Module::Client, "Client");
    let method = emit_client_method(package, operation, example);
    file.implementation(quote!(impl #client), vec![method]);
    let optional: Vec<_> = operation
        .fields
        .iter()
        .filter(|field| !field.field.required)
        .collect();
    if !optional.is_empty() {
        let call = operation.imports.written(Module::Call, "Call");
        let setters = optional
            .iter()
            .map(|field| emit_setter(operation, &field.field));
        file.implementation(quote!(impl #call<'_, #name>), setters.collect());
    }
    file.finish()
}

/// What `new` takes.
fn arguments(operation: &Operation) -> Vec<&Field> {
    let fields = operation.fields.iter().map(|field| &field.field);
    fields.filter(|field| field.is_argument()).collect()
}

fn emit_definition(operation: &Operation) -> TokenStream {
    let Operation {
        name, docs, fields, ..
    } = operation;
    let has_required = fields.iter().any(|field| field.field.required);
    let default = (!has_required).then(|| quote!(, Default));
    let fields = fields
        .iter()
        .map(|OperationField { field, .. }| emit_declaration(field));
    quote! {
        #docs
        #[derive(Debug, Clone #default)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
        }
    }
}

fn emit_new(operation: &Operation) -> TokenStream {
    let required = arguments(operation);
    let arguments = required
        .iter()
        .map(|field| emit_argument(field, &operation.imports));
    let initialisers = operation
        .fields
        .iter()
        .map(|field| emit_initialiser(&field.field));
    let expectation = emit_many_arguments(required.len());
    quote! {
        /// The request with everything that is required.
        #[inline]
        #[must_use]
        #expectation
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#initialisers,)* }
        }
    }
}

fn emit_trait(file: &mut SourceFile<'_>, package: &Package, operation: &Operation) {
    let name = &operation.name;
    let trait_ = operation.imports.runtime("Operation");
    let output = emit_type_of(&operation.responses.output);
    let error = emit_type_of(&operation.responses.error);
    let mut members = vec![
        quote!(type Output = #output; type Error = #error;),
        emit_spec(package, operation),
    ];
    if operation.responses.keeps_redirects {
        members.push(quote!(
            const KEEPS_REDIRECTS: bool = true;
        ));
    }
    members.push(emit_request(operation));
    members.push(emit_decode(operation));
    file.implementation(quote!(impl #trait_ for #name), members);
    if let Some(stream) = &operation.responses.stream {
        let trait_ = operation.imports.runtime("StreamOperation");
        let members = vec![emit_stream(stream, &operation.imports)];
        file.implementation(quote!(impl #trait_ for #name), members);
    }
    if let Some(next_page) = &operation.next_page {
        let trait_ = operation.imports.runtime("PagedOperation");
        let members = vec![emit_next_page(next_page, &operation.imports)];
        file.implementation(quote!(impl #trait_ for #name), members);
    }
}

fn emit_spec(package: &Package, operation: &Operation) -> TokenStream {
    let spec = &operation.spec;
    let type_ = operation.imports.runtime("OperationSpec");
    let (id, method, path, idempotent) = (&spec.id, &spec.method, &spec.path, spec.idempotent);
    let accept = &operation.responses.accept;
    let security = spec.security.iter().map(|schemes| quote!(&[#(#schemes),*]));
    let limits = spec.limits.iter().map(|limit| emit_limit(operation, limit));
    let servers = emit_servers(&spec.servers, &operation.imports);
    let rules = match &operation.rules {
        Some(module) => emit_rules_of(package, module),
        None => quote!(None),
    };
    quote! {
        const SPEC: &'static #type_ = &#type_ {
            id: #id,
            method: #method,
            path: #path,
            accept: #accept,
            security: &[#(#security),*],
            limits: &[#(#limits),*],
            servers: &[#(#servers),*],
            idempotent: #idempotent,
            rules: #rules,
        };
    }
}

fn emit_limit(operation: &Operation, limit: &Policy) -> TokenStream {
    let policy = operation.imports.runtime("Policy");
    let duration = operation.imports.written(Module::Time, "Duration");
    let Policy {
        name,
        scope,
        limit,
        window_millis,
    } = limit;
    let limit = proc_macro2::Literal::u32_unsuffixed(*limit);
    let window = match (window_millis / 1000, window_millis % 1000) {
        (seconds, 0) => {
            let seconds = proc_macro2::Literal::u64_unsuffixed(seconds);
            quote!(#duration::from_secs(#seconds))
        }
        _ => {
            let millis = proc_macro2::Literal::u64_unsuffixed(*window_millis);
            quote!(#duration::from_millis(#millis))
        }
    };
    quote!(#policy { name: #name, scope: #scope, limit: #limit, window: #window })
}

fn emit_client_method(
    package: &Package,
    operation: &Operation,
    example: Option<&Example>,
) -> TokenStream {
    let Operation {
        name,
        method_name,
        docs,
        imports,
        ..
    } = operation;
    let required = arguments(operation);
    let arguments = required.iter().map(|field| emit_argument(field, imports));
    let names = required.iter().map(|field| &field.name);
    let call = imports.written(Module::Call, "Call");
    let deprecated = emit_deprecation(docs.deprecated);
    let expectation = emit_many_arguments(required.len() + 1);
    let example = example.map(|example| doc_lines(&emit_doc_example(package, example)));
    quote! {
        #docs
        #example
        #deprecated
        #[inline]
        #expectation
        pub fn #method_name(&self, #(#arguments),*) -> #call<'_, #name> {
            self.call(#name::new(#(#names),*))
        }
    }
}

/// A setter on the call: `client.list_pets().limit(10)`.
fn emit_setter(operation: &Operation, field: &Field) -> TokenStream {
    let Field { name, docs, .. } = field;
    let argument = emit_argument(field, &operation.imports);
    let value = emit_value(field);
    let deprecated = emit_deprecation(docs.deprecated);
    quote! {
        #docs
        #deprecated
        #[inline]
        pub fn #name(mut self, #argument) -> Self {
            self.operation_mut().#name = Some(#value);
            self
        }
    }
}

//! A patch that cannot be empty: a struct with a state, setters for chaining and for building under
//! conditions, and the two traits of the codec.

use proc_macro2::TokenStream;
use quote::quote;

use super::field::{emit_argument, emit_deprecation, emit_value};
use super::source_file::SourceFile;
use super::tokens::ident;
use crate::plan::{Between, Field, Identifier, Module, Patch, TypeFile};

/// The patch and what belongs to it.
pub(super) fn emit_patch(file: &mut SourceFile<'_>, planned: &TypeFile, patch: &Patch) {
    let name = &planned.name;
    let runtime = |item| planned.imports.runtime(item);
    let (empty, chained, draft) = (runtime("Empty"), runtime("Chained"), runtime("Draft"));
    let (encode, decode) = (runtime("Encode"), runtime("Decode"));
    let names = patch.fields.iter().map(|field| &field.wire_name);
    file.item(emit_definition(planned, patch));
    file.item(quote!(const NAMES: &[&str] = &[#(#names),*];));
    file.implementation(quote!(impl #name<#empty>), vec![emit_new(patch, planned)]);
    if let Some(between) = &patch.between {
        let made = quote!(
            let patch: Option<#name<#draft>>
        );
        let members = vec![emit_between(planned, between, Some(made))];
        file.implementation(quote!(impl #name), members);
    }
    let default = quote! {
        #[inline]
        fn default() -> Self {
            Self::new()
        }
    };
    file.implementation(quote!(impl Default for #name<#empty>), vec![default]);
    let setters = patch.fields.iter().map(|field| emit_setter(planned, field));
    file.implementation(quote!(impl<S: #chained> #name<S>), setters.collect());
    file.implementation(quote!(impl #name<#draft>), emit_draft(planned, patch));
    file.implementation(
        quote!(impl<S> #name<S>),
        vec![emit_into_state(planned, patch)],
    );
    file.implementation(
        quote!(impl<S> #encode for #name<S>),
        vec![emit_encode(planned, patch)],
    );
    let members = vec![emit_vacant(planned, patch), emit_decode(planned, patch)];
    file.implementation(quote!(impl #decode for #name<#draft>), members);
    let serde_bridge = runtime("serde_bridge");
    file.item(quote!(#serde_bridge!(patch #name);));
}

/// `between(before, after)`: the patch between two values. A patch with a state is read as a draft.
pub(super) fn emit_between(
    planned: &TypeFile,
    between: &Between,
    draft: Option<TokenStream>,
) -> TokenStream {
    let Between {
        name,
        resource,
        form,
    } = between;
    let runtime = |name| planned.imports.runtime(name);
    let (error, forms) = (runtime("PatchError"), runtime("PatchForm"));
    let (function, form) = (runtime("patch_between"), ident(form));
    let patch = quote!(#function(#forms::#form, before, after));
    let body = match draft {
        None => patch,
        Some(draft) => quote! {
            #draft = #patch?;
            Ok(patch.map(|patch| patch.into_state()))
        },
    };
    quote! {
        /// The patch that makes `after` of `before`; `None` where nothing changes.
        ///
        /// # Errors
        ///
        /// Where something changes that the patch does not have, or cannot clear.
        #[inline]
        pub fn #name(before: &#resource, after: &#resource) -> Result<Option<Self>, #error> {
            #body
        }
    }
}

fn emit_definition(planned: &TypeFile, patch: &Patch) -> TokenStream {
    let TypeFile {
        name,
        docs,
        derives,
        imports,
        ..
    } = planned;
    let non_empty = imports.runtime("NonEmpty");
    let phantom = imports.written(Module::Marker, "PhantomData");
    let fields = patch
        .fields
        .iter()
        .map(|Field { name, type_, .. }| quote!(#name: Option<#type_>));
    quote! {
        #docs
        #[doc = ""]
        #[doc = " Sets at least one property: [`new`](Self::new) and its setters see to it when it is compiled,"]
        #[doc = " [`draft`](Self::draft) and [`finish`](Self::finish) when it is built."]
        #[derive(#(#derives),*)]
        pub struct #name<S = #non_empty> {
            #(#fields,)*
            state: #phantom<S>,
        }
    }
}

/// `new()`: a patch that sets nothing yet, and that nothing takes.
fn emit_new(patch: &Patch, planned: &TypeFile) -> TokenStream {
    let names = patch.fields.iter().map(|field| &field.name);
    let phantom = planned.imports.written(Module::Marker, "PhantomData");
    quote! {
        /// A patch that sets nothing yet: call a setter.
        #[inline]
        #[must_use]
        pub fn new() -> Self {
            Self { #(#names: None,)* state: #phantom }
        }
    }
}

fn emit_setter(planned: &TypeFile, field: &Field) -> TokenStream {
    let Field { name, docs, .. } = field;
    let type_name = &planned.name;
    let argument = emit_argument(field, &planned.imports);
    let value = emit_value(field);
    let deprecated = emit_deprecation(docs.deprecated);
    quote! {
        #docs
        #deprecated
        #[inline]
        #[must_use]
        pub fn #name(self, #argument) -> #type_name {
            let mut patch = self.into_state();
            patch.#name = Some(#value);
            patch
        }
    }
}

fn emit_draft(planned: &TypeFile, patch: &Patch) -> Vec<TokenStream> {
    let decode = planned.imports.runtime("Decode");
    let mut members = vec![quote! {
        /// A patch that is built under conditions: `set_…` what is to change, then [`finish`](Self::finish).
        #[inline]
        #[must_use]
        pub fn draft() -> Self {
            <Self as #decode>::vacant()
        }
    }];
    let setters = patch.fields.iter().zip(&patch.draft_setters);
    members.extend(setters.map(|(field, setter)| emit_draft_setter(planned, field, setter)));
    members.push(emit_finish(planned, patch));
    members
}

fn emit_draft_setter(planned: &TypeFile, field: &Field, setter: &Identifier) -> TokenStream {
    let Field { name, docs, .. } = field;
    let argument = emit_argument(field, &planned.imports);
    let value = emit_value(field);
    let deprecated = emit_deprecation(docs.deprecated);
    quote! {
        #docs
        #deprecated
        #[inline]
        pub fn #setter(&mut self, #argument) -> &mut Self {
            self.#name = Some(#value);
            self
        }
    }
}

fn emit_finish(planned: &TypeFile, patch: &Patch) -> TokenStream {
    let name = &planned.name;
    let error = planned.imports.runtime("EmptyPatch");
    let names = patch.fields.iter().map(|field| &field.name);
    quote! {
        /// The patch, where something was set.
        ///
        /// # Errors
        ///
        /// Where nothing was set.
        #[inline]
        pub fn finish(self) -> Result<#name, #error> {
            if #(self.#names.is_none())&&* {
                return Err(#error);
            }
            Ok(self.into_state())
        }
    }
}

fn emit_into_state(planned: &TypeFile, patch: &Patch) -> TokenStream {
    let name = &planned.name;
    let phantom = planned.imports.written(Module::Marker, "PhantomData");
    let names: Vec<_> = patch.fields.iter().map(|field| &field.name).collect();
    quote! {
        #[inline]
        fn into_state<T>(self) -> #name<T> {
            #name { #(#names: self.#names,)* state: #phantom }
        }
    }
}

fn emit_encode(planned: &TypeFile, patch: &Patch) -> TokenStream {
    let writer = planned.imports.runtime("Writer");
    let names = patch.fields.iter().map(|field| &field.name);
    quote! {
        #[inline]
        fn encode(&self, writer: &mut #writer) {
            writer.object(NAMES, &[#(&self.#names),*]);
        }
    }
}

fn emit_vacant(planned: &TypeFile, patch: &Patch) -> TokenStream {
    let phantom = planned.imports.written(Module::Marker, "PhantomData");
    let names = patch.fields.iter().map(|field| &field.name);
    quote! {
        #[inline]
        fn vacant() -> Self {
            Self { #(#names: None,)* state: #phantom }
        }
    }
}

fn emit_decode(planned: &TypeFile, patch: &Patch) -> TokenStream {
    let (reader, error) = (
        planned.imports.runtime("Reader"),
        planned.imports.runtime("DecodeError"),
    );
    let names = patch.fields.iter().map(|field| &field.name);
    quote! {
        #[inline]
        fn decode(&mut self, reader: &mut #reader<'_>) -> Result<(), #error> {
            reader.object(NAMES, &mut [#(&mut self.#names),*])
        }
    }
}

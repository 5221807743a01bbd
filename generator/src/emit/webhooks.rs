//! `webhooks.rs`: a name for the body of each request that the API makes by itself.

use quote::quote;

use super::File;
use super::source_file::SourceFile;
use crate::diagnostics::Sink;
use crate::plan::{Package, WebhookBody, Webhooks};

/// `webhooks.rs`.
pub(super) fn emit_webhooks(
    package: &Package,
    webhooks: &Webhooks,
    path: String,
    sink: &mut Sink,
) -> File {
    let about = "What the API sends by itself: the bodies of webhooks and callbacks. A server reads them with \
                 `runtime::from_json`.";
    let mut file = SourceFile::new(path, &package.header, Some(about), sink);
    file.imports(&package.root, &webhooks.imports);
    for WebhookBody { name, docs, type_ } in &webhooks.bodies {
        file.item(quote! {
            #docs
            pub type #name = #type_;
        });
    }
    file.finish()
}

//! What an operation with pages needs in its file, and what its documentation says of them.

use super::docs::Docs;
use super::{Imports, Module};
use crate::api;

/// The name that a call of such an operation has already, beside those that every call has.
pub(super) const SETTERS: &[&str] = &["pages"];

/// Imports what says where the next page is, and tells of it.
pub(super) fn plan_next_page(
    operation: &api::Operation,
    docs: &mut Docs,
    imports: &mut Imports,
) -> Option<api::NextPage> {
    let next_page = operation.next_page.clone()?;
    imports.name(Module::Runtime, "NextPage");
    imports.name(Module::Runtime, "PagedOperation");
    docs.text = format!(
        "{}\n\n`.pages()` gives page after page, each when it is asked for: `while let Some(page) = pages.next().await`.",
        docs.text
    );
    Some(next_page)
}

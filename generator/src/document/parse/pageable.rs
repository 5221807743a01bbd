//! `x-ms-pageable`: where Azure's and Microsoft's descriptions say what the next page is.
//!
//! ```yaml
//! x-ms-pageable: { nextLinkName: nextLink, itemName: value, operationName: listMore }
//! ```

use super::Parser;
use super::fields::Fields;
use crate::document::Pageable;

impl<'n> Parser<'n, '_> {
    /// Notes what an operation has of it.
    pub(super) fn pageable(&mut self, operation: &Fields<'n>) {
        let Some(fields) = self.inner(operation, "x-ms-pageable") else {
            return;
        };
        let pageable = Pageable {
            next_link: self.text(&fields, "nextLinkName"),
            operation: self.text(&fields, "operationName"),
            origin: fields.origin,
        };
        let pageables = &mut self.carried.pageables;
        pageables.insert(operation.origin.clone(), pageable);
    }
}

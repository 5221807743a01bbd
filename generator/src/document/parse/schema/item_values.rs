//! Values that stand beside `type: array` and can only be meant for its items. Not values of an enumeration in general,
//! which lowering judges.
//!
//! ```yaml
//! type: array
//! items: { type: string }
//! enum: [push, pull]      # of `items`
//! ```

use std::mem::take;

use super::super::Parser;
use crate::diagnostics::codes;
use crate::document::{Schema, SchemaId, TypeKeyword};
use crate::source::Node;

impl Parser<'_, '_> {
    /// Gives such values to the items; what is no list cannot be of the list's own type.
    pub(in crate::document::parse) fn give_values_to_items(&mut self) {
        for id in self.schemas.ids() {
            let Some(items) = self.items_with_values(id) else {
                continue; // nothing of the kind
            };
            let Some(list) = self.schemas.get_mut(id) else {
                continue; // never: it was looked at
            };
            self.sink
                .push(codes::values_of_items(&list.origin.key("enum")));
            let values = list.schema.enumeration.take();
            let names = take(&mut list.schema.enum_names);
            let descriptions = take(&mut list.schema.enum_descriptions);
            let extensible = take(&mut list.schema.extensible);
            if let Some(items) = self.schemas.get_mut(items) {
                items.schema.enumeration = values;
                items.schema.enum_names = names;
                items.schema.enum_descriptions = descriptions;
                items.schema.extensible = extensible;
            }
        }
    }

    /// The items of a list beside which values stand that each of them may be.
    fn items_with_values(&self, id: SchemaId) -> Option<SchemaId> {
        let list = &self.schemas.get(id)?.schema;
        let values = list
            .enumeration
            .as_ref()
            .filter(|values| !values.is_empty())?;
        let is_list = |type_: &TypeKeyword| matches!(type_, TypeKeyword::Array | TypeKeyword::Null);
        if !list.types.contains(&TypeKeyword::Array) || !list.types.iter().all(is_list) {
            return None;
        }
        let items = &self.schemas.get(list.items?)?.schema;
        let lists = items.enumeration.is_some()
            || items.constant.is_some()
            || items.extensible_enumeration.is_some();
        let fits = values.iter().all(|value| may_be(items, value));
        (fits && !lists && items.reference.is_none()).then_some(list.items?)
    }
}

fn may_be(items: &Schema, value: &Node) -> bool {
    match value {
        Node::String(_) => items.types == [TypeKeyword::String],
        Node::Number(_) => {
            items.types == [TypeKeyword::Integer] || items.types == [TypeKeyword::Number]
        }
        _ => false,
    }
}

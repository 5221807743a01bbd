//! A path item: its operations, with the parameters that all of them have.

use openapiv3::PathItem;

use super::super::Parser;
use super::super::fields::Fields;
use super::super::path_item::{METHODS, operation_of};

impl<'n> Parser<'n, '_> {
    /// A path item, references followed.
    pub(in super::super) fn swagger_path_item(
        &mut self,
        fields: &Fields<'n>,
        is_chosen: &dyn Fn(&str) -> bool,
    ) -> PathItem {
        let keywords = [&METHODS, ["parameters"].as_slice()].concat();
        let foreign = ["summary", "description", "servers", "trace"];
        let keywords: Vec<_> = keywords
            .into_iter()
            .filter(|keyword| !foreign.contains(keyword))
            .chain(self.methods_in_capitals(fields))
            .collect();
        self.known_in_swagger(fields, "the Path Item Object", &keywords, &foreign);
        let parameters = self.swagger_parameters(fields);
        let mut path_item = PathItem {
            summary: self.text(fields, "summary"),
            description: self.text(fields, "description"),
            servers: self.servers(fields),
            ..PathItem::default()
        };
        for method in METHODS {
            let key = fields.key_of(method);
            let Some(node) = fields.get(key).filter(|_| is_chosen(method)) else {
                continue; // there is none
            };
            let written = self.places.of(fields.at(key));
            self.places.note(fields.at(method), written);
            let operation = self.swagger_operation(node, fields.at(key), &parameters);
            if let Some(place) = operation_of(&mut path_item, method) {
                *place = operation;
            }
        }
        path_item.parameters = parameters.others;
        path_item
    }
}

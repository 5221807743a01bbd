//! What a schema demands of numbers and texts: bounds, steps, lengths, patterns.

use super::{Fields, Parser};
use crate::diagnostics::codes;
use crate::document::{Schema, is_readable_pattern};
use crate::source::{Node, Number};

impl<'n> Parser<'n, '_> {
    pub(in crate::document::parse) fn read_bounds(
        &mut self,
        fields: &Fields<'n>,
        schema: &mut Schema,
    ) {
        schema.minimum = self.number(fields, "minimum");
        schema.maximum = self.number(fields, "maximum");
        // a boolean, as in 3.0, says that the bound itself is out
        match fields.get("exclusiveMinimum") {
            Some(Node::Boolean(true)) => schema.exclusive_minimum = schema.minimum.take(),
            Some(Node::Boolean(false)) => {}
            _ => schema.exclusive_minimum = self.number(fields, "exclusiveMinimum"),
        }
        match fields.get("exclusiveMaximum") {
            Some(Node::Boolean(true)) => schema.exclusive_maximum = schema.maximum.take(),
            Some(Node::Boolean(false)) => {}
            _ => schema.exclusive_maximum = self.number(fields, "exclusiveMaximum"),
        }
        schema.multiple_of = self.step(fields);
        schema.min_length = self.natural(fields, "minLength");
        schema.max_length = self.natural(fields, "maxLength");
        schema.pattern = self.text(fields, "pattern");
        let pattern = schema.pattern.iter();
        for pattern in pattern.filter(|pattern| !is_readable_pattern(pattern)) {
            let origin = fields.at("pattern");
            self.sink.push(codes::unreadable_pattern(&origin, pattern));
        }
    }

    /// `multipleOf`: a number above zero.
    fn step(&mut self, fields: &Fields<'n>) -> Option<Number> {
        let step = self.number(fields, "multipleOf")?;
        let is_step = step.as_f64().is_some_and(|step| step > 0.0);
        if !is_step {
            let expected = "a number above 0";
            self.sink.push(codes::invalid_value(
                &fields.at("multipleOf"),
                step.as_str(),
                expected,
            ));
        }
        is_step.then_some(step)
    }
}

//! The field `Accept` (RFC 9110, section 12.5.1): what is asked for, the best first. Not how a reply is read.

use super::reply_body::ReplyBody;

/// What is asked for, over all replies.
#[derive(Default)]
pub(super) struct Accept(Vec<(String, u8)>);

impl Accept {
    /// Adds what a reply may be; of a failure only the best, since nobody asks for failures.
    pub(super) fn add(&mut self, body: &ReplyBody, success: bool) {
        let wanted = |(_, less): &&(String, u8)| success || *less == 0;
        for (range, less) in body.accept.iter().filter(wanted) {
            match self.0.iter_mut().find(|(known, _)| known == range) {
                Some((_, known)) => *known = (*less).min(*known),
                None => self.0.push((range.clone(), *less)),
            }
        }
    }

    /// As the field has it: what is as good as the best comes first, and without a weight.
    pub(super) fn written(mut self) -> String {
        self.0.sort_by_key(|(_, less)| *less);
        let ranges = self.0.iter().map(|(range, less)| match less {
            0 => range.clone(),
            less => format!("{range};q=0.{}", 10 - less),
        });
        ranges.collect::<Vec<_>>().join(", ")
    }

    /// The same, with a media type before all others.
    pub(super) fn after(&self, first: String) -> Self {
        let others = self.0.iter().filter(|(range, _)| *range != first);
        let others = others.map(|(range, less)| (range.clone(), (less + 1).min(9)));
        let others: Vec<_> = others.collect();
        Self([(first, 0)].into_iter().chain(others).collect())
    }
}

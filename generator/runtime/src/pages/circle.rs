//! Whether links from page to page lead in a circle, without a list of all that were read.

use url::Url;

/// Notices a circle: one page is remembered, and after twice as many pages as the last time another one (R. Brent's
/// algorithm). Before three times as many pages are read as there are, or little more, a circle is closed.
#[derive(Default)]
pub(super) struct Circle {
    remembered: Option<Url>,
    /// How many pages ago that was.
    ago: usize,
    /// After how many another one is remembered.
    until: usize,
}

impl Circle {
    /// Whether a page is the one that is remembered; notes that it will be read.
    pub(super) fn is_closed_by(&mut self, page: &Url) -> bool {
        if self.remembered.as_ref() == Some(page) {
            return true;
        }
        self.ago += 1;
        if self.ago > self.until {
            self.remembered = Some(page.clone());
            self.until = 2 * self.ago;
            self.ago = 0;
        }
        false
    }
}

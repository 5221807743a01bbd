//! HTML in the document's words as CommonMark: paragraphs, emphasis, code, links, lists, preformatted text. What is no
//! element of HTML, as `<id>` for something to fill in, stays, as does an element that is never closed.

use std::borrow::Cow;
use std::fmt::Write as _;

use pulldown_cmark::{Event, Parser};

use super::html_role::Role;
use super::html_tag::{HtmlTag, Piece, pieces};
use super::{OPTIONS, as_written, is_address};

/// The text with CommonMark in the place of HTML.
pub(super) fn without_html(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut markdown = Markdown::default();
    let mut seen = 0;
    for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        let is_block = match event {
            Event::Html(_) => true,
            Event::InlineHtml(_) => false,
            _ => continue,
        };
        markdown.text(text.get(seen..range.start).unwrap_or_default());
        seen = range.end;
        for piece in pieces(text.get(range).unwrap_or_default()) {
            match piece {
                Piece::Text(text) if is_block => markdown.block_text(text),
                Piece::Text(text) => markdown.text(text),
                Piece::Tag(tag) => markdown.tag(&tag),
            }
        }
    }
    markdown.text(text.get(seen..).unwrap_or_default());
    Cow::Owned(markdown.finish())
}

/// How deep elements may be open: deeper is no documentation.
const MOST_OPEN: usize = 32;

/// An element that is not closed yet.
struct Open {
    role: Role,
    /// Where its text begins.
    start: usize,
    href: Option<String>,
    raw: String,
}

#[derive(Default)]
struct Markdown {
    out: String,
    open: Vec<Open>,
    /// The lists that are open: whether each counts.
    lists: Vec<bool>,
}

impl Markdown {
    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Text of a block of HTML, whose indentation means nothing there, and would in CommonMark.
    fn block_text(&mut self, text: &str) {
        if self.is_open(Role::Preformatted) {
            return self.text(text);
        }
        for line in text.split_inclusive('\n') {
            let at_start = self.out.is_empty() || self.out.ends_with(['\n', ' ']);
            self.text(if at_start {
                line.trim_start_matches([' ', '\t'])
            } else {
                line
            });
        }
    }

    fn tag(&mut self, tag: &HtmlTag<'_>) {
        let role = Role::of(&tag.name);
        let verbatim = [Role::Hidden, Role::Code, Role::Preformatted]
            .into_iter()
            .find(|role| self.is_open(*role));
        match role {
            None => self.text(tag.raw),
            Some(role) if verbatim.is_some_and(|open| role != open) => {
                if role == Role::LineBreak {
                    self.text("\n");
                }
            }
            Some(role) if role.is_paired() && tag.closing => self.close(role, tag),
            Some(role) if role.is_paired() && self.open.len() == MOST_OPEN => {
                self.text(tag.raw);
            }
            Some(role) if role.is_paired() => {
                if matches!(role, Role::Heading | Role::Preformatted) {
                    self.paragraph();
                }
                self.open.push(Open {
                    role,
                    start: self.out.len(),
                    href: tag.href.map(decoded),
                    raw: tag.raw.to_owned(),
                });
            }
            Some(role) => self.unpaired(role, tag),
        }
    }

    fn unpaired(&mut self, role: Role, tag: &HtmlTag<'_>) {
        match role {
            Role::Block if self.lists.is_empty() => self.paragraph(),
            Role::Block if !self.at_item() => self.line(),
            Role::List if tag.closing => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.paragraph();
                }
            }
            Role::List => {
                if self.lists.is_empty() {
                    self.paragraph();
                }
                self.lists.push(tag.name == "ol");
            }
            Role::Item if !tag.closing => self.item(),
            Role::Cell if !tag.closing && !self.out.ends_with("\n\n") => self.text(" | "),
            Role::LineBreak if !self.out.is_empty() => self.text("  \n"),
            _ => {}
        }
    }

    /// Begins an item of the innermost list.
    fn item(&mut self) {
        self.line();
        for _ in 1..self.lists.len() {
            self.text("   ");
        }
        self.text(match self.lists.last() {
            Some(true) => "1. ",
            _ => "- ",
        });
    }

    fn at_item(&self) -> bool {
        self.out.ends_with("- ") || self.out.ends_with("1. ")
    }

    /// Begins a new line. What an open element begins with is not taken away.
    fn line(&mut self) {
        let kept = self.open.last().map_or(0, |open| open.start);
        let end = self.out.trim_end_matches([' ', '\t']).len();
        self.out.truncate(end.max(kept));
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.text("\n");
        }
    }

    /// Begins a new paragraph.
    fn paragraph(&mut self) {
        self.line();
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.text("\n");
        }
    }

    fn is_open(&self, role: Role) -> bool {
        self.open.iter().any(|open| open.role == role)
    }

    /// Ends an element: what was opened within it and never closed stays as written.
    fn close(&mut self, role: Role, tag: &HtmlTag<'_>) {
        if !self.is_open(role) {
            return self.text(tag.raw);
        }
        while let Some(open) = self.open.pop() {
            if open.role == role {
                let inner = self.out.split_off(open.start.min(self.out.len()));
                return self.mark(&open, &inner);
            }
            self.restore(&open);
        }
    }

    fn restore(&mut self, open: &Open) {
        if self.out.is_char_boundary(open.start) {
            self.out.insert_str(open.start, &open.raw);
        }
    }

    /// Writes an element's text, with the white space around it outside.
    fn mark(&mut self, open: &Open, inner: &str) {
        let words = inner.trim();
        let before = inner.strip_suffix(inner.trim_start()).unwrap_or_default();
        let after = inner.strip_prefix(inner.trim_end()).unwrap_or_default();
        if words.is_empty() {
            return self.text(inner);
        }
        if open.role == Role::Hidden {
            return;
        }
        if open.role == Role::Preformatted {
            self.text(&as_written(&decoded(inner.trim_matches('\n'))));
            return self.paragraph();
        }
        self.text(before);
        let spans_paragraphs = words.contains("\n\n");
        match open.role {
            Role::Code => self.text(&code(words)),
            Role::Marked(mark) if !spans_paragraphs => self.text(&format!("{mark}{words}{mark}")),
            Role::Heading if !spans_paragraphs => self.text(&format!("**{words}**")),
            Role::Link if !spans_paragraphs => self.text(&link(words, open.href.as_deref())),
            _ => self.text(words),
        }
        self.text(after);
        if open.role == Role::Heading {
            self.paragraph();
        }
    }

    fn finish(mut self) -> String {
        while let Some(open) = self.open.pop() {
            self.restore(&open);
        }
        self.out
    }
}

/// A code span, whatever is in it.
fn code(words: &str) -> String {
    let words = decoded(&words.split_whitespace().collect::<Vec<_>>().join(" "));
    let longest = words.split(|c| c != '`').map(str::len).max();
    let fence = "`".repeat(longest.unwrap_or_default() + 1);
    match words.starts_with('`') || words.ends_with('`') {
        true => format!("{fence} {words} {fence}"),
        false => format!("{fence}{words}{fence}"),
    }
}

/// A link, where it leads out of the document.
fn link(words: &str, href: Option<&str>) -> String {
    let mut text = words.to_owned();
    if let Some(href) = href.filter(|href| is_address(href) && !href.contains(['<', '>', '\n'])) {
        text.clear();
        let _ = write!(text, "[{words}](<{href}>)"); // writing to a string does not fail
    }
    text
}

/// Without the entities that HTML cannot do without; CommonMark knows all, but not in code.
fn decoded(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::without_html;
    use crate::plan::docs::plan_markdown;

    const PIECES: &[&str] = &[
        "é",
        "é  <b>",
        "<p>é",
        "<ul><li>",
        "é é ",
        "  ",
        "\n",
        "\n\n",
        "- ",
        "`",
        "```\n",
        "<x>",
        "<",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<code>",
        "</code>",
        "<pre>",
        "</pre>",
        "<p>",
        "</p>",
        "<ul>",
        "<ol>",
        "</ul>",
        "<li>",
        "</li>",
        "<br>",
        "<h2>",
        "</h2>",
        "<td>",
        "<tr>",
        "<a href='https://example.com'>",
        "<a href=x>",
        "</a>",
        "<div>\n    ",
        "</div>",
    ];

    proptest! {
        /// Whatever is opened and closed, in whatever order, no word is lost.
        #[test]
        fn words_survive(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
            let text = pieces.concat();
            let words = |text: &str| text.matches('é').count();
            // behind a fence stands a language, which gives way to one of ours
            let names_language = |rest: &str| rest.lines().next().is_some_and(|line| words(line) > 0);
            prop_assume!(!text.split("```").skip(1).any(names_language));
            prop_assert_eq!(words(&without_html(&text)), words(&text));
            prop_assert_eq!(words(&plan_markdown(&text)), words(&text));
        }
    }
}

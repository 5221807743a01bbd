//! The document's words as rustdoc: CommonMark that rustdoc neither warns about nor runs.

mod autolink;
mod html;
mod html_role;
mod html_tag;

use std::borrow::Cow;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};
use pulldown_cmark_to_cmark::cmark;

use super::Constant;
use crate::api;
use autolink::autolink;
use html::without_html;

/// What is read beyond CommonMark.
const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// What a tab is in code.
const TAB: &str = "    ";

/// What stands before an item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Docs {
    /// The text (CommonMark), without a trailing line break.
    pub text: String,
    /// Whether the item is deprecated.
    pub deprecated: bool,
}

impl Docs {
    /// Says that `new` fills a field in.
    pub(super) fn note_constant(&mut self, constant: Option<&Constant>) {
        let words = match constant {
            None => return,
            Some(Constant::Text(text)) if !text.contains('`') => {
                format!("\n\n[`new`](Self::new) fills `{text}` in.")
            }
            Some(_) => "\n\nIt has one value, which [`new`](Self::new) fills in.".to_owned(),
        };
        self.text.push_str(&words);
    }
}

/// The words of a node; `otherwise` where it has none of its own.
pub(super) fn plan_docs(docs: &api::Docs, otherwise: &str) -> Docs {
    let mut paragraphs = Vec::new();
    if docs.deprecated {
        paragraphs.push("**Deprecated.**".to_owned());
    }
    paragraphs.extend(docs.summary.as_deref().map(plan_sentence));
    if docs.description != docs.summary {
        paragraphs.extend(docs.description.as_deref().map(plan_markdown));
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    if paragraphs.len() == usize::from(docs.deprecated) {
        paragraphs.push(otherwise.to_owned());
    }
    if !docs.constraints.is_empty() {
        paragraphs.push(plan_markdown(&sentence(&docs.constraints.join("; "))));
    }
    if let Some(external) = &docs.external_docs {
        let words = external.description.as_deref().unwrap_or("More");
        paragraphs.push(plan_markdown(&format!(
            "{}: <{}>",
            words.trim_end_matches('.'),
            external.url
        )));
    }
    Docs {
        text: paragraphs.join("\n\n"),
        deprecated: docs.deprecated,
    }
}

/// What is described, and the description: in one line, unless that begins with more than a line can hold.
pub(super) fn led_by(lead: &str, described: &str) -> String {
    let is_block = described.starts_with(['*', '#', '|', '>']) || described.starts_with("```");
    let is_emphasis = described.starts_with('*') && !described.starts_with("* ");
    let numbered = described.trim_start_matches(|c: char| c.is_ascii_digit());
    match described {
        "" => format!("{lead}."),
        _ if is_block && !is_emphasis || numbered.starts_with(". ") => {
            format!("{lead}.\n\n{described}")
        }
        _ => format!("{lead}: {described}"),
    }
}

/// A line of the document as a sentence: on one line, with a full stop.
pub(super) fn plan_sentence(line: &str) -> String {
    let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
    plan_markdown(&sentence(&without_html(&words)))
}

fn sentence(words: &str) -> String {
    let mut characters = words.chars();
    let Some(first) = characters.next() else {
        return String::new();
    };
    let capital = first.to_uppercase().chain(characters).collect::<String>();
    match capital.ends_with(['.', '!', '?', ':', ';', '…', '>']) {
        true => capital,
        false => format!("{capital}."),
    }
}

/// A line of the document as it is, for places that know no markup.
pub(super) fn plan_plain(line: &str) -> String {
    visible(line)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The document's CommonMark as rustdoc's: code that is not Rust is not run, HTML is CommonMark too, broken links
/// are text, bare addresses are links, and nothing is invisible.
pub(super) fn plan_markdown(text: &str) -> String {
    let visible = visible(text);
    let mut markdown = without_html(&visible).into_owned();
    markdown.push('\n'); // a block of code that ends with the text is closed then
    let events = Parser::new_ext(&markdown, OPTIONS);
    let mut links = Vec::new();
    let mut plain = Vec::new();
    for event in events {
        push(event, &mut links, &mut plain);
    }
    let mut written = String::new();
    match cmark(plain.iter(), &mut written, OPTIONS) {
        Ok(_) => with_lasting_spaces(written.trim()),
        Err(_) => as_written(&visible).replace('\t', TAB), // what CommonMark cannot say
    }
}

/// A text in a block of code, whatever is in it.
fn as_written(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max();
    let fence = "`".repeat(longest.unwrap_or_default().max(2) + 1);
    format!("{fence}text\n{}\n{fence}", text.trim_end())
}

/// The same with `\\` for the two spaces that break a line, since spaces at its end do not last, and without tabs, which
/// clippy does not want in documentation: one is as good as a space where it is not in code.
fn with_lasting_spaces(markdown: &str) -> String {
    let mut in_code = false;
    let lines = markdown.lines().map(|line| {
        in_code ^= line.trim_start().starts_with("````"); // as the serialiser writes fences
        if in_code {
            return line.replace('\t', TAB);
        }
        let words = line.split('\t').filter(|words| !words.is_empty());
        let line = words.collect::<Vec<_>>().join(" ");
        match line.strip_suffix("  ") {
            Some(words) if words.trim().is_empty() => String::new(), // between paragraphs of a list's item
            Some(words) => format!("{words}\\"),
            None => line,
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Takes over an event, or what stands for it. `links` are the open ones: whether each is kept.
fn push<'a>(event: Event<'a>, links: &mut Vec<bool>, plain: &mut Vec<Event<'a>>) {
    match event {
        Event::Html(html) | Event::InlineHtml(html) => {
            // no element of HTML, or one that is never closed
            plain.push(Event::Code(html.trim().to_owned().into()));
        }
        Event::Start(Tag::HtmlBlock) => plain.push(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => plain.push(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::CodeBlock(kind)) => {
            plain.push(Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(
                language(&kind).into(),
            ))));
        }
        Event::Start(Tag::Link {
            dest_url,
            link_type,
            title,
            id,
        }) => {
            let kept = is_address(&dest_url);
            links.push(kept);
            if kept {
                plain.push(Event::Start(Tag::Link {
                    link_type: inline(link_type),
                    dest_url,
                    title,
                    id,
                }));
            }
        }
        Event::End(TagEnd::Link) => {
            if links.pop() == Some(true) {
                plain.push(Event::End(TagEnd::Link));
            }
        }
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {} // its text stays
        Event::Text(text) if links.is_empty() && !in_code(plain) => autolink(text, plain),
        other => plain.push(other),
    }
}

fn in_code(events: &[Event<'_>]) -> bool {
    let last = events
        .iter()
        .rev()
        .find(|event| !matches!(event, Event::Text(_)));
    matches!(last, Some(Event::Start(Tag::CodeBlock(_))))
}

fn inline(link_type: LinkType) -> LinkType {
    match link_type {
        LinkType::Autolink | LinkType::Email => link_type,
        _ => LinkType::Inline,
    }
}

fn is_address(url: &str) -> bool {
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
}

/// A code block's language: `text` where rustdoc would take it for Rust.
fn language(kind: &CodeBlockKind<'_>) -> String {
    let CodeBlockKind::Fenced(info) = kind else {
        return "text".to_owned();
    };
    let word = info
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default();
    match word {
        "" | "rust" | "rs" | "ignore" | "no_run" | "should_panic" | "compile_fail"
        | "test_harness" => "text".to_owned(),
        edition if edition.starts_with("edition") => "text".to_owned(),
        language => language.to_ascii_lowercase(),
    }
}

/// The text without characters that do not show, or turn what is shown around (rustc refuses those).
fn visible(text: &str) -> Cow<'_, str> {
    let hidden = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    match text.contains(hidden) {
        false => Cow::Borrowed(text),
        true => Cow::Owned(text.replace(hidden, "")),
    }
}

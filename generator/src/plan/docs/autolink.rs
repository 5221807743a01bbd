//! Addresses that stand bare in a text, as links: rustdoc warns about them otherwise.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

/// Text in which bare addresses become links.
pub(super) fn autolink<'a>(text: CowStr<'a>, plain: &mut Vec<Event<'a>>) {
    let mut rest: &str = &text;
    while let Some(start) = ["https://", "http://"]
        .iter()
        .filter_map(|scheme| rest.find(scheme))
        .min()
    {
        let (before, address) = rest.split_at(start);
        let end = address
            .find(|c: char| c.is_whitespace() || "<>\"`|)]}".contains(c))
            .unwrap_or(address.len());
        let url = address
            .get(..end)
            .unwrap_or(address)
            .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']);
        if !before.is_empty() {
            plain.push(Event::Text(before.to_owned().into()));
        }
        if url.ends_with("://") {
            let (scheme, after) = address.split_at(url.len());
            plain.push(Event::Text(scheme.to_owned().into())); // which leads nowhere
            rest = after;
            continue;
        }
        let link = Tag::Link {
            link_type: LinkType::Autolink,
            dest_url: url.to_owned().into(),
            title: "".into(),
            id: "".into(),
        };
        plain.extend([
            Event::Start(link),
            Event::Text(url.to_owned().into()),
            Event::End(TagEnd::Link),
        ]);
        rest = address.get(url.len()..).unwrap_or_default();
    }
    if !rest.is_empty() {
        plain.push(Event::Text(rest.to_owned().into()));
    }
}

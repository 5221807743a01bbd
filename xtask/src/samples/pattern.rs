//! A text that a regular expression matches. Only for samples: the shortest, or nearly.

use regex_syntax::hir::{Class, Hir, HirKind};

/// A text of at least so many characters; `None` where the expression is none, or looks around itself.
pub(super) fn matching(pattern: &str, least: usize) -> Option<String> {
    let tree = regex_syntax::Parser::new().parse(pattern).ok()?;
    let texts = (0..=64).filter_map(|more| {
        let mut text = String::new();
        write(&tree, more, &mut text)?;
        Some(text)
    });
    texts.into_iter().find(|text| text.chars().count() >= least)
}

fn write(tree: &Hir, more: u32, text: &mut String) -> Option<()> {
    match tree.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(()),
        HirKind::Literal(literal) => {
            text.push_str(std::str::from_utf8(&literal.0).ok()?);
            Some(())
        }
        HirKind::Class(Class::Unicode(class)) => {
            let ranges = class.ranges();
            let holds = |wanted: &char| {
                let holds = |range: &regex_syntax::hir::ClassUnicodeRange| {
                    range.start() <= *wanted && *wanted <= range.end()
                };
                ranges.iter().any(holds)
            };
            let usual = ['a', 'A', '1', '0', '_', '-', ' '].into_iter().find(holds);
            text.push(usual.or(ranges.first().map(|range| range.start()))?);
            Some(())
        }
        HirKind::Class(Class::Bytes(_)) => None,
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(u32::MAX);
            let times = repetition.min.saturating_add(more).min(most).min(10_000);
            (0..times).try_for_each(|_| write(&repetition.sub, more, text))
        }
        HirKind::Capture(capture) => write(&capture.sub, more, text),
        HirKind::Concat(parts) => parts.iter().try_for_each(|part| write(part, more, text)),
        HirKind::Alternation(parts) => write(parts.first()?, more, text),
    }
}

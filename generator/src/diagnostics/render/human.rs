//! For people: what the compiler of Rust prints, by annotate-snippets.

use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Renderer, Snippet, normalize_untrusted_str,
};

use super::place::{Place, Placed, place_all};
use crate::diagnostics::{Diagnostic, Severity};
use crate::source::Source;

/// Wider than any excerpt, so that a line is cut nowhere else.
const WIDTH: usize = 400;

/// Whether the text goes to a terminal that shows colors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Color {
    /// Letters alone.
    Plain,
    /// With ANSI escapes.
    Styled,
}

/// Each diagnostic with its excerpt, a blank line behind each. `source` is what was read, where something was.
pub fn render_human(diagnostics: &[Diagnostic], source: Option<&Source>, color: Color) -> String {
    let renderer = match color {
        Color::Plain => Renderer::plain(),
        Color::Styled => Renderer::styled(),
    };
    let renderer = renderer.term_width(WIDTH);
    place_all(diagnostics, source)
        .iter()
        .map(|placed| with_true_columns(renderer.render(&groups(placed)), placed) + "\n\n")
        .collect()
}

/// The diagnostic itself, then each note that has a place of its own.
fn groups<'p>(placed: &'p Placed<'_>) -> Vec<Group<'p>> {
    let diagnostic = placed.diagnostic;
    let title = level(diagnostic.code.severity)
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.name);
    let main = Group::with_title(title)
        .elements(excerpt(&placed.place))
        .elements(pointer(&placed.place))
        .elements(
            placed
                .notes
                .iter()
                .filter(|note| !has_place(note))
                .map(note),
        )
        .elements(help(diagnostic));
    let notes = placed.notes.iter().filter(has_place);
    std::iter::once(main)
        .chain(notes.map(placed_note))
        .collect()
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    }
}

/// The line, with the file and the place above it.
fn excerpt(place: &Place) -> Option<Element<'_>> {
    let excerpt = place.excerpt.as_ref()?;
    let snippet = Snippet::source(excerpt.line.as_str())
        .path(excerpt.file.as_str())
        .line_start(excerpt.position.line)
        .annotation(AnnotationKind::Primary.span(excerpt.mark.clone()));
    Some(snippet.into())
}

/// annotate-snippets counts the column in the line that it is given. In a line that was cut that is
/// not the column in the file, which is put in its place here.
fn with_true_columns(rendered: String, placed: &Placed<'_>) -> String {
    let of_notes = placed.notes.iter().map(|(_, place)| place);
    let places = std::iter::once(&placed.place).chain(of_notes);
    let excerpts = places.filter_map(|place| place.excerpt.as_ref());
    excerpts.fold(rendered, |rendered, excerpt| {
        let shown = excerpt.line.get(..excerpt.mark.start).unwrap_or_default();
        let location =
            |column: usize| format!("{}:{}:{column}\n", excerpt.file, excerpt.position.line);
        let (found, meant) = (shown.chars().count() + 1, excerpt.position.column);
        match found == meant {
            true => rendered,
            false => rendered.replacen(&location(found), &location(meant), 1),
        }
    })
}

/// The place for programs, which says more than one line of the text.
fn pointer(place: &Place) -> Option<Element<'_>> {
    let pointer = place.pointer.as_deref().filter(|pointer| *pointer != "#")?;
    let text = normalize_untrusted_str(pointer);
    Some(Level::NOTE.with_name("at").message(text).into())
}

fn has_place((_, place): &&(&str, Place)) -> bool {
    place.excerpt.is_some()
}

fn note<'p>((note, _): &'p (&str, Place)) -> Element<'p> {
    Level::NOTE.message(normalize_untrusted_str(note)).into()
}

fn placed_note<'p>((note, place): &'p (&str, Place)) -> Group<'p> {
    let title = Level::NOTE.secondary_title(normalize_untrusted_str(note));
    Group::with_title(title).elements(excerpt(place))
}

fn help(diagnostic: &Diagnostic) -> Option<Element<'_>> {
    let help = diagnostic.help.as_deref()?;
    Some(Level::HELP.message(normalize_untrusted_str(help)).into())
}

//! The actions of an overlay document, read with everything that is wrong with them.

use super::json_path::{PathError, Query, parse_query};
use crate::diagnostics::{Sink, codes};
use crate::source::{Mapping, Node, Origin, Source};

/// An action.
pub(super) struct Action<'o> {
    /// What it changes.
    pub(super) target: Query,
    /// What it does there.
    pub(super) change: Change<'o>,
    /// Where it stands.
    pub(super) origin: Origin,
}

/// What an action does.
pub(super) enum Change<'o> {
    /// Merges a value into what is there.
    Update(&'o Node),
    /// Merges what stands elsewhere in the document into what is there.
    Copy(Query),
    /// Takes it out.
    Remove,
}

/// An overlay's own file name for what it is meant for: the last segment of `extends`.
pub(super) fn extended(overlay: &Source) -> Option<(&str, Origin)> {
    let Node::Mapping(root) = &overlay.root else {
        return None;
    };
    match root.get("extends") {
        Some(Node::String(extends)) => {
            let path = extends.split(['?', '#']).next().unwrap_or_default();
            let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
            let origin = Origin::root(overlay.file).key("extends");
            (!name.is_empty()).then_some((name, origin))
        }
        _ => None, // nothing that could be compared
    }
}

/// The actions that are understood, in order; others are reported and left out.
pub(super) fn read_actions<'o>(overlay: &'o Source, sink: &mut Sink) -> Vec<Action<'o>> {
    let origin = Origin::root(overlay.file);
    let root = match &overlay.root {
        Node::Mapping(root) if is_known(root.get("overlay")) => root,
        _ => {
            sink.push(codes::not_an_overlay(&origin, overlay.file_name()));
            return Vec::new();
        }
    };
    let origin = origin.key("actions");
    let Some(Node::Sequence(items)) = root.get("actions") else {
        sink.push(codes::invalid_overlay_action(
            &origin,
            "a list of actions is expected",
        ));
        return Vec::new();
    };
    let places = items.iter().enumerate();
    places
        .filter_map(|(index, node)| read_action(node, origin.index(index), sink))
        .collect()
}

/// Versions 1.x: what a later one adds is reported where it stands.
fn is_known(version: Option<&Node>) -> bool {
    match version {
        Some(Node::String(version)) => version == "1" || version.starts_with("1."),
        Some(Node::Number(version)) => version.as_str().starts_with('1'),
        _ => false,
    }
}

fn read_action<'o>(node: &'o Node, origin: Origin, sink: &mut Sink) -> Option<Action<'o>> {
    let Node::Mapping(fields) = node else {
        sink.push(codes::invalid_overlay_action(
            &origin,
            "an action is a mapping",
        ));
        return None;
    };
    let known = ["target", "description", "update", "copy", "remove"];
    for (key, _) in fields.iter() {
        if !known.contains(&key) && !key.starts_with("x-") {
            let place = origin.key(key);
            let diagnostic = codes::unknown_keyword(&place, key, "the Action Object", &known);
            sink.push(diagnostic);
        }
    }
    let target = read_query(fields, "target", &origin, sink)?;
    let removes = match fields.get("remove") {
        None | Some(Node::Boolean(false) | Node::Null) => false,
        Some(Node::Boolean(true)) => true,
        Some(_) => {
            let place = origin.key("remove");
            sink.push(codes::invalid_overlay_action(
                &place,
                "`remove` is `true` or `false`",
            ));
            return None;
        }
    };
    let change = match (removes, fields.get("update"), fields.get("copy")) {
        (true, ..) => Change::Remove,
        (false, Some(update), None) => Change::Update(update),
        (false, None, Some(_)) => Change::Copy(read_query(fields, "copy", &origin, sink)?),
        (false, Some(_), Some(_)) => {
            let what = "both `update` and `copy` are there, and each takes the other's effect";
            sink.push(codes::invalid_overlay_action(&origin, what));
            return None;
        }
        (false, None, None) => {
            let what = "neither `update`, `copy` nor `remove: true` is there";
            sink.push(codes::invalid_overlay_action(&origin, what));
            return None;
        }
    };
    Some(Action {
        target,
        change,
        origin,
    })
}

fn read_query(fields: &Mapping, key: &str, action: &Origin, sink: &mut Sink) -> Option<Query> {
    let origin = action.key(key);
    let text = match fields.get(key) {
        Some(Node::String(text)) => text,
        Some(_) => {
            let what = format!("`{key}` is a JSONPath, a text");
            sink.push(codes::invalid_overlay_action(&origin, &what));
            return None;
        }
        None => {
            let what = format!("`{key}` is missing");
            sink.push(codes::invalid_overlay_action(action, &what));
            return None;
        }
    };
    match parse_query(text) {
        Ok(query) => Some(query),
        Err(PathError { message, at }) => {
            let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
            let place = match (before, behind) {
                ("", _) => "at its beginning".to_owned(),
                (_, "") => "at its end".to_owned(),
                (before, _) => format!("behind `{before}`"),
            };
            let what = format!("`{key}` is no JSONPath: {message}, {place}");
            sink.push(codes::invalid_overlay_action(&origin, &what));
            None
        }
    }
}

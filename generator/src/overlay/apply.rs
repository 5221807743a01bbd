//! Applies the actions of one overlay, in order, each to what the ones before left.

use super::action::{Action, Change, extended, read_actions};
use super::json_path::select;
use super::merge::{Merge, find, find_mut};
use super::provenance::{Place, Provenance};
use crate::diagnostics::{Sink, codes};
use crate::source::{Node, Source, Token};

/// Applies one overlay. `added` counts the nodes that were added so far.
pub(super) fn apply(
    source: &mut Source,
    provenance: &mut Provenance,
    overlay: &Source,
    added: &mut usize,
    sink: &mut Sink,
) {
    if let Some((name, origin)) = extended(overlay)
        && name != source.file_name()
    {
        sink.push(codes::extends_another(&origin, name, source.file_name()));
    }
    for action in read_actions(overlay, sink) {
        let mut targets = select(&action.target, &source.root);
        if targets.is_empty() {
            let place = action.origin.key("target");
            sink.push(codes::unmatched_overlay_action(&place));
        }
        match &action.change {
            Change::Remove => {
                targets.sort(); // items before items behind them, nodes before what is in them
                for target in targets.iter().rev() {
                    remove(&mut source.root, provenance, target, &action, sink);
                }
            }
            Change::Update(update) => {
                let written = Place::at(action.origin.key("update"));
                for target in &targets {
                    let mut merge = Merge::new(provenance, &action.origin, added, sink);
                    merge.put_at(&mut source.root, target, update, &written);
                }
            }
            Change::Copy(query) => {
                let origins = select(query, &source.root);
                let [from] = origins.as_slice() else {
                    let place = action.origin.key("copy");
                    sink.push(codes::unmatched_overlay_action(&place));
                    continue;
                };
                let (copied, written) = (find(&source.root, from).cloned(), provenance.copy(from));
                for (target, copied) in targets.iter().zip(std::iter::repeat(copied.as_ref())) {
                    let mut merge = Merge::new(provenance, &action.origin, added, sink);
                    merge.put_at(
                        &mut source.root,
                        target,
                        copied.unwrap_or(&Node::Null),
                        &written,
                    );
                }
            }
        }
    }
}

fn remove(
    root: &mut Node,
    provenance: &mut Provenance,
    target: &[Token],
    action: &Action<'_>,
    sink: &mut Sink,
) {
    let Some((last, around)) = target.split_last() else {
        let what = "the whole document cannot be removed";
        sink.push(codes::overlay_mismatch(&action.origin.key("target"), what));
        return;
    };
    match (find_mut(root, around), last) {
        (Some(Node::Mapping(mapping)), Token::Key(key)) => {
            mapping.remove(key);
            provenance.remove_key(around, last);
        }
        (Some(Node::Sequence(items)), Token::Index(index)) if *index < items.len() => {
            let length = items.len();
            items.remove(*index);
            provenance.remove_item(around, *index, length);
        }
        _ => {} // it went with what was around it
    }
}

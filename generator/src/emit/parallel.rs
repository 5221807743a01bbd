//! Many files on all cores. The order of the files and of what is said about them is that of the items,
//! however the cores take turns.

use std::num::NonZero;
use std::thread;

use super::File;
use crate::diagnostics::Sink;

/// Fewer items than this are not worth another thread.
const WORTH_A_THREAD: usize = 32;

/// A file for each item.
pub(super) fn emit_each<T: Sync>(
    items: &[T],
    sink: &mut Sink,
    emit: impl Fn(&T, &mut Sink) -> File + Sync,
) -> Vec<File> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = items.len().div_ceil(cores).max(WORTH_A_THREAD);
    let mut shares = items.chunks(share);
    let first = shares.next().unwrap_or_default();
    let emit_share = |share: &[T]| {
        let mut sink = Sink::new();
        let files: Vec<_> = share.iter().map(|item| emit(item, &mut sink)).collect();
        (files, sink)
    };
    thread::scope(|scope| {
        let others: Vec<_> = shares
            .map(|share| (share, scope.spawn(move || emit_share(share))))
            .collect();
        let (mut files, said) = emit_share(first);
        sink.append(said);
        for (share, other) in others {
            // a thread that panicked has said nothing: its share is done again, and panics here
            let (others, said) = other.join().unwrap_or_else(|_| emit_share(share));
            files.extend(others);
            sink.append(said);
        }
        files
    })
}

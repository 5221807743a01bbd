// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Lines of JSON (`application/x-ndjson`, `application/jsonl`), in whatever pieces they arrive.

use bytes::Bytes;

/// Lines of JSON.
#[derive(Default)]
pub(crate) struct Lines {
    /// The beginning of a line, whose end has not come yet.
    line: Vec<u8>,
    input: Bytes,
    finished: bool,
}

impl Lines {
    pub(super) fn push(&mut self, bytes: Bytes) {
        self.input = bytes;
    }

    pub(super) fn finish(&mut self) {
        self.finished = true;
    }

    pub(super) fn held(&self) -> usize {
        self.line.len()
    }

    pub(super) fn next_text(&mut self) -> Option<Bytes> {
        loop {
            let line = match self.input.iter().position(|byte| *byte == b'\n') {
                Some(end) => {
                    let rest = self.input.split_off(end + 1);
                    std::mem::replace(&mut self.input, rest)
                }
                None if self.finished && !(self.line.is_empty() && self.input.is_empty()) => {
                    std::mem::take(&mut self.input) // the last line need not end
                }
                None => {
                    self.line
                        .extend_from_slice(&std::mem::take(&mut self.input));
                    return None;
                }
            };
            let line = match self.line.is_empty() {
                true => line,
                false => {
                    let mut whole = std::mem::take(&mut self.line);
                    whole.extend_from_slice(&line);
                    Bytes::from(whole)
                }
            };
            let text = line.trim_ascii();
            if !text.is_empty() {
                return Some(line.slice_ref(text));
            }
        }
    }
}

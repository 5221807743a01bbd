// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! JSON text sequences (RFC 7464), in whatever pieces they arrive: each text after a record separator,
//! and before a line feed.

use bytes::Bytes;

const RECORD_SEPARATOR: u8 = 0x1E;

/// A JSON text sequence.
#[derive(Default)]
pub(crate) struct Sequence {
    /// What has come of the text.
    text: Vec<u8>,
    scan: Scan,
    input: Bytes,
    finished: bool,
}

/// How far into a text its bytes lead, so that it need not be held back until the next one begins.
#[derive(Default)]
struct Scan {
    depth: usize,
    in_string: bool,
    escaped: bool,
}

impl Scan {
    /// Whether a text is complete before this byte.
    fn ends_before(&mut self, byte: u8) -> bool {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.in_string => self.escaped = true,
            b'"' => self.in_string = !self.in_string,
            _ if self.in_string => {}
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            b'\n' => return self.depth == 0,
            _ => {}
        }
        false
    }
}

impl Sequence {
    pub(super) fn push(&mut self, bytes: Bytes) {
        self.input = bytes;
    }

    pub(super) fn finish(&mut self) {
        self.finished = true;
    }

    pub(super) fn held(&self) -> usize {
        self.text.len()
    }

    pub(super) fn next_text(&mut self) -> Option<Bytes> {
        let input = std::mem::take(&mut self.input);
        for (index, byte) in input.iter().copied().enumerate() {
            let ends = byte == RECORD_SEPARATOR || self.scan.ends_before(byte);
            if !ends {
                self.text.push(byte);
                continue;
            }
            if let Some(text) = self.take() {
                self.input = input.slice(index + 1..);
                // a number or a literal without its line feed may have lost its end
                let cut = byte == RECORD_SEPARATOR && may_be_cut(&text);
                return Some(if cut { Bytes::new() } else { text });
            }
        }
        let last = self.finished.then(|| self.take()).flatten()?;
        Some(if may_be_cut(&last) {
            Bytes::new()
        } else {
            last
        })
    }

    /// The text that has come, where that is more than white space.
    fn take(&mut self) -> Option<Bytes> {
        self.scan = Scan::default();
        let text = Bytes::from(std::mem::take(&mut self.text));
        let trimmed = text.trim_ascii_start();
        (!trimmed.is_empty()).then(|| text.slice_ref(trimmed))
    }
}

/// Whether the text's end does not tell that it is the end (RFC 7464, section 2.4).
fn may_be_cut(text: &[u8]) -> bool {
    let open = text
        .first()
        .is_some_and(|first| !matches!(first, b'{' | b'[' | b'"'));
    open && !text.last().is_some_and(u8::is_ascii_whitespace)
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! How long the plain part of a JSON string is, eight bytes at a time. Escapes are in `string.rs` and `writer.rs`.

/// How many bytes come before the first quote, backslash or control character: all, where there is none.
pub(super) fn plain_length(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk() {
        match first_special(u64::from_le_bytes(*word)) {
            Some(place) => return bytes.len() - rest.len() + place,
            None => rest = after,
        }
    }
    let place = rest
        .iter()
        .position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f));
    bytes.len() - rest.len() + place.unwrap_or(rest.len())
}

const ONES: u64 = u64::MAX / 255;
const HIGH_BITS: u64 = ONES << 7;

/// The first of eight bytes that is not plain. A subtraction borrows from the bytes above it only, so that the
/// lowest bit that is set is right.
#[inline]
fn first_special(word: u64) -> Option<usize> {
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    let special =
        control | zeros(word ^ (ONES * b'"' as u64)) | zeros(word ^ (ONES * b'\\' as u64));
    match special & HIGH_BITS {
        0 => None,
        found => Some((found.trailing_zeros() / 8) as usize),
    }
}

/// The high bit of each byte that is 0, and perhaps of some above it.
#[inline]
fn zeros(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slowly(bytes: &[u8]) -> usize {
        let special = |byte: &u8| *byte < 0x20 || *byte == b'"' || *byte == b'\\';
        bytes.iter().position(special).unwrap_or(bytes.len())
    }

    #[test]
    fn every_byte_at_every_place() {
        for byte in 0..=u8::MAX {
            for after in [b'a', b'!', b'#', b'[', b']', 0x21, 0x7f, 0x80, 0xff, byte] {
                for place in 0..20 {
                    let mut bytes = [b'x'; 20];
                    bytes[place] = byte;
                    if let Some(next) = bytes.get_mut(place + 1) {
                        *next = after;
                    }
                    assert_eq!(plain_length(&bytes), slowly(&bytes), "{bytes:?}");
                }
            }
        }
    }

    #[test]
    fn every_length() {
        let text = b"0123456789 abcdefghijklmnop\"";
        for length in 0..text.len() {
            assert_eq!(plain_length(&text[..length]), length);
        }
        assert_eq!(plain_length(text), text.len() - 1);
    }
}

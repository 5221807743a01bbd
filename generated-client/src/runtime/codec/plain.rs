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


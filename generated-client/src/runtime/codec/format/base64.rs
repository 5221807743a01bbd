// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! `byte`: base64 (RFC 4648, section 4), with its padding; `base64url` (section 5), without.

use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::{Base64, Base64Url, Format, FormatError};
use crate::runtime::codec::Formatted;

impl Format for Base64 {
    const NAME: &'static str = "byte";

    fn is_valid(text: &str) -> bool {
        let digits = text.trim_end_matches('=');
        let padding = text.len() - digits.len();
        let alphabet = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/';
        text.len() % 4 == 0 && padding <= 2 && digits.bytes().all(alphabet)
    }
}

impl Format for Base64Url {
    const NAME: &'static str = "base64url";

    fn is_valid(text: &str) -> bool {
        let digits = text.trim_end_matches('=');
        let padding = text.len() - digits.len();
        let alphabet = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        let whole = padding == 0 || text.len() % 4 == 0;
        whole && padding <= 2 && digits.len() % 4 != 1 && digits.bytes().all(alphabet)
    }
}

/// Servers leave padding out, and leave bits set that no byte has.
const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);

/// The bytes of a text, in whichever alphabet.
fn decode(text: &str, format: &'static str) -> Result<Vec<u8>, FormatError> {
    GeneralPurpose::new(&STANDARD, LENIENT)
        .decode(text)
        .or_else(|_| GeneralPurpose::new(&URL_SAFE, LENIENT).decode(text))
        .map_err(|_| FormatError::new(text.to_owned(), format))
}

impl Formatted<Base64> {
    /// The base64 of bytes.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self::unchecked(base64::engine::general_purpose::STANDARD.encode(bytes))
    }

    /// The bytes. What servers write in the alphabet for URLs (RFC 4648, section 5), or without
    /// padding, is understood too.
    ///
    /// # Errors
    ///
    /// Where the text is not base64.
    pub fn to_bytes(&self) -> Result<Vec<u8>, FormatError> {
        decode(self.as_str(), Base64::NAME)
    }
}

impl Formatted<Base64Url> {
    /// The base64 of bytes, without padding.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self::unchecked(base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes))
    }

    /// The bytes. What servers write in the other alphabet, or with padding, is understood too.
    ///
    /// # Errors
    ///
    /// Where the text is not base64.
    pub fn to_bytes(&self) -> Result<Vec<u8>, FormatError> {
        decode(self.as_str(), Base64Url::NAME)
    }
}

// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! `byte`: base64 (RFC 4648, section 4), with its padding.

use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::{Base64, Format, FormatError};
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

/// Servers leave padding out, and leave bits set that no byte has.
const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);

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
        let text = self.as_str();
        GeneralPurpose::new(&STANDARD, LENIENT)
            .decode(text)
            .or_else(|_| GeneralPurpose::new(&URL_SAFE, LENIENT).decode(text))
            .map_err(|_| FormatError::new(text.to_owned(), Base64::NAME))
    }
}

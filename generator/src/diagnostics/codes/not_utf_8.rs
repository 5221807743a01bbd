//! `not-utf-8`: bytes that are no UTF-8. Not for characters that look odd and are valid.

use crate::diagnostics::{Code, Diagnostic, Excerpt, Severity};

pub(super) static CODE: Code = Code {
    name: "not-utf-8",
    severity: Severity::Error,
    summary: "the document is not UTF-8",
    explanation: "\
JSON and YAML documents are UTF-8 texts. A file that was saved as UTF-16 or Latin-1, or an archive, is not.

```yaml
info:
  title: Caf\\xE9   # `é` as one byte, as Latin-1 has it
```

Nothing is generated. Save the file as UTF-8: `iconv -f latin1 -t utf-8 old.yaml > new.yaml`.",
};

/// `valid` is how many bytes from the beginning are UTF-8.
pub fn not_utf_8(bytes: &[u8], valid: usize, excerpt: Excerpt) -> Diagnostic {
    let found = match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "the text is UTF-16".to_owned(),
        [0x1F, 0x8B, ..] => "the file is compressed by gzip".to_owned(),
        [b'P', b'K', 3, 4, ..] => "the file is a zip archive".to_owned(),
        _ => match bytes.get(valid) {
            Some(byte) => format!("byte {valid} (0x{byte:02X}) is not UTF-8"),
            None => "the text is not UTF-8".to_owned(),
        },
    };
    Diagnostic::placeless(&CODE, format!("{found}, expected a UTF-8 text"))
        .help("save the file as UTF-8")
        .excerpt(excerpt)
}

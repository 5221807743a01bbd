//! As text: quote! → syn → prettyplease. Decides nothing.

/// A file of the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path in the output, with `/`: `src/client.rs`.
    pub path: String,
    /// Its text.
    pub contents: String,
}

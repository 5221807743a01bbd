//! What the user chose: how the package is called, what form it has, where the runtime comes from.
//! Not what the document says, and not how the choices were typed (`main.rs` reads the command line).

mod limit;
mod names;
mod overlay;
mod places;
mod selection;
mod types;

pub use limit::{Limit, LimitScope, window_millis};
pub use names::Names;
pub use overlay::Overlay;
pub use places::Places;
pub use selection::{Candidate, Pattern, Selection};
pub use types::{EnumForm, LIBRARIES, Notation, Replacement, Types};

/// What to generate, beside what the document says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The package's name; made from the document's title where there is none.
    pub name: Option<String>,
    /// A whole crate, or one module tree.
    pub form: Form,
    /// Where a module tree stands in its crate, for [`Form::Module`]: `crate::api` (see [`is_module_path`]).
    /// `crate::` and the package's name where there is none.
    pub module_path: Option<String>,
    /// Where the runtime comes from.
    pub runtime: Runtime,
    /// What the user says about the package; what is not said here is kept as it stands in the folder.
    pub manifest: ManifestOptions,
    /// The overlays that change the document before it is understood, in order.
    pub overlays: Vec<Overlay>,
    /// Which operations are wanted; all, unless told.
    pub selection: Selection,
    /// Rate limits beside the document's.
    pub limits: Vec<Limit>,
    /// What things are called.
    pub names: Names,
    /// What types are.
    pub types: Types,
    /// Where the choices are written down, for what is said about them.
    pub places: Places,
    /// The command that regenerates: it stands in each file's header. `None`: `clientsmith generate` with the document's name.
    pub command: Option<String>,
}

impl Options {
    /// Whether the user says anything of a type or of what is in it, beside what it is called; the type is named as
    /// in [`Names`], or by its JSON pointer.
    pub(crate) fn speaks_of(&self, name: &str, pointer: Option<&str>) -> bool {
        let parts = self.names.fields.keys().chain(self.names.values.keys());
        let types = self.types.derives.keys();
        let types = types.chain(self.types.enums_by_type.keys());
        let types = types.chain(self.types.schemas.keys());
        let below = |key: &str, name: &str, separator: char| {
            let rest = key.strip_prefix(name);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(separator))
        };
        parts.chain(types).any(|key| {
            let by_pointer = key.strip_prefix('#').zip(pointer);
            below(key, name, '.')
                || by_pointer.is_some_and(|(key, pointer)| below(key, pointer, '/'))
        })
    }
}

/// What form the output has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    /// A whole crate: `Cargo.toml`, `README.md`, `examples/`, `src/`.
    #[default]
    Crate,
    /// One module tree, for a `build.rs` or an existing crate: `mod.rs` and what it declares.
    Module,
}

/// Where the runtime comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Runtime {
    /// Its sources are copied into the output, which then needs only crates from crates.io.
    #[default]
    Copied,
    /// The output depends on the package `clientsmith-runtime`: for whoever has many clients.
    Dependency {
        /// A path to the package, from the generated crate; `None`: from the registry.
        path: Option<String>,
    },
}

/// What stands in the generated `Cargo.toml` and is the user's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ManifestOptions {
    /// `package.version`; `0.1.0` in a new crate.
    pub version: Option<String>,
    /// `package.authors`.
    pub authors: Vec<String>,
    /// `package.license`, an SPDX expression; the document's own in a new crate, where it states one.
    pub license: Option<String>,
    /// Further lines of `[dependencies]`: a package's name and what stands to the right of `=` in TOML.
    pub dependencies: Vec<(String, String)>,
}

/// Whether a path can be that of a module tree: `crate`, or what stands below it.
pub fn is_module_path(path: &str) -> bool {
    let mut steps = path.split("::");
    steps.next() == Some("crate") && steps.all(|step| syn::parse_str::<syn::Ident>(step).is_ok())
}

//! A crate in an empty folder with the README's dependency lines. Not what it is used for.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

/// An application that depends on the committed client.
pub(crate) struct Application {
    folder: PathBuf,
}

impl Application {
    /// Makes the crate anew: the README's dependency lines and this program.
    pub(crate) fn new(name: &str, program: &str) -> Self {
        let folder = workspace().join("target").join("downstream").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("src")).expect("a folder");
        let client = workspace().join("generated-client");
        let client = client.display().to_string().replace('\\', "/");
        let dependencies = readme_block("toml").replace("path/to/generated-client", &client);
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n{dependencies}"
        );
        fs::write(folder.join("Cargo.toml"), manifest).expect("Cargo.toml");
        fs::write(folder.join("src/main.rs"), program).expect("main.rs");
        // the workspace's lock file: the versions that are here already, so that no network is needed
        fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).expect("Cargo.lock");
        Self { folder }
    }

    /// With a further line of `[dependencies]`, which stand last in the manifest.
    pub(crate) fn depending_on(self, line: &str) -> Self {
        let path = self.folder.join("Cargo.toml");
        let manifest = fs::read_to_string(&path).expect("Cargo.toml");
        fs::write(&path, format!("{}\n{line}", manifest.trim_end())).expect("Cargo.toml");
        self
    }

    /// Runs cargo in the crate's folder.
    pub(crate) fn cargo(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = workspace().join("target").join("downstream").join("target");
        Command::new(cargo)
            .args(arguments)
            .arg("--offline")
            .env("CARGO_TARGET_DIR", output)
            .env_remove("RUSTFLAGS")
            .envs(variables.iter().copied())
            .current_dir(&self.folder)
            .output()
            .expect("cargo")
    }
}

/// The README's first block in a language.
pub(crate) fn readme_block(language: &str) -> String {
    let readme = fs::read_to_string(workspace().join("README.md")).expect("README.md");
    let opening = format!("```{language}\n");
    let (_, rest) = readme.split_once(&opening).expect("the block");
    let (block, _) = rest.split_once("```").expect("its end");
    block.to_owned()
}

/// The workspace's folder.
pub(crate) fn workspace() -> PathBuf {
    let generator = Path::new(env!("CARGO_MANIFEST_DIR"));
    generator.parent().expect("the workspace").to_path_buf()
}
